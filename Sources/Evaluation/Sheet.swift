/// What one author saw and thought of an oral: their marks, notes and questions.
///
/// Its law: it changes by its author's facts alone, so that several can be kept apart.
public struct Sheet: Equatable, Sendable {
  public struct Note: Equatable, Sendable {
    /// From 1, in order.
    public let number: Int
    /// A criterion, a competency, or `oral`.
    public let subject: String
    public let text: String
    public let at: Stamp
    public var isWithdrawn = false
    /// The candidate of a mock oral may read it.
    public var isShared = false
  }

  struct Tick: Equatable, Sendable {
    let criterion: String
    let mark: Mark
    let at: Stamp
  }

  public struct Question: Equatable, Sendable {
    public var text = ""
    public var askedAt: [Stamp] = []
    /// When those taken back had been asked, for an undo to bring back.
    var unaskedAt: [Stamp] = []
  }

  public internal(set) var marks: [String: Mark] = [:]
  /// How many of each mark ``marks`` holds, by competency: counted as they are set, for the pages show it at every key.
  private var tallies: [String: Tally] = [:]
  /// When a criterion's mark was last set.
  public internal(set) var markedAt: [String: Stamp] = [:]
  /// Every change of a mark, oldest first.
  private(set) var ticks: [Tick] = []
  public internal(set) var notes: [Note] = []
  /// By subject, how many notes stand.
  private var noteCounts: [String: Int] = [:]
  public internal(set) var questions: [String: Question] = [:]
  /// The author's own opinion of each competency, given before the jury deliberates.
  public internal(set) var opinions: [String: Bool] = [:]
  /// The grid is handed in: its marks are the first values, and stay.
  public internal(set) var isHandedIn = false
  /// How many facts made it.
  var factCount = 0
  /// The inverses of the facts that can be undone, the next one last.
  var undoable: [Event] = []

  public init() {}

  public func mark(of criterion: String) -> Mark { marks[criterion] ?? .none }

  /// How many of the competency's criteria bear each mark.
  public func tally(of competency: Competency) -> Tally {
    var tally = tallies[competency.id] ?? Tally()
    tally.none = competency.criteria.count - tally.marked
    return tally
  }

  /// Notes that stand, on one subject or on all, oldest first.
  public func notes(on subject: String? = nil) -> [Note] {
    notes.filter { !$0.isWithdrawn && (subject == nil || $0.subject == subject) }
  }

  /// How many notes on a subject stand.
  func noteCount(on subject: String) -> Int { noteCounts[subject] ?? 0 }
}

/// Counts of marks.
public struct Tally: Equatable, Sendable {
  public var met = 0
  public var notMet = 0
  public var toProbe = 0
  public var none = 0

  public init() {}

  public var total: Int { met + notMet + toProbe + none }
  /// Criteria that bear a mark.
  public var marked: Int { total - none }

  mutating func count(_ mark: Mark, insteadOf before: Mark) {
    add(mark)
    add(before, -1)
  }

  /// Counts a mark, or `-1` of it: takes one away.
  mutating func add(_ mark: Mark, _ count: Int = 1) {
    switch mark {
    case .met: met += count
    case .notMet: notMet += count
    case .toProbe: toProbe += count
    case .none: none += count
    }
  }
}

// MARK: Facts

extension Event {
  /// Whether it says what its author saw or thinks, and nothing that concerns the jury as one.
  public var isPersonal: Bool {
    switch self {
    case .criterionMarked, .noted, .noteWithdrawn, .noteRestored, .noteShared, .questionPrepared, .questionAsked,
      .questionUnasked,
      .opinionGiven:
      true
    default: false
    }
  }
}

extension Sheet {
  /// What would undo an event of the author's; nil for one that concerns the jury.
  func inverse(of event: Event) -> Event? {
    switch event {
    case .criterionMarked(let criterion, _): .criterionMarked(criterion: criterion, mark: mark(of: criterion))
    case .noted: .noteWithdrawn(note: notes.count + 1)
    case .noteWithdrawn(let note): .noteRestored(note: note)
    case .noteRestored(let note): .noteWithdrawn(note: note)
    case .noteShared(let note, let isShared): .noteShared(note: note, !isShared)
    case .questionPrepared(let criterion, _):
      .questionPrepared(criterion: criterion, text: questions[criterion]?.text ?? "")
    case .questionAsked(let criterion): .questionUnasked(criterion: criterion)
    case .questionUnasked(let criterion): .questionAsked(criterion: criterion)
    case .opinionGiven(let competency, _): .opinionGiven(competency: competency, acquired: opinions[competency])
    default: nil
    }
  }

  /// - Parameter competency: of the criterion that the fact marks.
  mutating func change(by fact: Fact, on competency: String?, at stamp: Stamp) {
    factCount += 1
    switch fact.event {
    case .criterionMarked(let criterion, let mark):
      let before =
        mark == .none ? marks.removeValue(forKey: criterion) : marks.updateValue(mark, forKey: criterion)
      if let competency { tallies[competency, default: Tally()].count(mark, insteadOf: before ?? .none) }
      markedAt[criterion] = mark == .none ? nil : stamp
      ticks.append(Tick(criterion: criterion, mark: mark, at: stamp))
    case .noted(let subject, let text):
      notes.append(Note(number: notes.count + 1, subject: subject, text: text, at: stamp))
      noteCounts[subject, default: 0] += 1
    case .noteWithdrawn(let note): set(note, withdrawn: true)
    case .noteRestored(let note): set(note, withdrawn: false)
    case .noteShared(let number, let isShared):
      guard let index = notes.firstIndex(where: { $0.number == number }) else { break }
      notes[index].isShared = isShared
    case .questionPrepared(let criterion, let text): questions[criterion, default: Question()].text = text
    case .questionAsked(let criterion): ask(criterion, at: stamp, again: fact.isUndo)
    case .questionUnasked(let criterion): unask(criterion, forGood: fact.isUndo)
    case .opinionGiven(let competency, let acquired): opinions[competency] = acquired
    default: break
    }
  }

  private mutating func set(_ number: Int, withdrawn isWithdrawn: Bool) {
    guard let index = notes.firstIndex(where: { $0.number == number && $0.isWithdrawn != isWithdrawn }) else { return }
    notes[index].isWithdrawn = isWithdrawn
    noteCounts[notes[index].subject, default: 0] += isWithdrawn ? -1 : 1
  }

  /// A question asked; one that was unasked by mistake keeps the time it was asked at.
  private mutating func ask(_ criterion: String, at stamp: Stamp, again isUndo: Bool) {
    let before = isUndo ? questions[criterion]?.unaskedAt.popLast() : nil
    questions[criterion, default: Question()].askedAt.append(before ?? stamp)
  }

  private mutating func unask(_ criterion: String, forGood isUndo: Bool) {
    guard let last = questions[criterion]?.askedAt.popLast(), !isUndo else { return }
    questions[criterion]?.unaskedAt.append(last)
  }
}
