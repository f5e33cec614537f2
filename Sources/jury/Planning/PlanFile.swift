import Evaluation
import Store

/// A session's `session.json` in the manager's hands: read to be mended, and written back whole.
///
/// Its law: it is written only over the very bytes that were read, so that two editors cannot undo each other unseen.
struct PlanFile {
  let directory: SessionDirectory
  private(set) var plan: Plan
  let referential: Referential
  private var bytes: [UInt8]

  /// Unlike ``Session``, takes a plan whose orals have no format yet: what is missing is a finding, not a fault.
  init(path: String) throws(Refusal) {
    let directory = SessionDirectory(Session.absolute(path))
    self.directory = directory
    plan = try Session.plan(of: directory)
    referential = try Session.referential(of: plan, in: directory)
    bytes = try told { () throws(StoreFault) in try directory.read(directory.plan) }
  }

  /// Puts a plan in place of the one that was read.
  ///
  /// - Throws: when the file is not what was read any more, when a journal could not be read under that plan or would not
  ///   be looked for, or the disk refuses.
  mutating func write(_ plan: Plan) throws(Refusal) {
    let directory = directory
    let now = try told { () throws(StoreFault) in try directory.read(directory.plan) }
    guard now == bytes else {
      throw Refusal(
        Phrase("le plan a été changé entre-temps", "the plan was changed meanwhile"),
        hint: Phrase(
          "Relisez-le et recommencez : rien n'a été écrit.", "Read it and start again: nothing was written."),
        place: directory.plan, code: .badData)
    }
    try refuseTurnedMarking(plan)
    try refuseUnreadableOrals(under: plan)
    let new = Self.bytes(of: plan)
    try told { () throws(StoreFault) in try directory.replace(directory.plan, with: new) }
    bytes = new
    self.plan = plan
  }

  /// Whose journals an oral is read from hangs on the marking: turned, it would hide an oral that has a fact, and let it
  /// be held a second time.
  private func refuseTurnedMarking(_ plan: Plan) throws(Refusal) {
    guard plan.marking != self.plan.marking,
      let candidate = self.plan.candidates.first(where: { holdsFact($0.id) })
    else { return }
    throw Refusal(
      Phrase(
        "le jury de \(candidate.name) a commencé d'écrire : « Chaque juré a sa console » ne change plus",
        "\(candidate.name)'s jury has begun to write: “A console for each juror” stays as it is"),
      hint: Phrase(
        "Rien n'a été écrit : sous l'autre réglage leur oral ne se verrait plus.",
        "Nothing was written: under the other setting their oral would be seen no more."),
      place: directory.plan, code: .badData)
  }

  /// Whether the jury of a candidate has written more than a header, in the journals that the plan as it is reads. One
  /// that cannot be read may hold anything.
  private func holdsFact(_ candidate: String) -> Bool {
    let authors = Session(directory, plan, referential).authors
    let journals = (try? directory.journals(of: candidate)) ?? []
    return journals.contains { journal in
      authors.contains(journal.author) && (try? directory.read(journal, session: plan.id))?.count != 0
    }
  }

  /// A jury that confirmed who is there has written facts, before any clock runs: a plan without one of them would keep the
  /// oral from being opened again.
  private func refuseUnreadableOrals(under plan: Plan) throws(Refusal) {
    let (before, after) = (Session(directory, self.plan, referential), Session(directory, plan, referential))
    for candidate in self.plan.candidates {
      guard (try? directory.journals(of: candidate.id))?.isEmpty == false, (try? before.oral(of: candidate)) != nil
      else { continue }
      do throws(Refusal) { _ = try after.oral(of: try after.candidate(candidate.id)) } catch {
        throw Refusal(
          Phrase(
            "le jury de \(candidate.name) a commencé d'écrire : \(error.reason.fr)",
            "\(candidate.name)'s jury has begun to write: \(error.reason.en)"),
          hint: Phrase(
            "Rien n'a été écrit ; ce dont parle leur journal reste au plan.",
            "Nothing was written; what their journal speaks of stays in the plan."),
          place: directory.plan, code: .badData)
      }
    }
  }

  /// A plan as its file holds it: readable, a final newline.
  static func bytes(of plan: Plan) -> [UInt8] { Array((plan.json.readableText + "\n").utf8) }

  /// Makes a session: a directory of its own, 0700, with a plan, 0600.
  ///
  /// - Parameter own: a referential to put beside the plan.
  /// - Throws: when there is a session already, or anything else in the directory.
  static func create(
    _ plan: Plan, in path: String, with own: (name: String, bytes: [UInt8])? = nil
  ) throws(Refusal) -> SessionDirectory {
    let directory = SessionDirectory(Session.absolute(path))
    guard (try? directory.disk.names(in: directory.path))?.isEmpty ?? true else { throw taken(directory) }
    try told { () throws(StoreFault) in
      try directory.create()
      try directory.keepPrivate()
      if let own { try directory.replace("\(directory.path)/\(own.name)", with: own.bytes) }
      // Last: a directory without it is no session.
      try directory.replace(directory.plan, with: bytes(of: plan))
    }
    return directory
  }

  /// Why a session cannot be made in a directory that holds something.
  static func taken(_ directory: SessionDirectory) -> Refusal {
    let isSession = (try? directory.disk.status(of: directory.plan)) != nil
    return Refusal(
      isSession
        ? Phrase("il y a déjà une session ici", "there is a session here already")
        : Phrase("ce répertoire n'est pas vide", "this directory is not empty"),
      hint: isSession
        ? Phrase("« jury session edit » la change.", "“jury session edit” changes it.")
        : Phrase("Donnez-en un autre : jury le crée.", "Give another: jury makes it."),
      place: directory.path, code: .cannotCreate)
  }
}

/// What the disk says, told as a refusal.
func told<Value>(_ step: () throws(StoreFault) -> Value) throws(Refusal) -> Value {
  do throws(StoreFault) { return try step() } catch { throw error.refusal }
}
