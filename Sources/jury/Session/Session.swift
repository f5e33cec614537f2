import Evaluation
import JSON
import Seal
import Store

/// A session's directory with its plan and its referential, read and checked. Nothing is locked or written.
struct Session {
  let directory: SessionDirectory
  let plan: Plan
  let referential: Referential
  /// SHA-256 of the referential's canonical JSON, base64url: what every grid names.
  ///
  /// Worked out when a grid needs it: the console opens without waiting for it.
  var referentialDigest: String { Base64URL.encode(Digest.sha256(referential.json.bytes)) }

  /// As it would be with another plan.
  init(_ directory: SessionDirectory, _ plan: Plan, _ referential: Referential) {
    (self.directory, self.plan, self.referential) = (directory, plan, referential)
  }

  /// - Throws: the first fault of the plan or of its referential, with its place.
  init(_ directory: SessionDirectory) throws(Refusal) {
    self.directory = directory
    plan = try Self.plan(of: directory)
    referential = try Self.referential(of: plan, in: directory)
    // A candidate whose oral has no format is found now, not when they sit down.
    for candidate in plan.candidates {
      do throws(Refusal) { _ = try Oral.format(of: candidate, plan: plan, referential: referential) } catch {
        throw error.at(directory.plan)
      }
    }
  }

  /// The candidate of an id.
  ///
  /// - Throws: a refusal that lists the ids there are.
  func candidate(_ id: String) throws(Refusal) -> Candidate {
    if let candidate = plan.candidate(id) { return candidate }
    let ids = plan.candidates.map(\.id).joined(separator: ", ")
    throw Refusal(
      Phrase("« \(id) » n'est pas un candidat de cette session", "“\(id)” is no candidate of this session"),
      hint: Phrase("Candidats : \(ids).", "Candidates: \(ids)."), place: directory.plan, code: .noInput)
  }

  /// - Throws: also where its purge has begun: what is left of it is to be erased, not used.
  static func plan(of directory: SessionDirectory) throws(Refusal) -> Plan {
    if case .purged = try PurgeStanding(of: directory) {
      throw Refusal(
        Phrase("les données de cette session sont purgées", "this session's data were purged"),
        hint: Phrase(
          "jury purge SESSION dit s'il en reste ; jury verify SESSION vérifie les empreintes gardées.",
          "jury purge SESSION tells whether some are left; jury verify SESSION verifies the digests kept."),
        place: directory.purge, code: .noInput)
    }
    return try plan(in: try read(directory.plan, in: directory), at: directory.plan)
  }

  /// The plan that a file's bytes hold.
  ///
  /// - Throws: its first fault, with the line that holds it.
  static func plan(in bytes: [UInt8], at path: String) throws(Refusal) -> Plan {
    let json = try parse(bytes, at: path)
    do throws(Refusal) { return try Plan(json: json) } catch { throw error.inside(path, holding: bytes) }
  }

  /// The referential of a plan: its own file's, or the one in the program.
  static func referential(of plan: Plan, in directory: SessionDirectory) throws(Refusal) -> Referential {
    let referential = try plan.referentialFile.map { (name) throws(Refusal) in try own(name, in: directory) }
    let found = referential ?? .rncp37827
    guard found.certification.id == plan.certification else {
      throw Refusal(
        Phrase(
          "la certification \(plan.certification) n'est pas celle du référentiel, \(found.certification.id)",
          "certification \(plan.certification) is not the referential's, \(found.certification.id)"),
        hint: Phrase(
          "Donnez son fichier par « referential » dans le plan.", "Give its file as “referential” in the plan."),
        place: "\(directory.plan): certification", code: .badData)
    }
    return found
  }

  /// The referential that a plan brings: a file beside it.
  private static func own(_ name: String, in directory: SessionDirectory) throws(Refusal) -> Referential {
    guard !name.contains("/"), !name.hasPrefix(".") else {
      throw Refusal(
        Phrase("« \(name) » n'est pas un fichier à côté du plan", "“\(name)” is no file beside the plan"),
        place: "\(directory.plan): referential", code: .badData)
    }
    let path = "\(directory.path)/\(name)"
    switch Referential.check(try read(path, in: directory)) {
    case .success(let referential): return referential
    case .failure(let faults): throw faults.refusal.inside(path)
    }
  }

  private static func read(_ path: String, in directory: SessionDirectory) throws(Refusal) -> [UInt8] {
    do throws(StoreFault) { return try directory.read(path) } catch {
      let refusal = error.refusal
      guard refusal.code == .noInput, path == directory.plan else { throw refusal }
      throw Refusal(
        Phrase("il n'y a pas de session ici", "there is no session here"),
        hint: Phrase(
          "Une session est un répertoire qui contient session.json ; « jury demo » en montre une.",
          "A session is a directory that holds session.json; “jury demo” shows one."), place: path, code: .noInput)
    }
  }
}

extension Session {
  /// The value of a file's text.
  ///
  /// - Throws: `file:line:column` and the reason.
  static func parse(_ bytes: [UInt8], at path: String) throws(Refusal) -> JSON {
    do throws(JSON.Fault) { return try JSON.parse(bytes) } catch {
      throw Refusal(error.phrase, place: "\(path):\(error.line):\(error.column)", code: .badData)
    }
  }
}

extension Refusal {
  /// The same refusal, its place told inside a file.
  func inside(_ path: String) -> Refusal { at([path, place].compactMap { $0 }.joined(separator: ": ")) }

  /// The same refusal, its place told with the line of the file that holds it: `session.json:12: jury[1].years`.
  func inside(_ path: String, holding bytes: [UInt8]) -> Refusal {
    guard let place, let steps = JSON.Path(place), let offset = JSON.offset(of: steps, in: bytes) else {
      return inside(path)
    }
    return inside("\(path):\(JSON.Position(offset: offset, in: bytes).line)")
  }
}
