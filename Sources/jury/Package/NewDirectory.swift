import Evaluation
import Glibc
import Store

/// A directory that is written whole or not at all.
enum NewDirectory {
  /// Refuses a path where something is already.
  static func refuseTaken(_ path: String) throws(Refusal) {
    guard (try? SystemDisk().status(of: path)) == nil else {
      throw StoreFault(.alreadyThere, path: path).refusal
    }
  }

  /// Puts files in a new directory of mode 0700, each 0600 and synchronised, under another name until all are there.
  ///
  /// - Parameter files: by plain name.
  /// - Throws: what the disk refused; then nothing is left.
  static func make(_ path: String, holding files: [String: [UInt8]]) throws(Refusal) {
    try refuseTaken(path)
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let slash = path.lastIndex(of: "/")
    let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
    let temporary = "\(parent)/.\(name).\(UInt32.random(in: .min ... .max)).new"
    let disk = SystemDisk()
    do throws(Refusal) {
      try told { () throws(StoreFault) in
        try SessionDirectory(temporary).create()
        for (file, bytes) in files.sorted(by: { $0.key < $1.key }) {
          try disk.replace("\(temporary)/\(file)", with: bytes)
        }
        do throws(DiskError) {
          try disk.rename(temporary, to: path)
        } catch {
          throw StoreFault(.cannotCreate(error), path: path)
        }
      }
    } catch {
      for file in files.keys { _ = unlink("\(temporary)/\(file)") }
      _ = rmdir(temporary)
      throw error
    }
    // The name is durable with its parent's synchronisation.
    if let descriptor = try? disk.open(parent, flags: O_RDONLY | O_DIRECTORY, mode: 0) {
      defer { disk.close(descriptor) }
      try? disk.synchronise(descriptor)
    }
  }
}
