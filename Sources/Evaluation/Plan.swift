import JSON

/// A session's plan: what is known before the day, written by the session manager alone (`session.json`).
public struct Plan: Equatable, Sendable {
  public var id: String
  public var title: String
  /// Of the certification: `RNCP37827`.
  public var certification: String
  /// A file beside the plan with another certification's referential; nil for the one in the program.
  public var referentialFile: String?
  public var from: CalendarDate
  public var to: CalendarDate
  public var centre: Centre
  public var manager: Manager
  public var settings: Settings
  public var marking = Marking.shared
  /// Made-up people, for trying the program: said on every document.
  public var isSample: Bool
  /// An *oral blanc*: a rehearsal that awards nothing.
  public var isMock: Bool
  public var jury: [Juror]
  public var candidates: [Candidate]
  public var slots: [Slot]

  public struct Centre: Equatable, Sendable {
    public var name: String
    public var address: String
  }

  /// The *responsable de session*.
  public struct Manager: Equatable, Sendable {
    public var name: String
    public var function: String
  }

  /// Who marks: one console for the jury, or each juror apart until they deliberate.
  public enum Marking: String, Sendable {
    case shared, individual
  }

  /// What the règlement leaves open.
  public struct Settings: Equatable, Sendable {
    /// Seconds before the end of a phase at which the clock warns, longest first.
    public var warnings: [Int] = [300, 60]
    /// Whether a warning also rings the terminal's bell.
    public var bell = false
    /// Whether the president's voice decides a vote that is even: the règlement (2.1) gives them none beyond others'.
    public var castingVote = false

    public init() {}
  }
}

/// A member of the jury.
public struct Juror: Equatable, Sendable {
  public var id: String
  public var family: String
  public var given: String
  /// *Poste occupé* (annex 4).
  public var post: String
  /// *Entreprise* (annex 4).
  public var company: String
  /// Years of practice in the field.
  public var years: Int
  /// Whether they are outside the certifying and assessing bodies (section 2.1).
  public var isExternal: Bool
  public var isPresident: Bool
  /// Steps in for a juror who cannot sit.
  public var isSubstitute = false
  /// The public key they sign with, as a JWK.
  public var key: JSON?

  /// « Amina BENALI ».
  public var name: String { "\(given) \(family.uppercased())" }
  /// « A. Benali ».
  public var shortName: String { "\(given.prefix(1)). \(family)" }
}

public struct Candidate: Equatable, Sendable {
  /// How they came to the certification (*voie d'accès*).
  public enum Route: String, Sendable {
    case training, vae
  }

  public var id: String
  public var family: String
  public var given: String
  public var route: Route
  /// The format of the oral, or nil for a VAE interview, whose length the plan sets.
  public var format: String?
  /// Minutes of a VAE interview: the règlement gives none.
  public var interviewMinutes: Int?
  /// *Tiers-temps*, in minutes over the whole oral.
  public var extraMinutes: Int
  /// Blocks acquired in an earlier session, which count.
  public var heldBlocks: [String]

  /// « DURAND Léa ».
  public var name: String { "\(family.uppercased()) \(given)" }
}

/// When and where a candidate is heard, and by whom.
public struct Slot: Equatable, Sendable {
  public var candidate: String
  public var room: String
  public var start: WallTime
  public var minutes: Int
  public var jury: [String]
}

extension Plan {
  public func juror(_ id: String) -> Juror? { jury.first { $0.id == id } }

  public func candidate(_ id: String) -> Candidate? { candidates.first { $0.id == id } }

  public func slot(of candidate: String) -> Slot? { slots.first { $0.candidate == candidate } }

  /// The jurors who hear a candidate: the slot's, or the whole jury when the plan has no slot for them.
  public func jurors(hearing candidate: String) -> [Juror] {
    guard let slot = slot(of: candidate) else { return jury.filter { !$0.isSubstitute } }
    return slot.jury.compactMap(juror)
  }

  /// Those who may step in for one of them.
  public func substitutes(hearing candidate: String) -> [Juror] {
    let hearing = Set(jurors(hearing: candidate).map(\.id))
    return jury.filter { $0.isSubstitute && !hearing.contains($0.id) }
  }

  /// The oral of a candidate: the referential's format, or the VAE interview that the plan describes.
  ///
  /// Section 1 of the règlement: a VAE candidate is heard in an interview on a dossier; it gives no length.
  public func format(of candidate: Candidate, in referential: Referential) -> OralFormat? {
    if let format = candidate.format { return referential.format(format) }
    guard let minutes = candidate.interviewMinutes else { return nil }
    let interview = OralFormat.Phase(
      id: "interview", title: "Entretien VAE", minutes: minutes, assessments: referential.assessments.map(\.id))
    return OralFormat(id: "vae", title: "Entretien VAE", blocks: referential.blocks.map(\.id), phases: [interview])
  }
}
