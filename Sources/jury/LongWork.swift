import Evaluation
import Glibc
import Screen

/// Work of many steps: says on the terminal how far it is, and can be given up between two steps.
///
/// Its law: a signal that ends a program waits until the work has cleaned up after itself, then acts.
struct LongWork {
  private let total: Int
  private let signals: HeldSignals
  private let isShown: Bool
  private var done = 0

  /// Does the work.
  ///
  /// - Parameter steps: how many times the body will call ``step(_:)``.
  static func run<Value>(
    steps: Int, _ body: (inout LongWork) throws(Refusal) -> Value
  ) throws(Refusal) -> Value {
    var work = LongWork(
      total: steps, signals: HeldSignals([SIGINT, SIGTERM, SIGHUP, SIGQUIT]), isShown: isatty(STDERR_FILENO) == 1)
    defer {
      if work.isShown { work.say("\r\u{1B}[K") }
      work.signals.release()
    }
    return try body(&work)
  }

  /// A step begins.
  ///
  /// - Throws: when the person gave up meanwhile.
  mutating func step(_ name: String) throws(Refusal) {
    guard !signals.isAnyPending else {
      throw Refusal(Phrase("interrompu : rien n'a été écrit", "interrupted: nothing was written"), code: .software)
    }
    done += 1
    if isShown { say("\r\u{1B}[K\(done)/\(total)  \(SafeText.line(name))") }
  }

  private func say(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
