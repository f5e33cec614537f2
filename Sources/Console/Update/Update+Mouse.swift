import Evaluation
import Screen

extension Console {
  /// A press selects what is under it, a double press acts on it as its usual key would, the wheel moves. While a
  /// prompt stands only the wheel acts, so that no click is taken for an answer.
  mutating func clicked(_ mouse: Mouse, at now: Stamp) -> [Effect] {
    switch mouse.act {
    case .scrollUp: return turned(.up, at: now)
    case .scrollDown: return turned(.down, at: now)
    case .press, .doublePress:
      guard prompt == nil, let place = picture(at: now).spot(at: mouse.position) else { return [] }
      select(place)
      guard mouse.act == .doublePress, let command = usualCommand(of: place) else { return [] }
      return perform(command, .enter, at: now)
    }
  }

  private mutating func turned(_ key: Key, at now: Stamp) -> [Effect] {
    if prompt != nil { return answered(key, at: now) }
    return perform(key == .up ? .up : .down, key, at: now)
  }

  private mutating func select(_ place: Picture.Spot) {
    jumpedToFirst = false
    switch place {
    case .row(let row):
      rows[page] = row
      if page == .agenda { agendaAt = oral?.agenda[row].id }
    case .competency(let index): spot = Spot(competency: index)
    case .criterion(let index): spot.criterion = index
    }
  }

  /// What a double press asks for; nil where an act decides something, which keys alone do.
  private func usualCommand(of place: Picture.Spot) -> Command? {
    switch (page, place) {
    case (.home, .row), (.obstacles, .row): .open
    case (.before, .row): .toggleRow
    case (.agenda, .row), (.oral, .criterion): .markMet
    case (.deliberation, .row): .criteria
    default: nil
    }
  }
}
