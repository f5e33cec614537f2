import JSON

/// A session at the end of its day: what its plan, its facts and its signed grids say for the minutes (section 2.6).
public struct Closing: Sendable {
  /// A candidate's sealed grid.
  public enum GridStanding: Equatable, Sendable {
    /// Signed by all, and intact.
    case complete(Grid, digest: String)
    /// Why it does not stand.
    case faulty(Phrase)
  }

  public let plan: Plan
  public let referential: Referential
  /// SHA-256 of the referential's canonical JSON, base64url.
  public let referentialDigest: String
  public let day: Day
  /// In the plan's order, one a candidate.
  public let orals: [Oral]
  /// By candidate; none before it is sealed.
  public let grids: [String: GridStanding]

  public init(
    plan: Plan, referential: Referential, referentialDigest: String, day: Day, orals: [Oral],
    grids: [String: GridStanding]
  ) {
    self.plan = plan
    self.referential = referential
    self.referentialDigest = referentialDigest
    self.day = day
    self.orals = orals
    self.grids = grids
  }

  /// Whether a candidate did not come: the manager or the jury says so.
  public func isAbsent(_ oral: Oral) -> Bool {
    if case .absent = day.attendance[oral.candidate.id] { return true }
    return oral.absence != nil
  }

  /// The minutes as the facts make them now. What is missing (``obstacles``) is empty in them: they are a draft until it is
  /// nothing.
  ///
  /// - Parameters:
  ///   - sources: every journal of the session, in any order; one without a fact says nothing, and is left out.
  ///   - thumbprint: of a public key's JWK, or nil when it is none.
  public func draft(sources: [JournalSource], at now: WallTime, thumbprint: (JSON) -> String?) -> Minutes {
    func signer(_ id: String, _ name: String, _ post: String, _ company: String, _ capacity: String, _ key: JSON?)
      -> Signer
    {
      Signer(
        juror: id, name: name, post: post, company: company, capacity: capacity,
        thumbprint: key.flatMap(thumbprint) ?? "", key: key ?? .null)
    }
    let jury = self.jury.map { juror in
      let capacity = juror.isPresident ? "Président du jury" : "Membre du jury"
      return Minutes.Member(
        family: juror.family, given: juror.given,
        signer: signer(juror.id, juror.name, juror.post, juror.company, capacity, juror.key))
    }
    let manager = plan.manager
    return Minutes(
      session: plan.id, sessionTitle: plan.title, from: plan.from, to: plan.to, centre: plan.centre,
      links: links, isSample: plan.isSample, isMock: plan.isMock, certification: plan.certification,
      certificationTitle: referential.certification.title, referential: referentialDigest, rows: orals.map(row),
      jury: jury, observations: day.observations,
      manager: signer(
        Plan.Manager.id, manager.name, manager.function, plan.centre.name,
        "Responsable de session, sans voix délibérative", manager.key),
      sources: sources.filter { $0.lines > 0 }.sorted { $0.path < $1.path }, sealedAt: now,
      edition: day.minutesEdition + 1)
  }

  /// The minutes to seal.
  ///
  /// - Throws: the first obstacle, when one is left.
  public func minutes(
    sources: [JournalSource], at now: WallTime, thumbprint: (JSON) -> String?
  ) throws(Refusal) -> Minutes {
    if let obstacle = obstacles.first { throw Refusal(obstacle.phrase, code: .badData) }
    let minutes = draft(sources: sources, at: now, thumbprint: thumbprint)
    for signer in minutes.signers where signer.thumbprint.isEmpty {
      throw Refusal(MinutesObstacle.keyMissing(name: signer.name).phrase, code: .badData)
    }
    return minutes
  }

  /// Those who sat in an oral that has a grid, in the plan's order; where nobody was heard, those who would have.
  public var jury: [Juror] {
    let sat = Set(orals.filter { !isAbsent($0) }.flatMap(\.requiredSigners))
    return plan.jury.filter { sat.isEmpty ? !$0.isSubstitute : sat.contains($0.id) }
  }

  private var links: [String] {
    var links: [String] = []
    for link in plan.slots.compactMap(plan.link) where !links.contains(link) { links.append(link) }
    return links
  }

  private func row(of oral: Oral) -> Minutes.Row {
    let candidate = oral.candidate
    var row = Minutes.Row(
      candidate: candidate.id, family: candidate.family, given: candidate.given, route: candidate.route)
    if isAbsent(oral) {
      row.result = .absent
    } else if case .complete(let grid, let digest) = grids[candidate.id] {
      row.result = Minutes.Result(grid.decision)
      row.refusedBlocks = grid.blocks.filter { !$0.acquired }.map { .init(block: $0.block, reason: $0.reason) }
      row.comment = grid.comment
      row.outcome = grid.route == .vae ? grid.decision : nil
      row.grid = digest
    }
    return row
  }
}
