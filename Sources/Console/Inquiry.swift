import Evaluation
import Screen

/// A question over a page of the session manager's screens; while it stands, keys go to it.
///
/// `Subject` is what the screen asks about. The screen keeps one, gives it each key, and acts on the reply:
///
///     var asked: Inquiry<WatchSubject>?
///     switch asked?.reply(to: key, language) { case .typed(let subject, let text): … }
public enum Inquiry<Subject: Equatable & Sendable>: Equatable, Sendable {
  /// A text to type; `takesNothing`: an empty one says something.
  case text(Subject, title: Phrase, field: TextField, takesNothing: Bool = false)
  /// One of several texts, perhaps none yet (-1); with `own`, the last of them is typed.
  case choice(Subject, title: Phrase, choices: [Phrase], index: Int = 0, own: TextField? = nil)
  case confirm(Subject, Phrase)
  /// Lines to read, which the screen has.
  case reading(Subject, scroll: Int = 0)

  /// What came of a key.
  public enum Reply: Equatable, Sendable {
    /// The question stands, perhaps changed.
    case stands
    /// It is given up, or read.
    case closed
    case typed(Subject, String)
    /// - Parameter 1: the place of the choice, from 0.
    case chosen(Subject, Int)
    case confirmed(Subject)
    /// Nothing was typed where something must be.
    case empty
  }
}

extension Inquiry {
  /// The text being typed.
  var field: TextField? {
    switch self {
    case .text(_, _, let field, _): field
    case .choice(_, _, _, _, let own): own
    case .confirm, .reading: nil
    }
  }

  /// Whether leaving would lose words.
  var holdsWords: Bool { field?.isEmpty == false }

  /// What a key does here.
  ///
  /// - Parameters:
  ///   - size: the screen's.
  ///   - lineCount: how many lines there are to read.
  mutating func reply(to key: Key, size: Size, lineCount: Int = 0) -> Reply {
    if key == .escape { return .closed }
    switch self {
    case .text(let subject, _, let field, let takesNothing):
      guard key == .enter else { return type(key) }
      return field.written.isEmpty && !takesNothing ? .empty : .typed(subject, field.written)
    case .choice(let subject, let title, let choices, let index, let own):
      let isOwn = own != nil && index == choices.count - 1
      func at(_ index: Int) -> Self {
        .choice(subject, title: title, choices: choices, index: max(0, min(choices.count - 1, index)), own: own)
      }
      switch key {
      case .up, .backTab: self = at(index - 1)
      case .down, .tab: self = at(index + 1)
      case .pageUp: self = at(index - 10)
      case .pageDown: self = at(index + 10)
      case .enter:
        guard isOwn, let own else { return choices.indices.contains(index) ? .chosen(subject, index) : .stands }
        return own.written.isEmpty ? .empty : .typed(subject, own.written)
      default:
        let typed = own == nil ? key.digit : key.typedDigit
        if !isOwn, let digit = typed, choices.dropLast(own == nil ? 0 : 1).indices.contains(digit - 1) {
          return .chosen(subject, digit - 1)
        }
        return type(key)
      }
      return .stands
    case .confirm(let subject, _):
      // The key that ticks says neither yes nor no.
      switch key {
      case .enter, .character("o"), .character("O"), .character("y"), .character("Y"): return .confirmed(subject)
      case .character("n"), .character("N"): return .closed
      default: return .stands
      }
    case .reading(let subject, let scroll):
      let furthest = max(0, lineCount - size.readingRows)
      guard let next = key.scrolled(from: scroll, rows: size.readingRows, furthest: furthest) else { return .closed }
      self = .reading(subject, scroll: next)
      return .stands
    }
  }

  /// A pasted text. Returns false when no field is open.
  mutating func paste(_ text: String) -> Bool {
    guard var field else { return false }
    field.insert(text)
    self = with(field)
    return true
  }

  private mutating func type(_ key: Key) -> Reply {
    guard var field else { return .stands }
    if key == Console.lineBreak, field.lines { field.insert("\n") } else if !field.edit(key) { return .stands }
    self = with(field)
    return .stands
  }

  /// The same question after its text changed: a choice is one's own then.
  private func with(_ field: TextField) -> Self {
    switch self {
    case .text(let subject, let title, _, let takesNothing):
      .text(subject, title: title, field: field, takesNothing: takesNothing)
    case .choice(let subject, let title, let choices, _, _):
      .choice(subject, title: title, choices: choices, index: choices.count - 1, own: field)
    case .confirm, .reading: self
    }
  }
}

// MARK: How it looks

extension Inquiry {
  /// The keys that answer it, for the footer.
  func keys(_ language: Language) -> [(key: Key, label: Phrase)] {
    let giveUp = (key: Key.escape, label: Phrase("abandonner", "give up"))
    switch self {
    case .text(_, _, let field, _):
      let newLine = field.lines ? [(key: Console.lineBreak, label: Phrase("à la ligne", "new line"))] : []
      return [(.enter, Phrase("enregistrer", "save"))] + newLine + [giveUp]
    case .choice: return [(.enter, Phrase("choisir", "choose")), (.down, Phrase("suivant", "next")), giveUp]
    case .confirm:
      return [
        (.character(language == .fr ? "o" : "y"), Phrase("oui", "yes")), (.character("n"), Phrase("non", "no")),
      ]
    case .reading: return [(.down, Phrase("défiler", "scroll")), (.escape, Phrase("fermer", "close"))]
    }
  }
}

extension Picture {
  /// A question in a panel at the bottom of the page.
  ///
  /// - Parameter reading: the title and lines of one to read.
  mutating func panel<Subject>(
    _ asked: Inquiry<Subject>, reading: (title: String, lines: [[Run]])? = nil, _ language: Language, in area: Area
  ) {
    switch asked {
    case .text(_, let title, let field, _): fieldPanel([Run(title(language), "panel.title")], field, in: area)
    case .choice(_, let title, let choices, let index, let own):
      choicePanel(title(language), choices.map { $0(language) }, index: index, own: own, in: area)
    case .confirm(_, let text): confirmPanel(text(language), in: area)
    case .reading(_, let scroll):
      if let reading { readingPanel(reading.title, reading.lines, scroll: scroll, in: area) }
    }
  }
}
