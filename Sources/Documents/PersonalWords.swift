import Evaluation
import JSON

/// The members and values of a person's data in words that they know.
struct PersonalWords {
  let language: Language
  /// The person's: what decisions are called there.
  let route: Candidate.Route
  /// What a certification calls its formats, blocks and competencies, by id.
  let titles: [String: String]

  /// Members in the order in which they are told.
  private static let names: [(member: String, phrase: Phrase)] = [
    ("title", Phrase("intitulé", "title")), ("family", Phrase("nom", "family name")),
    ("given", Phrase("prénom", "given name")), ("id", Phrase("identifiant", "identifier")),
    ("from", Phrase("du", "from")), ("to", Phrase("au", "to")), ("centre", Phrase("centre", "centre")),
    ("mock", Phrase("oral blanc", "mock oral")), ("sample", Phrase("exemple", "sample")),
    ("certification", Phrase("certification", "certification")), ("route", Phrase("voie", "route")),
    ("format", Phrase("épreuve", "oral")),
    ("interviewMinutes", Phrase("entretien, en minutes", "interview, in minutes")),
    ("extraMinutes", Phrase("temps supplémentaire, en minutes", "extra time, in minutes")),
    ("heldBlocks", Phrase("blocs déjà acquis", "blocks already held")),
    ("askedBlocks", Phrase("blocs demandés", "blocks asked for")),
    ("deliverablesOn", Phrase("livrables transmis le", "deliverables sent on")),
    ("dossier", Phrase("pièces du Livret 2", "pieces of Livret 2")),
    ("evidence", Phrase("éléments de preuve", "evidence")), ("competency", Phrase("compétence", "competency")),
    ("mission", Phrase("mission", "mission")), ("organisation", Phrase("organisation", "organisation")),
    ("period", Phrase("période", "period")), ("number", Phrase("preuve no", "evidence number")),
    ("start", Phrase("début", "start")), ("minutes", Phrase("durée, en minutes", "length, in minutes")),
    ("room", Phrase("salle", "room")), ("link", Phrase("lien", "link")),
    ("lateMinutes", Phrase("retard, en minutes", "late, in minutes")), ("absent", Phrase("absent", "absent")),
    ("code", Phrase("incident", "incident")), ("at", Phrase("le", "on")), ("closedAt", Phrase("clos le", "closed on")),
    ("withdrawn", Phrase("retiré", "withdrawn")), ("identityChecked", Phrase("identité vérifiée", "identity checked")),
    ("absence", Phrase("absence", "absence")), ("startedAt", Phrase("commencé le", "started on")),
    ("endedAt", Phrase("terminé le", "ended on")), ("phases", Phrase("phases", "phases")),
    ("planned", Phrase("prévu", "planned")), ("spent", Phrase("passé", "spent")),
    ("pauses", Phrase("pauses", "pauses")),
    ("decision", Phrase("décision", "decision")), ("result", Phrase("résultat", "result")),
    ("outcome", Phrase("issue", "outcome")), ("comment", Phrase("commentaire", "comment")),
    ("reason", Phrase("raison", "reason")), ("blocks", Phrase("blocs", "blocks")),
    ("competencies", Phrase("compétences", "competencies")), ("acquired", Phrase("acquis", "acquired")),
    ("held", Phrase("déjà acquis", "already held")),
    ("unmarked", Phrase("critères sans coche", "criteria without a mark")),
    ("refusedBlocks", Phrase("blocs refusés", "refused blocks")), ("sealedAt", Phrase("scellée le", "sealed on")),
    ("edition", Phrase("édition", "edition")), ("void", Phrase("annulée", "void")),
    ("session", Phrase("session", "session")), ("candidate", Phrase("candidat", "candidate")),
    ("grid", Phrase("empreinte de la grille", "the grid's digest")),
    ("referential", Phrase("empreinte du référentiel", "the referential's digest")),
  ]

  /// What an object of a list is, before what is said of it.
  private static let leads = ["title", "id", "competency", "code"]

  private static let said: [String: [String: Phrase]] = [
    "route": ["training": Phrase("formation", "training"), "vae": Phrase("VAE", "VAE")],
    "ties": [
      "professional": Phrase("professionnel", "professional"), "personal": Phrase("personnel", "personal"),
      "training": Phrase("a pris part à la formation", "took part in the training"),
    ],
    "attendance": ["present": Phrase("présent", "present")],
    "result": ["absent": Phrase("absent", "absent")],
  ]

  func name(_ member: String) -> String {
    if let piece = DossierList.Piece(rawValue: member) { return piece.phrase(language) }
    return Self.names.first { $0.member == member }?.phrase(language) ?? member
  }

  /// The members of an object, in the order in which they are told.
  func ordered(_ json: JSON) -> [JSON.Member] {
    let places = Dictionary(uniqueKeysWithValues: Self.names.enumerated().map { ($0.element.member, $0.offset) })
    // What form a document's JSON has says nothing of the person.
    let members = (json.members ?? []).filter { $0.value.string?.hasPrefix("jury-") != true || $0.key != "format" }
    return members.enumerated().sorted {
      (places[$0.element.key] ?? .max, $0.offset) < (places[$1.element.key] ?? .max, $1.offset)
    }.map(\.element)
  }

  /// A value in one line; an object as what it is, then what is said of it.
  ///
  /// - Parameter member: what it is the value of.
  func line(_ json: JSON, of member: String) -> String {
    switch json {
    case .string(let text): return value(text, of: member)
    case .int(let number):
      return ["planned", "spent"].contains(member) ? minutesText(number) : String(number)
    case .bool(let flag): return (flag ? Phrase("oui", "yes") : Phrase("non", "no"))(language)
    case .array(let items): return items.map { line($0, of: member) }.joined(separator: ", ")
    case .null: return ""
    default: break
    }
    let members = ordered(json)
    let lead = Self.leads.lazy.compactMap { lead in members.first { $0.key == lead } }.first
    let rest = members.filter { $0.key != lead?.key }.map {
      name($0.key) + Phrase(" : ", ": ")(language) + line($0.value, of: $0.key)
    }
    return ([lead.map { line($0.value, of: $0.key) }].compactMap { $0 } + [rest.joined(separator: " ; ")])
      .filter { !$0.isEmpty }.joined(separator: " – ")
  }

  private func value(_ text: String, of member: String) -> String {
    if let phrase = Self.said[member]?[text] { return phrase(language) }
    if ["decision", "outcome", "result"].contains(member), let decision = Decision(rawValue: text) {
      // The minutes' results are those of annex 4, whatever the route.
      return decision.phrase(on: member == "result" ? .training : route)(language)
    }
    if let date = CalendarDate(text) { return date.longText(language) }
    if let time = WallTime(text) {
      return time.date.longText(language) + Phrase(" à ", " at ")(language) + time.minuteText
    }
    guard let title = titles[text], title != text else { return text }
    return ["id", "format", "competency", "heldBlocks", "askedBlocks"].contains(member) ? "\(text) \(title)" : text
  }
}
