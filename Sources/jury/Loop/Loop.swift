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
  let changes: Changes

  /// Returns when the person leaves or the terminal is gone.
  func run() {
    var nextRetry = 0
    show()
    while !desk.isDone {
      guard wait() else { continue }
      guard readKeys() else { return }
      let now = desk.now().up
      if desk.isRetrying, now >= nextRetry {
        nextRetry = now + Wake.retry
        desk.retry()
      }
      desk.tick()
      show()
    }
  }

  /// Returns false when all that happened is a write of our own, which shows already.
  private func wait() -> Bool {
    let delay = min(
      Wake.delay(desk.console, isUnsaved: desk.isRetrying, at: desk.now()), desk.beatDelay ?? .max)
    var watched = (terminal.descriptors + [changes.descriptor]).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    // A signal ends the wait early: it has written to one of the descriptors.
    let count = poll(&watched, nfds_t(watched.count), Int32(delay) + 1)
    let ready = watched.filter { $0.revents != 0 }.map(\.fd)
    let up = desk.now().up
    // Where other machines write, nothing may tell of it: it is looked at once a second.
    guard ready.contains(changes.descriptor) || desk.hasNeighbours && up >= changes.nextPoll else { return true }
    return desk.changed(changes.drain(at: up, watching: desk.room?.candidate)) || count != 1
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
