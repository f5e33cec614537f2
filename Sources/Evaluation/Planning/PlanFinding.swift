/// Something in a plan that the règlement does not allow, or that the program cannot work with.
public struct PlanFinding: Equatable, Sendable {
  /// Its name, for scripts: it stays the same from version to version.
  public enum Code: String, Sendable, CaseIterable {
    case juryTooSmall = "jury-too-small"
    case experienceTooShort = "experience-too-short"
    case tooFewExternals = "too-few-externals"
    case tie = "tie"
    case trainer = "trainer"
    case deliverablesMissing = "deliverables-missing"
    case deliverablesLate = "deliverables-late"
    case documentsMissing = "documents-missing"
    case documentsLate = "documents-late"
    case formatMissing = "format-missing"
    case formatUnknown = "format-unknown"
    case formatOfRoute = "format-of-route"
    case interviewUntimed = "interview-untimed"
    case blockUnknown = "block-unknown"
    case blockNotHeard = "block-not-heard"
    case blockNotAsked = "block-not-asked"
    case blockHeardAgain = "block-heard-again"
    case nothingToHear = "nothing-to-hear"
    case dossierUnchecked = "dossier-unchecked"
    case dossierIncomplete = "dossier-incomplete"
    case evidenceMissing = "evidence-missing"
    case evidenceUnknown = "evidence-unknown"
    case jurorKeyMissing = "juror-key-missing"
    case managerKeyMissing = "manager-key-missing"
    case keyUnusable = "key-unusable"
    case keyShared = "key-shared"
    case slotMissing = "slot-missing"
    case slotTooShort = "slot-too-short"
    case slotNotAnnex2 = "slot-not-annex-2"
    case slotOutsideSession = "slot-outside-session"
    case slotOutsideDay = "slot-outside-day"
    case roomTaken = "room-taken"
    case roomUnknown = "room-unknown"
    case jurorElsewhere = "juror-elsewhere"
    case noCandidate = "no-candidate"
    case noPresident = "no-president"
    case severalPresidents = "several-presidents"
    case planUnsigned = "plan-unsigned"
    case planChanged = "plan-changed"
    case planSignatureInvalid = "plan-signature-invalid"
  }

  /// Where the rule is from.
  public enum Source: Equatable, Sendable {
    /// A section or an annex of the règlement: `2.1`, `annexe 2`.
    case reglement(String)
    /// Not the règlement's: what the program needs, or what follows from there being one of each person and room.
    case program
  }

  public var code: Code
  public var source: Source
  /// Whether the session cannot be held with it; what does not block is a remark.
  public var blocks: Bool
  /// The ids or names it is about: candidate, juror, room.
  public var subjects: [String]
  public var what: Phrase
  /// What mends it.
  public var mend: Phrase

  public init(
    _ code: Code, _ source: Source, blocks: Bool = true, about subjects: [String], _ what: Phrase, mend: Phrase
  ) {
    self.code = code
    self.source = source
    self.blocks = blocks
    self.subjects = subjects
    self.what = what
    self.mend = mend
  }
}

extension PlanFinding.Source {
  /// « règlement 2.1 », « programme ».
  public var phrase: Phrase {
    switch self {
    case .reglement(let section): Phrase("règlement, \(section)", "règlement, \(section)")
    case .program: Phrase("programme", "program")
    }
  }

  /// The section, for scripts; nil where the règlement says nothing.
  public var section: String? { if case .reglement(let section) = self { section } else { nil } }
}
