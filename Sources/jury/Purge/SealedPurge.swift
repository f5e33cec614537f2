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

  /// Of a session's directory; nil where nothing was purged.
  init?(of directory: SessionDirectory) throws(Refusal) {
    let path = directory.purge
    guard (try? directory.disk.status(of: path))?.isFile == true else { return nil }
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
}

extension SessionDirectory {
  var purge: String { "\(path)/purge.json" }
}
