import JSON

/// The minutes of a session (annex 4, *procès-verbal de jury*): what the jury decided about every candidate, who sat, and what
/// the manager observed.
///
/// Its law: it says what signed grids say, never how a jury came to it (law 6), nor why somebody was absent. Its JSON is the
/// payload that is signed.
public struct Minutes: Sealable {
  /// What annex 4 ticks of a candidate.
  public enum Result: String, Sendable, CaseIterable {
    case absent, notAdmitted, admitted, partial
  }

  /// A block that a candidate was refused, with its reason where its competencies said otherwise.
  public struct RefusedBlock: Equatable, Sendable {
    public var block: String
    public var reason: String
  }

  /// A candidate of part 2.
  public struct Row: Equatable, Sendable {
    public var candidate: String
    public var family: String
    public var given: String
    public var route: Candidate.Route
    /// Nil in a draft alone.
    public var result: Result?
    public var refusedBlocks: [RefusedBlock] = []
    /// The jury's comment on its decision.
    public var comment = ""
    /// Of a VAE candidate who was heard: which of the four outcomes.
    public var outcome: Decision?
    /// SHA-256 of the signed grid's bytes, base64url; nil for one who was absent, and in a draft.
    public var grid: String?
  }

  /// A juror of part 3.
  public struct Member: Equatable, Sendable {
    public var family: String
    public var given: String
    public var signer: Signer
  }

  public struct Counts: Equatable, Sendable {
    public var registered = 0
    public var present = 0
    public var absent = 0
    public var admitted = 0
    public var partial = 0
    public var notAdmitted = 0
  }

  public var session: String
  public var sessionTitle: String
  public var from: CalendarDate
  public var to: CalendarDate
  public var centre: Plan.Centre
  /// Where candidates were met at a distance, each once.
  public var links: [String]
  public var isSample: Bool
  public var isMock: Bool
  /// `RNCP37827`.
  public var certification: String
  public var certificationTitle: String
  /// SHA-256 of the referential's canonical JSON, base64url.
  public var referential: String
  /// Every candidate of the plan, in its order.
  public var rows: [Row]
  /// Those who sat in an oral, in the plan's order.
  public var jury: [Member]
  /// Part 4.
  public var observations: String
  public var manager: Signer
  public var sources: [JournalSource]
  public var sealedAt: WallTime
  /// From 1; one more each time sealed minutes were taken back.
  public var edition: Int

  /// The jurors, then the manager.
  public var signers: [Signer] { jury.map(\.signer) + [manager] }

  /// Part 1.
  public var counts: Counts {
    var counts = Counts(registered: rows.count)
    for row in rows {
      switch row.result {
      case .absent: counts.absent += 1
      case .admitted: counts.admitted += 1
      case .partial: counts.partial += 1
      case .notAdmitted: counts.notAdmitted += 1
      case nil: continue
      }
      if row.result != .absent { counts.present += 1 }
    }
    return counts
  }
}

extension Minutes.Result {
  public init(_ decision: Decision) {
    switch decision {
    case .admitted: self = .admitted
    case .blocks, .partial: self = .partial
    case .notAdmitted: self = .notAdmitted
    }
  }
}
