import Glibc

/// The words that the program was called with, names among them: the system shows them to whoever lists processes.
enum HiddenArguments {
  /// Takes them out of that list, but for the first, which says what the program does; the program keeps them.
  ///
  /// They could be seen from the program's start until this, some milliseconds.
  static func hide() {
    guard CommandLine.arguments.count > 2, let words = place() else { return }
    let shown = CommandLine.arguments.prefix(2).reduce(0) { $0 + $1.utf8.count + 1 }
    guard shown < words.count else { return }
    for index in words.indices.dropFirst(shown) { words[index] = 0 }
  }

  /// Where the system reads them: fields 48 and 49 of proc_pid_stat(5).
  private static func place() -> UnsafeMutableRawBufferPointer? {
    let file = open("/proc/self/stat", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &bytes, bytes.count)
    // The second field is the program's name in brackets, which may hold anything.
    guard count > 0, let name = bytes[..<count].lastIndex(of: UInt8(ascii: ")")) else { return nil }
    let fields = bytes[(name + 2)..<count].split(separator: UInt8(ascii: " "))
    guard fields.count > 46, let start = UInt(String(decoding: fields[45], as: UTF8.self)),
      let end = UInt(String(decoding: fields[46], as: UTF8.self)), start < end
    else { return nil }
    return UnsafeMutableRawBufferPointer(start: UnsafeMutableRawPointer(bitPattern: start), count: Int(end - start))
  }
}
