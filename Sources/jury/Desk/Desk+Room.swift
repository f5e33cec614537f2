import Console
import Evaluation
import Store

extension Desk {
  /// Whether other consoles write this session too, on this machine or another.
  var hasNeighbours: Bool { session.plan.marking == .individual }

  /// About once a second: tells the others that we are here, hears them, and reads what they wrote where nothing tells
  /// of it (a network file system).
  ///
  /// - Returns: whether it was time.
  @discardableResult
  func beat() -> Bool {
    guard room != nil else { return beatAlone() }
    readDay()
    guard let room, let (neighbours, alarms) = room.beat(at: now(), isHere: !console.isWatching) else { return false }
    follow(always: console.oral?.clock.bridges != room.fold.oral.clock.bridges)
    if neighbours != console.neighbours || alarms != console.alarms {
      act(.neighboursSeen(neighbours, alarms: alarms))
    }
    return true
  }

  /// Reads what others wrote, and shows it.
  func follow(always: Bool = false) {
    guard let room else { return }
    guard room.poll() || always else { return }
    // The grid's file first: what is shown next may be that grid.
    let gathered = gather(room.fold.oral)
    act(.followed(room.fold.oral))
    for action in gathered { act(action) }
  }

  /// Milliseconds until the next ``beat()``; nil when there is nobody to tell.
  var beatDelay: Int? {
    if let room { return room.delay(at: now()) }
    return journal.map { _ in max(0, nextSign - now().up) }
  }
}
