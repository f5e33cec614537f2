import Evaluation
import Glibc

/// Asks for a line on the process's terminal without showing what is typed.
///
/// Its law: the terminal shows what is typed again whatever happens, an interrupting signal included.
struct HiddenPrompt: ~Copyable {
  private let terminal: Int32

  /// Nil when the process has no terminal.
  init?() {
    terminal = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
    if terminal < 0 { return nil }
  }

  deinit { close(terminal) }

  /// The line typed, without its end.
  func ask(_ question: String) throws(Refusal) -> String {
    while true {
      // Signals wait while the terminal is silent, and act once it is itself again: most end the process; after
      // Ctrl-Z and its return the question is asked anew.
      let signals = HeldSignals([SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP])
      let answer = readSilently(question, until: { signals.isAnyPending })
      signals.release()
      switch answer {
      case .interrupted: continue
      case .ended: throw Self.abandoned
      case .line(let bytes):
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Self.notUTF8 }
        return text
      }
    }
  }

  private enum Answer {
    case line([UInt8]), interrupted, ended
  }

  private func readSilently(_ question: String, until interrupted: () -> Bool) -> Answer {
    var usual = termios()
    guard tcgetattr(terminal, &usual) == 0 else { return .ended }
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    // The line end is shown, or the next words would stand on the same line.
    silent.c_lflag |= tcflag_t(ECHONL | ICANON)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer { tcsetattr(terminal, TCSAFLUSH, &usual) }
    say(question)
    var line: [UInt8] = []
    while true {
      if interrupted() {
        say("\n")
        return .interrupted
      }
      var watched = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      // A pending signal does not wake poll: it is looked for ten times a second.
      if poll(&watched, 1, 100) <= 0 { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(terminal, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        say("\n")
        return .ended
      }
      line += buffer[..<count]
      if line.last == 0x0A { return .line(line.dropLast()) }
    }
  }

  private func say(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
  }

  private static let abandoned = Refusal(
    Phrase("saisie abandonnée : rien n'a été fait", "input abandoned: nothing was done"), code: .noInput)
  private static let notUTF8 = Refusal(
    Phrase("ce qui est saisi n'est pas de l'UTF-8", "what was typed is not UTF-8"),
    hint: Phrase("Réglez le terminal sur UTF-8.", "Set the terminal to UTF-8."), code: .badData)
}
