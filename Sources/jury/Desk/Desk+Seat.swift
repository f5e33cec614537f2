import Console
import Screen
import Store

/// A jury's console as the loop runs it.
extension Desk: Seat {
  var delay: Int { min(Wake.delay(console, isUnsaved: isRetrying, at: now()), beatDelay ?? .max) }

  var descriptors: [Int32] { [changes.descriptor] }

  func act(_ input: Input) {
    switch input {
    case .key(let key): act(Action.pressed(key))
    case .mouse(let mouse): act(Action.clicked(mouse))
    case .pasted(let text): act(Action.pasted(text))
    case .resized(let size): act(Action.resized(size))
    case .ended: break
    }
  }

  func woke(_ ready: [Int32]) -> Bool {
    let up = now().up
    // Where other machines write, nothing may tell of it: it is looked at once a second.
    guard ready.contains(changes.descriptor) || hasNeighbours && up >= changes.nextPoll else { return true }
    return changed(changes.drain(at: up, watching: room?.candidate))
  }

  func pass() {
    let up = now().up
    if isRetrying, up >= nextRetry {
      nextRetry = up + Wake.retry
      retry()
    }
    tick()
  }
}
