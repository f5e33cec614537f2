import Evaluation
import Screen

/// The one table of keys of a screen with pages: dispatch, footer, help and README read it.
///
/// Its law: on one page a key means one thing. All are reachable on AZERTY without AltGr.
public struct KeyTable<Command: Sendable, Page: Sendable>: Sendable {
  public let bindings: [Binding<Command, Page>]
  private let byPage: [(page: Page, bindings: [Binding<Command, Page>])]
}

// What the types must be is asked for here: where the type itself does, it is looked for among all of the program's types at
// the start.
extension KeyTable where Command: Hashable, Page: Hashable & CaseIterable {
  init(_ bindings: [Binding<Command, Page>]) {
    self.bindings = bindings
    byPage = Page.allCases.map { page in (page, bindings.filter { $0.pages.contains(page) }) }
  }

  /// What a key asks for on a page, or nil when it means nothing there.
  public func command(for key: Key, on page: Page) -> Command? {
    bindings(on: page).first { $0.keys.contains(key) }?.command
  }

  /// The lines of the table that act on a page, in the order of the footer.
  public func bindings(on page: Page) -> [Binding<Command, Page>] {
    byPage.first { $0.page == page }?.bindings ?? []
  }

  /// The keys that the footer of a page names, each with its label.
  func footerKeys(on page: Page, where isUseful: (Command) -> Bool = { _ in true }) -> [(key: Key, label: Phrase)] {
    bindings(on: page).compactMap { line in
      guard let key = line.keys.first, let label = line.label, isUseful(line.command) else { return nil }
      return (key, label)
    }
  }

  /// The page's keys, those that can act now before the others, then those that act on every page, as lines to read of
  /// `columns` columns.
  func helpLines(
    on page: Page, _ language: Language, columns: Int, where isUseful: (Command) -> Bool = { _ in true }
  ) -> [[Run]] {
    let everywhere = Page.allCases.count
    let own = bindings(on: page).filter { $0.pages.count < everywhere }
    let shared = bindings(on: page).filter { $0.pages.count == everywhere }
    let ordered = own.filter { isUseful($0.command) } + own.filter { !isUseful($0.command) }
    return ordered.flatMap { $0.helpLines(language, columns: columns) } + [[]]
      + shared.flatMap { $0.helpLines(language, columns: columns) }
  }
}

extension Binding {
  /// The keys as they are told of: the first two, or the words that stand for many.
  func keysText(_ language: Language) -> String {
    shown?(language) ?? keys.prefix(2).map { $0.name(language) }.joined(separator: "  ")
  }

  fileprivate func helpLines(_ language: Language, columns: Int) -> [[Run]] {
    let indent = min(24, columns / 3)
    return Wrap.lines(help(language), width: columns - indent).enumerated().map { index, line in
      let head = index == 0 ? keysText(language) : ""
      return [Run(head + String(repeating: " ", count: max(1, indent - Width.columns(head))), "accent"), Run(line)]
    }
  }
}
