import Evaluation
import Glibc
import JSON
import Seal
import Store

/// What erasing a session's personal data does: every file of it, all of which name somebody, and what this user's state
/// keeps of its candidates.
///
/// Its laws: nothing goes before the statement of what there was is signed and on disk; nothing goes at all where a journal is
/// damaged, for then its digests would prove nothing.
struct Purge {
  let directory: SessionDirectory
  /// To be removed, deepest first; directories too.
  let files: [String]

  /// What there is to erase.
  ///
  /// - Parameter state: this user's directory of state, nil without one.
  init(_ directory: SessionDirectory, session: String, state: String?) throws(Refusal) {
    self.directory = directory
    let own = try told { () throws(StoreFault) in try directory.everything() }
    var files = own.filter { $0 != directory.purge }
    if let state {
      let reviews = "\(state)/reviews"
      let names = try Self.names(in: reviews, directory.disk)
      let name = StateDirectory.name(ofSession: session)
      files += names.filter { $0.hasPrefix("\(name).") }.map { "\(reviews)/\($0)" }
      files += try Self.spooled(Spool("\(state)/spool", disk: directory.disk).directory(ofSession: session), directory)
    }
    self.files = files.sorted(by: >)
  }

  /// What is left of a spool whose lines have all gone to their journals: directories and locks, by candidates' ids.
  ///
  /// - Throws: when lines still wait there.
  private static func spooled(_ spool: String, _ directory: SessionDirectory) throws(Refusal) -> [String] {
    guard (try? directory.disk.status(of: spool))?.isDirectory == true else { return [] }
    let left = try told { () throws(StoreFault) in try SessionDirectory(spool, disk: directory.disk).everything() }
    if let waiting = left.first(where: { $0.hasSuffix(".jsonl") }) {
      throw Refusal(
        Phrase("des faits attendent encore leur journal", "facts still wait for their journal"),
        hint: Phrase("Rouvrez l'oral pour les y porter.", "Open the oral again to carry them there."), place: waiting,
        code: .badData)
    }
    return [spool] + left
  }

  /// What will be left to verify by.
  ///
  /// - Throws: for a damaged journal, a sealed file that cannot be read, a manager without a key.
  static func statement(of session: Session, retentionDays: Int, at now: WallTime) throws(Refusal) -> PurgeStatement {
    let (plan, directory) = (session.plan, session.directory)
    guard let key = plan.manager.key else {
      throw Refusal(
        Phrase(
          "le responsable n'a pas de clé dans le plan : qui signerait ?",
          "the manager has no key in the plan: who would sign?"),
        hint: Phrase("jury session sign la met au plan.", "jury session sign puts it into the plan."), code: .config)
    }
    var chains: [PurgeStatement.Chain] = []
    var documents: [String] = []
    try told { () throws(StoreFault) in
      for journal in try directory.journals() {
        let contents = try directory.read(journal, session: plan.id)
        chains.append(PurgeStatement.Chain(digests: contents.lines.map(\.prev) + [contents.head]))
      }
    }
    for path in try sealed(in: directory) { documents.append(try digest(of: path, in: directory)) }
    return PurgeStatement(
      session: plan.id, certification: plan.certification, from: plan.from, to: plan.to, retentionDays: retentionDays,
      candidates: plan.candidates.count, jurors: plan.jury.count, chains: chains, documents: documents, key: key,
      purgedAt: now)
  }

  /// Grids, minutes and plans, voided ones too.
  static func sealed(in directory: SessionDirectory) throws(Refusal) -> [String] {
    func names(_ place: String, _ isWanted: (String) -> Bool) throws(Refusal) -> [String] {
      try Self.names(in: place, directory.disk).filter(isWanted).map { "\(place)/\($0)" }
    }
    return try names(directory.grids) { $0.hasSuffix(".grid.json") }
      + names(directory.plans) { $0.hasSuffix(".json") }
      + names(directory.path) { $0.hasPrefix("minutes") && $0.hasSuffix(".json") }
  }

  /// SHA-256 of what a sealed file's signatures are of, base64url.
  static func digest(of path: String, in directory: SessionDirectory) throws(Refusal) -> String {
    let bytes = try told { () throws(StoreFault) in try directory.read(path) }
    let envelope = try told { () throws(SealFault) in try Envelope(parsing: bytes) }
    return Base64URL.encode(Digest.sha256(envelope.payload))
  }

  /// None where there is no such directory; any other failure would leave out what is there.
  private static func names(in place: String, _ disk: any Disk) throws(Refusal) -> [String] {
    do throws(DiskError) { return try disk.names(in: place) } catch {
      guard error.code == ENOENT else { throw StoreFault(.cannotRead(error), path: place).refusal }
      return []
    }
  }

  /// Erases. The plan goes last: until then the purge can be carried on.
  func erase() throws(Refusal) {
    let ordered = files.filter { $0 != directory.plan } + files.filter { $0 == directory.plan }
    for path in ordered {
      do throws(DiskError) {
        if try directory.disk.status(of: path).isDirectory {
          guard rmdir(path) == 0 else { throw DiskError(.remove, errno) }
        } else {
          try directory.disk.remove(path)
        }
      } catch {
        throw StoreFault(.cannotWrite(error), path: path).refusal
      }
    }
    try told { () throws(StoreFault) in try directory.synchronise() }
  }
}
