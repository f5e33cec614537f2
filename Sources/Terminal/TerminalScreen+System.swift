import CTerminal
import Glibc
import Screen

extension TerminalScreen {
  /// The terminal's type, as the environment has it.
  static var type: String? { getenv("TERM").map { String(cString: $0) } }

  /// The most that a terminal with a palette of so many colours shows. True colour is not in most descriptions: it is
  /// taken at its word from any terminal that has colours.
  static func depth(_ colours: Int32, asked: ColourDepth) -> ColourDepth {
    switch colours {
    case ..<8: .mono
    case _ where asked == .trueColour: .trueColour
    case ..<16: .c8
    case ..<256: .c16
    default: .c256
    }
  }

  static func measured() -> Size {
    var rows: Int32 = 0
    var columns: Int32 = 0
    terminal_measure(&rows, &columns)
    return Size(rows: Int(rows), columns: Int(columns))
  }

  /// Those of some descriptors that can be read within so many milliseconds, or have ended.
  static func readable(_ descriptors: [Int32], milliseconds: Int32 = 0) -> [Int32] {
    var watched = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    while poll(&watched, nfds_t(watched.count), milliseconds) < 0 {
      guard errno == EINTR else { return [] }
    }
    return watched.filter { $0.revents != 0 }.map(\.fd)
  }

  /// What can be read from a descriptor that is readable; and whether that was the last.
  static func available(_ descriptor: Int32) -> (bytes: [UInt8], isAtEnd: Bool) {
    var bytes: [UInt8] = []
    repeat {
      var code: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
        let got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if got < 0 { code = errno }
        count = max(got, 0)
      }
      if code == EINTR || code == EAGAIN { break }
      // No byte, or EIO: the terminal is gone.
      if part.isEmpty { return (bytes, true) }
      bytes += part
      // Less than was asked for: there is no more.
      if part.count < 4096 { break }
    } while bytes.count < 1 << 16 && !readable([descriptor]).isEmpty
    return (bytes, false)
  }
}

extension TerminalFailure {
  /// The failure of a number of CTerminal's.
  init(_ number: Int32) {
    switch number {
    case Int32(TERMINAL_NOT_A_TERMINAL): self = .notATerminal
    case Int32(TERMINAL_UNKNOWN): self = .unknownType
    case Int32(TERMINAL_TOO_SIMPLE): self = .tooSimple
    default: self = .failed
    }
  }
}
