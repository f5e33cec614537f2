/// A screen of the console.
public enum Page: Int, Sendable, CaseIterable {
  /// The session's candidates.
  case home
  /// Identity, jurors present, ties: what the règlement wants before an oral starts.
  case before
  /// The live oral.
  case oral
  /// The jury's questions.
  case agenda
  /// Verdicts, competency by competency.
  case deliberation
  /// Blocks, decision, comment.
  case decision
  /// What still keeps the grid from being sealed.
  case obstacles
  /// The grid as it will be printed, and its signatures.
  case grid
}

/// A value for each page: an array, where a dictionary would have the start wait for hashing to be set up.
struct EachPage<Value: Equatable & Sendable>: Equatable, Sendable {
  private var values: [Value]

  init(_ value: (Page) -> Value) { values = Page.allCases.map(value) }

  subscript(page: Page) -> Value {
    get { values[page.rawValue] }
    set { values[page.rawValue] = newValue }
  }
}
