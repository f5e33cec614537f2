import Glibc
import Screen

/// A pseudo-terminal of a given size: what a program on it writes, and keys for it.
final class PseudoTerminal {
  let master: Int32
  let slave: Int32

  struct Unavailable: Error {}

  init(rows: UInt16, columns: UInt16) throws {
    // What posix_openpt(3), unlockpt(3) and ptsname(3) do, which Swift does not see.
    let unlock: UInt = 0x4004_5431
    let number: UInt = 0x8004_5430
    var locked: Int32 = 0
    var terminal: Int32 = 0
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0, ioctl(master, unlock, &locked) == 0, ioctl(master, number, &terminal) == 0 else {
      throw Unavailable()
    }
    slave = open("/dev/pts/\(terminal)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Unavailable() }
    resize(rows: rows, columns: columns)
  }

  deinit {
    close(master)
    close(slave)
  }

  func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  func type(_ keys: String) { _ = Array(keys.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) } }

  /// Everything written since the last time.
  func written() -> String {
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4096)
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, 20) > 0 {
      let count = read(master, &part, part.count)
      guard count > 0 else { break }
      bytes += part[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a key is echoed, and lines are waited for: how a shell has it.
  var isAsFound: Bool {
    var modes = termios()
    tcgetattr(slave, &modes)
    return modes.c_lflag & UInt32(ECHO | ICANON | ISIG) == UInt32(ECHO | ICANON | ISIG)
  }
}
