import JSON

/// The individual evaluation grid (annex 3): what the jury decided about one candidate, and who must sign it.
///
/// Its law: it holds what the jury decided, and of each juror only the reservation that they ask for in it: never a
/// mark, note, opinion, vote or motive (law 6). Its JSON is the payload that is signed.
public struct Grid: Sealable {
  public struct Verdict: Equatable, Sendable {
    public var competency: String
    public var acquired: Bool
    /// How many criteria bear no mark; the jury was told so and confirmed.
    public var unmarked: Int
  }

  public struct BlockResult: Equatable, Sendable {
    public var block: String
    public var acquired: Bool
    public var isHeld: Bool
    public var reason: String
  }

  /// What a juror does not share in the decision, and asks to have said here.
  public struct Reservation: Equatable, Sendable {
    public var juror: String
    public var text: String
  }

  public var session: String
  public var sessionTitle: String
  public var from: CalendarDate
  public var to: CalendarDate
  public var centre: String
  public var isSample: Bool
  public var isMock: Bool
  public var certification: String
  /// SHA-256 of the referential's canonical JSON, base64url.
  public var referential: String
  public var candidate: String
  public var family: String
  public var given: String
  public var route: Candidate.Route
  public var format: String
  public var verdicts: [Verdict]
  public var blocks: [BlockResult]
  public var decision: Decision
  public var comment: String
  /// In the signers' order.
  public var reservations: [Reservation] = []
  public var signers: [Signer]
  /// Every journal of the oral that holds a fact, by path.
  public var sources: [JournalSource]
  public var sealedAt: WallTime
  /// From 1; one more each time a sealed grid was taken back.
  public var edition: Int
}

extension Oral {
  /// The grid to seal.
  ///
  /// - Parameters:
  ///   - sources: every journal of the oral, in any order; one without a fact says nothing, and is left out.
  ///   - thumbprint: of a public key's JWK, or nil when it is none.
  /// - Throws: the first obstacle, when one is left.
  public func grid(
    referentialDigest: String, sources: [JournalSource], at now: WallTime, thumbprint: (JSON) -> String?
  ) throws(Refusal) -> Grid {
    if let obstacle = obstacles.first { throw Refusal(obstacle.phrase, code: .badData) }
    guard let decision else { throw Refusal(Obstacle.decisionMissing.phrase, code: .badData) }
    var signers: [Signer] = []
    for juror in sittingJurors { signers.append(try Signer(juror, thumbprint: thumbprint)) }
    return grid(
      decision, signers: signers, referentialDigest: referentialDigest,
      sources: sources.filter { $0.lines > 0 }.sorted { $0.path < $1.path }, at: now)
  }

  /// What the plan and the facts make of a grid, whatever keeps it from being sealed.
  func grid(
    _ decision: Decision, signers: [Signer], referentialDigest: String, sources: [JournalSource], at now: WallTime
  ) -> Grid {
    Grid(
      session: plan.id, sessionTitle: plan.title, from: plan.from, to: plan.to, centre: plan.centre.name,
      isSample: plan.isSample, isMock: plan.isMock, certification: plan.certification,
      referential: referentialDigest, candidate: candidate.id, family: candidate.family, given: candidate.given,
      route: candidate.route, format: format.id,
      verdicts: gridVerdicts, blocks: gridBlocks, decision: decision, comment: comment,
      reservations: gridReservations, signers: signers, sources: sources, sealedAt: now,
      edition: reopenings.count + 1)
  }

  var gridVerdicts: [Grid.Verdict] {
    competencies.compactMap { competency in
      verdicts[competency.id].map {
        Grid.Verdict(competency: competency.id, acquired: $0.acquired, unmarked: unmarked(in: competency))
      }
    }
  }

  var gridBlocks: [Grid.BlockResult] {
    blockResults.compactMap { block, acquired, isHeld in
      acquired.map {
        Grid.BlockResult(block: block.id, acquired: $0, isHeld: isHeld, reason: blockVerdicts[block.id]?.reason ?? "")
      }
    }
  }

  /// Of the jurors who sit and ask for it.
  var gridReservations: [Grid.Reservation] {
    sittingJurors.compactMap { juror in
      reservations[juror.id].flatMap { $0.inGrid ? Grid.Reservation(juror: juror.id, text: $0.text) : nil }
    }
  }
}
