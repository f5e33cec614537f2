import Evaluation
import Screen

// Adding and removing.

extension PlanEditor {
  mutating func add() {
    let name = Phrase("NOM et prénom, le nom en capitales : « DURAND Léa »", "FAMILY and given name: “DURAND Léa”")
    switch page {
    case .candidates: asked = .text(.newCandidate, title: name, field: TextField())
    case .jury: asked = .text(.newJuror, title: name, field: TextField())
    case .rooms: asked = .text(.newRoom, title: Phrase("Nom de la salle", "The room's name"), field: TextField())
    default: break
    }
  }

  mutating func added(_ subject: Subject, _ text: String) {
    var changed = plan
    let record: Record
    switch subject {
    case .newCandidate:
      let (family, given) = Self.name(text)
      let id = PersonID.free(family: family, given: given, taken: Set(plan.candidates.map(\.id)))
      changed.candidates.append(
        Candidate(
          id: id, family: family, given: given, route: .training, format: referential.formats.first?.id,
          interviewMinutes: nil, extraMinutes: 0, heldBlocks: []))
      record = .candidate(id)
    case .newJuror:
      let (family, given) = Self.name(text)
      // A juror's id names their journal, and the manager has one.
      let id = PersonID.free(family: family, given: given, taken: Set(plan.jury.map(\.id) + ["manager", "jury"]))
      let unknown = t("à préciser", "to be given")
      changed.jury.append(
        Juror(
          id: id, family: family, given: given, post: unknown, company: unknown, years: 0, isExternal: false,
          isPresident: false))
      record = .juror(id)
    case .newRoom:
      changed.rooms.append(Room(name: text))
      record = .room(text)
    default: return
    }
    take(changed)
    if plan == changed { show(record) }
  }

  /// The words in capitals are the family's; where none is, the first.
  static func name(_ text: String) -> (family: String, given: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let capitals = words.filter { $0.count > 1 && $0 == $0.uppercased() && $0 != $0.lowercased() }
    let family = capitals.isEmpty ? Array(words.prefix(1)) : capitals
    let given = capitals.isEmpty ? Array(words.dropFirst()) : words.filter { !capitals.contains($0) }
    return (family.joined(separator: " "), given.isEmpty ? "–" : given.joined(separator: " "))
  }

  mutating func remove() {
    let records = records
    guard records.indices.contains(row) else { return }
    let record = records[row]
    if case .candidate(let id) = record, begun.contains(id) { return refuse(Self.hasBegun) }
    if case .slot(let id) = record {
      if begun.contains(id) { return refuse(Self.hasBegun) }
      if plan.slot(of: id) == nil { return refuse(Refusal(Phrase("pas de créneau", "no slot"))) }
    }
    let name = title(of: record)
    asked = .confirm(.removal(record), Phrase("Retirer \(name) du plan ?", "Remove \(name) from the plan?"))
  }

  static let hasBegun = Refusal(Phrase("son oral a commencé", "their oral has begun"))
  static let someHasBegun = Refusal(Phrase("un oral a commencé", "an oral has begun"))

  mutating func removed(_ record: Record) {
    var changed = plan
    switch record {
    case .candidate(let id):
      changed.candidates.removeAll { $0.id == id }
      changed.slots.removeAll { $0.candidate == id }
      changed.ties.removeAll { $0.candidate == id }
    case .juror(let id):
      let heard = plan.slots.contains { $0.jury.contains(id) && begun.contains($0.candidate) }
      guard !heard else {
        return refuse(Refusal(Phrase("un oral devant ce juré a commencé", "an oral before them has begun")))
      }
      changed.jury.removeAll { $0.id == id }
      changed.ties.removeAll { $0.juror == id }
      for index in changed.slots.indices { changed.slots[index].jury.removeAll { $0 == id } }
      for index in changed.rooms.indices { changed.rooms[index].jury.removeAll { $0 == id } }
    case .room(let name): changed.rooms.removeAll { $0.name == name }
    case .slot(let id): changed.slots.removeAll { $0.candidate == id }
    case .session: return
    }
    take(changed)
  }

  /// What a record is called.
  func title(of record: Record) -> String {
    switch record {
    case .session: plan.title
    case .candidate(let id): plan.candidate(id)?.name ?? id
    case .juror(let id): plan.juror(id)?.name ?? id
    case .room(let name): Room.title(name)(language)
    case .slot(let id): t("créneau de \(plan.candidate(id)?.name ?? id)", "slot of \(plan.candidate(id)?.name ?? id)")
    }
  }
}
