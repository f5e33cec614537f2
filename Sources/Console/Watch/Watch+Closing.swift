import Evaluation
import Screen

// The end of the day: what the minutes lack, and the manager's observations (annex 4, part 4).

extension Watch {
  /// The observations of the session whose minutes are shown.
  var observations: String { closing.map { sessions[$0.session].day.observations } ?? "" }

  /// Asks for the page; it opens when the session was read.
  func askClosing(_ place: Place) -> [WatchEffect] { [.lookAtClosing(session: place.session)] }

  mutating func closingRead(_ read: ClosingPage) {
    guard sessions.indices.contains(read.session) else { return }
    let index = closing?.session == read.session ? closing?.index ?? 0 : 0
    closing = read
    closing?.index = max(0, min(read.proposals.count - 1, index))
    page = .closing
  }

  /// Takes proposals into the observations, those that are not there yet.
  mutating func take(_ proposals: [String]) -> [WatchEffect] {
    guard let closing else { return [] }
    let new = proposals.filter { !ClosingPage.holds(observations, $0) }
    guard !new.isEmpty else {
      refuse("rien à prendre : c'est déjà dans les observations", "nothing to take: the observations hold it already")
      return []
    }
    return [
      .record(session: closing.session, .observationsWritten(text: ClosingPage.adding(new, to: observations)))
    ]
  }

  mutating func askObservations() {
    guard let closing else { return }
    asked = .text(
      .observations(session: closing.session, before: observations),
      title: Phrase(
        "Observations du responsable, pour le procès-verbal", "The manager's observations, for the minutes"),
      field: TextField(observations, lines: true), takesNothing: true)
  }

  /// - Parameter before: the text that the pane opened with.
  mutating func wroteObservations(_ session: Int, before: String, _ text: String) -> [WatchEffect] {
    guard sessions[session].day.observations == before else {
      // Written elsewhere meanwhile: the words typed here stay on screen, and are put over nothing.
      asked = .text(
        .observations(session: session, before: sessions[session].day.observations),
        title: Phrase(
          "Les observations ont changé ailleurs ; Entrée met celles-ci à leur place",
          "The observations changed elsewhere; Enter puts these in their place"),
        field: TextField(text, lines: true), takesNothing: true)
      return []
    }
    guard text != before else { return [] }
    return [.record(session: session, .observationsWritten(text: text))]
  }

  mutating func moveInClosing(_ command: WatchCommand) {
    guard let closing else { return }
    let last = max(0, closing.proposals.count - 1)
    let target =
      switch command {
      case .up: closing.index - 1
      case .down: closing.index + 1
      case .pageUp: closing.index - 10
      case .pageDown: closing.index + 10
      case .first: 0
      default: last
      }
    self.closing?.index = max(0, min(last, target))
  }
}
