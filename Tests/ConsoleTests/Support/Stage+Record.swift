import Console

@testable import Evaluation

extension Stage {
  /// Facts recorded in the open journal without a key.
  mutating func record(_ events: [Event]) {
    for action in world.perform(.record(events.map { Fact($0) }), at: now) { act(action) }
  }
}
