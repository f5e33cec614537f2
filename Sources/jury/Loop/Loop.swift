import Glibc
import Screen
import Terminal

/// The one loop: waits for the keyboard, the disk or the next second, lets the seat act, shows the frame.
///
/// Its laws: one thread; each key is applied in order, to a console that knows what the keys before it did; the frame is
/// shown once all that was typed is applied; what shows nothing that moves sleeps.
struct Loop {
  let seat: any Seat
  let terminal: TerminalScreen

  /// Returns when the person leaves or the terminal is gone.
  func run() {
    show()
    while !seat.isDone {
      guard wait() else { continue }
      guard readKeys() else { return }
      seat.pass()
      show()
    }
  }

  /// Returns false when all that happened is a write of our own, which shows already.
  private func wait() -> Bool {
    var watched = (terminal.descriptors + seat.descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // A signal ends the wait early: it has written to one of the descriptors.
    let count = poll(&watched, nfds_t(watched.count), Int32(seat.delay) + 1)
    let ready = watched.filter { $0.revents != 0 }.map(\.fd)
    return seat.woke(ready) || count != 1
  }

  /// Applies all that was typed. Returns false when the terminal is gone.
  private func readKeys() -> Bool {
    while !seat.isDone, let input = terminal.read() {
      if input == .ended { return false }
      seat.act(input)
      perform()
      if seat.isWorking {
        show()
        seat.work()
      }
    }
    return true
  }

  private func perform() {
    for request in seat.takeRequests() {
      switch request {
      case .bell: terminal.bell()
      case .redraw: terminal.redraw()
      case .suspend: terminal.suspend()
      }
    }
  }

  private func show() {
    perform()
    if !seat.isDone { terminal.show(seat.picture) }
  }
}
