import Console
import Evaluation
import Store

/// Other consoles' signs of life, and what they tell of their machines' clocks.
struct Hearing {
  /// What was measured of others' boot clocks.
  private(set) var bridges: [Bridge] = []
  private var heard: [String: Heard] = [:]

  /// A console's last sign of life.
  private struct Heard {
    let presence: Presence
    let at: Stamp
    /// It was seen to change: it is alive, and its clocks can be told from ours.
    let isFresh: Bool
  }

  mutating func hear(_ presence: Presence, at now: Stamp) {
    let last = heard[presence.author]
    guard last?.presence != presence else { return }
    // What stood there when we came may be old: only a change tells when it was written.
    heard[presence.author] = Heard(presence: presence, at: now, isFresh: last != nil || presence.boot == now.boot)
    guard last != nil, presence.boot != now.boot, let at = WallTime(presence.at) else { return }
    // A sign of life takes time to come, never less than none: the least difference is the nearest to the truth.
    let bridge = Bridge(
      boot: presence.boot, here: now.boot, offset: now.up - presence.up,
      wallAhead: at.unixMilliseconds - now.at.unixMilliseconds)
    if let index = bridges.firstIndex(where: { $0.boot == bridge.boot && $0.here == bridge.here }) {
      if bridge.offset < bridges[index].offset { bridges[index] = bridge }
    } else {
      bridges.append(bridge)
    }
  }

  /// Those heard, by author.
  ///
  /// - Parameter seenUpTo: when the last of this console's facts that one has taken in was recorded.
  func neighbours(seenUpTo: (Presence) -> Stamp? = { _ in nil }) -> [Neighbour] {
    heard.values.compactMap { neighbour($0, seenUpTo) }.sorted { $0.juror < $1.juror }
  }

  private func neighbour(_ heard: Heard, _ seenUpTo: (Presence) -> Stamp?) -> Neighbour? {
    guard let since = WallTime(heard.presence.since), let written = WallTime(heard.presence.at) else { return nil }
    // On one machine the sign itself says when it was made; on another, only its coming does.
    let heardAt =
      heard.isFresh && heard.presence.boot == heard.at.boot
      ? Stamp(at: written, boot: heard.presence.boot, up: heard.presence.up)
      : heard.isFresh ? heard.at : heard.at.advanced(by: -Neighbour.patience - 1)
    let bridge = bridges.first { $0.boot == heard.presence.boot && $0.here == heard.at.boot }
    return Neighbour(
      juror: heard.presence.author, since: since, heardAt: heardAt, wallAhead: bridge?.wallAhead,
      seenUpTo: seenUpTo(heard.presence))
  }
}
