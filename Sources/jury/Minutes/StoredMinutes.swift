import Documents
import Evaluation
import Seal
import Store

/// A session's sealed minutes as their file has them.
struct StoredMinutes {
  let path: String
  let bytes: [UInt8]
  let sealed: Sealed<Minutes>

  /// Nil when nothing is sealed.
  ///
  /// - Throws: bad data (65) when the file is no minutes, or another session's.
  init?(in session: Session) throws(Refusal) {
    path = session.directory.minutes
    guard let bytes = try session.contents(path) else { return nil }
    self.bytes = bytes
    do throws(Refusal) { sealed = try Sealed(parsing: bytes) } catch { throw error.inside(path) }
    guard sealed.content.session == session.plan.id else {
      throw Refusal(
        Phrase("c'est le procès-verbal d'une autre session", "these are another session's minutes"), place: path,
        code: .badData)
    }
  }

  /// The minutes in annex 4's layout. A signature counts when its key is the plan's.
  func document(_ session: Session) -> Document {
    MinutesDocument.document(
      minutes: sealed.content, referential: session.referential, digest: sealed.digest,
      signatures: sealed.signatureFacts(in: session.plan), refusals: sealed.refusalFacts, state: .sealed)
  }

  static let foreign = Refusal(
    Phrase(
      "le procès-verbal sur le disque n'est pas celui que le journal a scellé",
      "the minutes on disk are not those that the journal sealed"),
    hint: Phrase("faire examiner la session", "have the session examined"), code: .badData)

  static let missing = Refusal(
    Phrase("le procès-verbal n'est pas scellé", "the minutes are not sealed"),
    hint: Phrase("jury minutes seal SESSION le scelle.", "jury minutes seal SESSION seals them."), code: .noInput)
}

extension Sealed {
  /// The signatures as a document tells them: one counts when its key is the plan's, since a document cannot vouch for its
  /// own signers.
  func signatureFacts(in plan: Plan) -> [SignatureFact] {
    signatureFacts.map { fact in
      var fact = fact
      fact.isValid = fact.isValid && plan.thumbprint(of: fact.juror) == fact.thumbprint
      return fact
    }
  }
}

extension Minutes {
  /// What they would be when sealed now.
  func document(_ referential: Referential) -> Document {
    MinutesDocument.document(minutes: self, referential: referential, digest: "", signatures: [], state: .draft)
  }
}
