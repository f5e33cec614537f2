import Evaluation
import JSON
import Seal
import Store

/// A statement of purge as its manager signed it: `purge.json`, all that is left of the session.
struct SealedPurge {
  let envelope: Envelope
  let statement: PurgeStatement

  /// A statement with its signature.
  init(_ statement: PurgeStatement, key: PrivateKey, at: WallTime) throws(Refusal) {
    let facts = SigningFacts(juror: Plan.Manager.id, capacity: "Responsable de session", at: at.text)
    envelope = try told { () throws(SealFault) in
      try Envelope(payload: statement.json.bytes).signing(with: key, as: facts, type: PurgeStatement.mediaType)
    }
    self.statement = statement
  }

  /// - Throws: when the bytes hold no statement; whether its signature stands is ``isSigned``'s to say.
  init(parsing bytes: [UInt8]) throws(Refusal) {
    envelope = try told { () throws(SealFault) in try Envelope(parsing: bytes) }
    statement = try PurgeStatement(json: (try? JSON.parse(envelope.payload)) ?? .null)
  }

  /// Of a session's directory, whoever put it there: ``PurgeStanding`` says whether it is that session's.
  init(in directory: SessionDirectory) throws(Refusal) {
    let path = directory.purge
    let bytes = try told { () throws(StoreFault) in try directory.read(path) }
    do throws(Refusal) { try self.init(parsing: bytes) } catch { throw error.inside(path) }
  }

  /// Whether the key that it names has signed it.
  var isSigned: Bool {
    guard let key = try? PublicKey(jwk: statement.key) else { return false }
    let proof = envelope.verify(
      expected: [ExpectedSigner(juror: Plan.Manager.id, key: key)], type: PurgeStatement.mediaType)
    return proof.missing.isEmpty
  }

  /// Why it is not a plan's purge; nil when it is.
  func fault(as plan: Plan) -> Phrase? {
    if statement.session != plan.id { return Phrase("elle est d'une autre session", "it is another session's") }
    guard statement.key != plan.manager.key else { return nil }
    return Phrase("sa clé n'est pas celle du responsable", "its key is not the manager's")
  }

  /// Why it does not speak of what a session's directory still holds; nil when it does.
  func fault(in directory: SessionDirectory) -> Phrase? {
    guard isSigned else { return Phrase("sa signature ne vaut rien", "its signature proves nothing") }
    do throws(Refusal) {
      guard let path = try unknown(in: directory) else { return nil }
      let name = path.dropFirst(directory.path.count + 1)
      return Phrase("elle ne dit rien de \(name)", "it says nothing of \(name)")
    } catch {
      return error.reason
    }
  }

  /// A journal or a sealed document that is not in it; nil when all are. A journal may be shorter than it was.
  private func unknown(in directory: SessionDirectory) throws(Refusal) -> String? {
    let journals = try told { () throws(StoreFault) in try directory.journals() }
    for journal in journals {
      guard let contents = try? directory.read(journal, session: statement.session),
        statement.holds(JournalSource(path: journal.path, head: contents.head, lines: contents.count))
      else { return journal.path }
    }
    return try Purge.sealed(in: directory).first { path in
      (try? Purge.digest(of: path, in: directory)).map { statement.documents.contains($0) } != true
    }
  }
}

extension SessionDirectory {
  var purge: String { "\(path)/purge.json" }
}
