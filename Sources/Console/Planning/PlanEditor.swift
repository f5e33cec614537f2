import Evaluation
import Screen

/// The session manager's editor of the plan: a model beside the oral's ``Console``, with pages of its own.
///
/// Its laws: it touches nothing outside, ``update(_:)`` returns what must happen there; a plan that the plan's own reader
/// refuses is never taken; what has begun is not changed.
public struct PlanEditor: Equatable, Sendable {
  public enum Page: String, CaseIterable, Sendable {
    case candidates, jury, rooms, slots, session, check, record
  }

  /// What is open on the page of fields.
  public enum Record: Equatable, Hashable, Sendable {
    case session
    case candidate(String)
    case juror(String)
    case room(String)
    /// The slot of a candidate.
    case slot(String)
  }

  public enum Subject: Equatable, Sendable {
    /// The field of that number of the record that is open.
    case field(Int)
    case newCandidate, newJuror, newRoom
    case removal(Record)
    case leaving
    case help
  }

  public enum Action: Equatable, Sendable {
    case pressed(Key)
    case pasted(String)
    case clicked(Mouse)
    case resized(Size)
    case saved
    case refused(Refusal)
    /// What is found of the plan that its rules cannot read: keys that cannot be used, how it stands to what was signed.
    case checked([PlanFinding])
    /// The planner's answer: the plan with slots, and what to say of it.
    case planned(Plan, said: Phrase)
  }

  public enum Effect: Equatable, Sendable {
    /// Put the plan on disk → `saved` or `refused`.
    case save(Plan)
    /// Find slots for those who have none → `planned` or `refused`.
    case plan(Plan)
    case redraw, suspend, quit
  }

  public internal(set) var plan: Plan
  /// As it is on disk.
  public internal(set) var saved: Plan
  let referential: Referential
  /// Candidates whose orals have begun.
  let begun: Set<String>
  public internal(set) var page = Page.candidates
  var rows: [Page: Int] = [:]
  var record = Record.session
  /// Where Escape goes from the page of fields.
  var origin = Page.candidates
  var asked: Inquiry<Subject>?
  var message: Message?
  /// Plans before each change, the last one last.
  var past: [Plan] = []
  var size: Size
  let language: Language
  /// The rules' findings, worked out after each change, and those told from outside; what blocks first.
  var findings: [PlanFinding] {
    let all = found + outside
    return all.filter(\.blocks) + all.filter { !$0.blocks }
  }
  var found: [PlanFinding]
  var outside: [PlanFinding] = []

  public init(
    _ plan: Plan, _ referential: Referential, begun: Set<String> = [], language: Language, size: Size
  ) {
    self.plan = plan
    saved = plan
    self.referential = referential
    self.begun = begun
    self.language = language
    self.size = size
    found = PlanCheck(plan, referential).findings
  }

  public var isSaved: Bool { plan == saved }

  /// The list's page before the page of fields, and its records.
  var records: [Record] { records(of: page) }

  func records(of page: Page) -> [Record] {
    switch page {
    case .candidates: plan.candidates.map { .candidate($0.id) }
    case .jury: plan.jury.map { .juror($0.id) }
    case .rooms: plan.rooms.map { .room($0.name) }
    case .slots: slotOrder.map { .slot($0) }
    case .session, .check, .record: []
    }
  }

  /// Candidates by slot; those without one last.
  private var slotOrder: [String] {
    let placed = plan.slots.sorted { ($0.start.unixMilliseconds, $0.room) < ($1.start.unixMilliseconds, $1.room) }
    return placed.map(\.candidate) + plan.candidates.map(\.id).filter { plan.slot(of: $0) == nil }
  }

  /// How many lines the page has.
  var count: Int {
    switch page {
    case .session: fields(of: .session).count
    case .record: fields(of: record).count
    case .check: findings.count
    default: records.count
    }
  }

  /// The line under the cursor, from 0.
  var row: Int { max(0, min(rows[page] ?? 0, count - 1)) }

  func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }

  /// What is found wrong with a record.
  func findings(of record: Record) -> [PlanFinding] {
    switch record {
    case .session: findings.filter { $0.subjects.isEmpty || $0.subjects.contains("manager") }
    case .candidate(let id), .slot(let id), .juror(let id): findings.filter { $0.subjects.contains(id) }
    case .room(let name): findings.filter { $0.subjects.contains(name) }
    }
  }
}
