import Evaluation

/// One reason for which a sealed document, or a package, does not stand.
struct Finding: Equatable {
  /// Its stable name, for scripts.
  enum Name: String {
    case unreadable
    case voided
    case signatureInvalid = "signature-invalid"
    case signatureForeign = "signature-foreign"
    case signatureDoubled = "signature-doubled"
    /// One juror's, under another's header.
    case signatureSwapped = "signature-swapped"
    case signatureMissing = "signature-missing"
    /// Made, say the journals, and not in the file.
    case signatureStripped = "signature-stripped"
    case refused
    /// A refusal by somebody who is not to sign.
    case refusalForeign = "refusal-foreign"
    case refusalDoubled = "refusal-doubled"
    /// A refusal by somebody who has signed.
    case refusalContradicted = "refusal-contradicted"
    /// A refusal that the journals say was made, and the file does not.
    case refusalStripped = "refusal-stripped"
    case signerUnknown = "signer-unknown"
    case keyDiffers = "key-differs"
    case otherSession = "other-session"
    case otherCandidate = "other-candidate"
    case referentialDiffers = "referential-differs"
    case noJournal = "no-journal"
    case journalMissing = "journal-missing"
    case journalDamaged = "journal-damaged"
    case journalCut = "journal-cut"
    case journalChanged = "journal-changed"
    /// It counts, and the grid was not built from it.
    case journalAdded = "journal-added"
    case contentDiffers = "content-differs"
    case reservationDiffers = "reservation-differs"
    case notSealedByJournal = "not-sealed-by-journal"
    case gridMissing = "grid-missing"
    /// Sealed, says the manager's journal.
    case minutesMissing = "minutes-missing"
    /// Those before it and after it are there.
    case planMissing = "plan-missing"
    /// `session.json` says otherwise than the last signed plan.
    case planChanged = "plan-changed"
    /// An earlier one's file, or one that was not signed after the one before.
    case planReplayed = "plan-replayed"
    case noCandidate = "no-candidate"
    case fileMissing = "file-missing"
    case fileChanged = "file-changed"
    /// In the package, and nobody says why.
    case fileUnlisted = "file-unlisted"
    case messageDiffers = "message-differs"
    /// Not the one that the minutes name.
    case gridDiffers = "grid-differs"
    /// No file bears the code that was printed.
    case codeDiffers = "code-differs"
    case mock
    /// Its statement is there, and files of the session still are.
    case purgeUnfinished = "purge-unfinished"
    /// A statement that is not this session's.
    case purgeForeign = "purge-foreign"
  }

  let name: Name
  /// Who or what it is about: a juror, a key, a journal, a candidate.
  let subject: String
  let reason: Phrase

  init(_ name: Name, _ subject: String, _ reason: Phrase) {
    self.name = name
    self.subject = subject
    self.reason = reason
  }
}
