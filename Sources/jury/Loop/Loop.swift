import Console
import Evaluation
import Glibc
import Screen
import Store
import Terminal

/// The one loop: waits for the keyboard, the disk or the next second, lets the desk act, shows the frame.
///
/// Its laws: no thread; each key is applied in order, to a console that knows what the keys before it did; the frame is
/// shown once all that was typed is applied; what shows nothing that moves sleeps.
struct Loop {
  let desk: Desk
  let terminal: TerminalScreen
  let changes: ChangeSignal?

  /// Returns when the person leaves or the terminal is gone.
  func run() {
    var nextRetry = 0
    show()
    while !desk.isDone {
      guard wait() else { continue }
      guard readKeys() else { return }
      let now = desk.now().up
      if desk.isUnsaved, now >= nextRetry {
        nextRetry = now + Wake.retry
        desk.retry()
      }
      desk.tick()
      show()
    }
  }

  /// Returns false when all that happened is a write of our own, which shows already.
  private func wait() -> Bool {
    let delay = Wake.delay(desk.console, isUnsaved: desk.isUnsaved, at: desk.now())
    var watched = (terminal.descriptors + [changes?.descriptor].compactMap { $0 }).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // A signal ends the wait early: it has written to one of the descriptors.
    guard poll(&watched, nfds_t(watched.count), Int32(delay) + 1) > 0 else { return true }
    let ready = watched.filter { $0.revents != 0 }.map(\.fd)
    guard let changes, ready.contains(changes.descriptor) else { return true }
    return desk.changed(changes.drain()) || ready.count > 1
  }

  /// Applies all that was typed. Returns false when the terminal is gone.
  private func readKeys() -> Bool {
    while !desk.isDone, let input = terminal.read() {
      switch input {
      case .key(let key): desk.act(.pressed(key))
      case .mouse(let mouse): desk.act(.clicked(mouse))
      case .pasted(let text): desk.act(.pasted(text))
      case .resized(let size): desk.act(.resized(size))
      case .ended: return false
      }
      perform()
      if desk.isWorking {
        show()
        desk.work()
      }
    }
    return true
  }

  private func perform() {
    for request in desk.takeRequests() {
      switch request {
      case .bell: terminal.bell()
      case .redraw: terminal.redraw()
      case .suspend: terminal.suspend()
      }
    }
  }

  private func show() {
    perform()
    if !desk.isDone { terminal.show(desk.picture) }
  }
}
