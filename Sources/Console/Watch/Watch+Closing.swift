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
    // A list that lost its first item leaves the cursor on the same one.
    let kept = closing.flatMap { $0.session == read.session ? $0.index + read.missing.count - $0.missing.count : nil }
    closing = read
    let count = read.count(with: observations)
    closing?.index = max(0, min(count - 1, kept ?? (read.proposals.isEmpty ? 0 : read.missing.count)))
    page = .closing
  }

  /// Takes the proposal under the cursor.
  mutating func takeHere() -> [WatchEffect] {
    guard let proposal = closing?.proposal else {
      refuse("Entrée prend une ligne proposée (+)", "Enter takes a proposed line (+)")
      return []
    }
    return take([proposal])
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
    let last = max(0, closing.count(with: observations) - 1)
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
