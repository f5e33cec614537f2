import Glibc

/// Signals that end or stop a process, kept waiting.
struct HeldSignals {
  private let all: [Int32]
  private var before = sigset_t()

  init(_ signals: [Int32]) {
    all = signals
    var held = sigset_t()
    sigemptyset(&held)
    for signal in signals { sigaddset(&held, signal) }
    pthread_sigmask(SIG_BLOCK, &held, &before)
  }

  var isAnyPending: Bool {
    var pending = sigset_t()
    sigpending(&pending)
    return all.contains { sigismember(&pending, $0) == 1 }
  }

  /// Those that came act now.
  func release() {
    var before = before
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}
