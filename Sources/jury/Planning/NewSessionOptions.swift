import ArgumentParser
import Console
import Evaluation
import Store

/// What a new session is made of, as options; each that is missing and needed is asked for.
struct NewSessionOptions: ParsableArguments {
  @Option(help: .told("Nom de la session.", "The session's name."))
  var title: String?

  @Option(help: .told("Premier jour : 2026-12-01 ou 01/12/2026.", "First day: 2026-12-01.", valueName: "date"))
  var from: String?

  @Option(help: .told("Dernier jour ; sans lui, un seul jour.", "Last day; without it, one day.", valueName: "date"))
  var to: String?

  @Option(help: .told("Centre où se tient la session.", "Centre where the session is held."))
  var centre: String?

  @Option(help: .told("Adresse du centre.", "The centre's address."))
  var address: String?

  @Option(help: .told("Responsable de session : \"Prénom NOM\".", "The manager: \"Given FAMILY\".", valueName: "name"))
  var manager: String?

  @Option(help: .told("Fonction du responsable.", "The manager's function.", valueName: "function"))
  var managerFunction: String?

  @Option(
    help: .told(
      "Salles : « Salle 1, Salle 2 », ou leur nombre.", "Rooms: “Room 1, Room 2”, or how many.", valueName: "names"))
  var rooms: String?

  @Option(help: .told("Identifiant ; fait du nom et du jour sinon.", "Id; else made from name and day."))
  var id: String?

  @Option(
    help: .told(
      "Référentiel d'une autre certification (.json), copié dans la session.",
      "Another certification's referential (.json), copied into the session.", valueName: "file"))
  var referential: String?

  @Flag(help: .told("Chaque juré a sa console et son journal.", "Each juror has a console and a journal."))
  var individual = false

  @Flag(help: .told("Oral blanc : n'attribue rien.", "A mock session: awards nothing."))
  var mock = false

  /// A plan without people.
  struct Draft {
    var plan: Plan
    var referential: Referential
    /// The bytes of a referential that goes into the session, with its name.
    var ownReferential: (name: String, bytes: [UInt8])?
  }

  /// - Parameter questions: nil when nobody can be asked.
  /// - Throws: ``Refusals``: every option that is missing, where nobody can be asked.
  func draft(_ questions: Questions?) throws -> Draft {
    var (known, own) = (Referential.rncp37827, nil as (name: String, bytes: [UInt8])?)
    if let referential { (known, own) = try Self.referential(at: referential) }
    if questions == nil { try refuseMissing() }
    func text(_ given: String?, _ question: Phrase, usual: String? = nil) throws(Refusal) -> String {
      if let given = given ?? (questions == nil ? usual : nil) { return given }
      return try questions?.text(question, usual: usual) ?? ""
    }
    let title = try text(title, Phrase("Nom de la session", "Name of the session"))
    let first =
      try day(from, "--from") ?? questions?.date(Phrase("Premier jour (jj/mm/aaaa)", "First day (yyyy-mm-dd)"))
    guard let first else { throw Self.missing("--from") }
    let last =
      try day(to, "--to")
      ?? (from == nil ? questions?.date(Phrase("Dernier jour", "Last day"), usual: first.text) : nil)
    let plan = Plan(
      id: id ?? PersonID.slug("\(title) \(first.text)"), title: title, certification: known.certification.id,
      referentialFile: own?.name, from: first, to: last ?? first,
      centre: Plan.Centre(
        name: try text(centre, Phrase("Centre", "Centre")),
        address: try text(address, Phrase("Adresse du centre", "The centre's address"))),
      manager: Plan.Manager(
        name: try text(manager, Phrase("Responsable de session (Prénom NOM)", "Session manager (Given FAMILY)")),
        function: try text(managerFunction, Phrase("Sa fonction", "Their function"), usual: "Responsable de session")),
      marking: individual ? .individual : .shared, isMock: mock,
      rooms: Self.rooms(
        try rooms ?? questions?.text(Phrase("Salles (noms, ou leur nombre)", "Rooms (names, or how many)"), usual: "1"))
    )
    return Draft(plan: plan, referential: known, ownReferential: own)
  }

  private var missing: [String] {
    let needed = [
      ("--title", title), ("--from", from), ("--centre", centre), ("--address", address), ("--manager", manager),
    ]
    return needed.filter { $0.1 == nil }.map(\.0)
  }

  /// Whether nothing that is needed has to be asked for.
  var isComplete: Bool { missing.isEmpty }

  private func refuseMissing() throws(Refusals) {
    if !isComplete { throw Refusals(Self.missing(missing.joined(separator: ", "))) }
  }

  private static func missing(_ names: String) -> Refusal {
    Refusal(
      Phrase("il manque \(names)", "missing: \(names)"),
      hint: Phrase("Dans un terminal, jury le demande.", "In a terminal, jury asks for it."), code: .usage)
  }

  private func day(_ text: String?, _ option: String) throws(Refusal) -> CalendarDate? {
    guard let text else { return nil }
    if let date = SheetValue.date(text) { return date }
    throw Refusal(
      Phrase("\(option) « \(text) » n'est pas une date", "\(option) “\(text)” is no date"),
      hint: Phrase("Comme 2026-12-01 ou 01/12/2026.", "Such as 2026-12-01."), code: .usage)
  }

  /// « 3 » makes rooms 1 to 3; else names between commas.
  static func rooms(_ text: String?) -> [Evaluation.Room] {
    guard let text else { return [] }
    if let count = Int(text), (1...100).contains(count) { return (1...count).map { Evaluation.Room(name: String($0)) } }
    var names: [String] = []
    for name in SheetValue.list(text) where !names.contains(name) { names.append(name) }
    return names.map { Evaluation.Room(name: $0) }
  }

  private static func referential(at path: String) throws(Refusal) -> (Referential, (name: String, bytes: [UInt8])?) {
    let bytes = try told { () throws(StoreFault) in
      try SystemDisk().contents(of: Session.absolute(path), limit: SessionDirectory.limit)
    }
    switch Referential.check(bytes) {
    case .success(let referential): return (referential, ("referential.json", bytes))
    case .failure(let faults): throw faults.refusal.inside(path)
    }
  }
}
