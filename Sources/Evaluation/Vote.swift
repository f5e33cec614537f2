/// A recorded vote of the jury on a competency about which no agreement came.
///
/// Its law: who voted how is for nobody's eyes (law 6); only what the ballots add up to is, once all are cast.
struct Vote: Equatable, Sendable {
  let openedAt: Stamp
  /// By juror: acquired or not.
  var ballots: [String: Bool] = [:]
}

/// What can be seen of a vote.
public struct VoteReading: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    /// More voices for it than against it.
    case carried(Bool)
    /// Even, and the plan gives the president a casting vote (`settings.castingVote`).
    case byPresident(Bool)
    /// Even, and nothing decides it: the jury goes on deliberating.
    case even
  }

  /// The jurors whose ballot is still awaited.
  public let awaited: [Juror]
  /// The viewer's own ballot.
  public let own: Bool?
  /// Voices for and against, and what they decide; nil until all are cast.
  public let result: (acquired: Int, notAcquired: Int, outcome: Outcome)?

  public static func == (a: VoteReading, b: VoteReading) -> Bool {
    a.awaited == b.awaited && a.own == b.own && a.result?.acquired == b.result?.acquired
      && a.result?.notAcquired == b.result?.notAcquired && a.result?.outcome == b.result?.outcome
  }
}

extension Oral {
  /// The vote on a competency; nil when none was opened.
  public func vote(on competency: String) -> VoteReading? {
    guard let vote = votes[competency] else { return nil }
    let awaited = sittingJurors.filter { vote.ballots[$0.id] == nil }
    let own = vote.ballots[viewer]
    guard awaited.isEmpty else { return VoteReading(awaited: awaited, own: own, result: nil) }
    let voices = sittingJurors.compactMap { vote.ballots[$0.id] }
    let acquired = voices.count { $0 }
    return VoteReading(
      awaited: [], own: own,
      result: (acquired, voices.count - acquired, outcome(of: vote, acquired, voices.count - acquired)))
  }

  private func outcome(of vote: Vote, _ acquired: Int, _ notAcquired: Int) -> VoteReading.Outcome {
    if acquired != notAcquired { return .carried(acquired > notAcquired) }
    let president = sittingJurors.first { $0.isPresident }
    guard plan.settings.castingVote, let president, let voice = vote.ballots[president.id] else { return .even }
    return .byPresident(voice)
  }

  /// Why a verdict does not follow from the vote on its competency, or nil when it does or there is none.
  func refusalByVote(_ competency: String, _ acquired: Bool) -> Refusal? {
    guard let vote = vote(on: competency) else { return nil }
    guard let result = vote.result else {
      let names = vote.awaited.map(\.name).joined(separator: ", ")
      return no("le vote est en cours : on attend \(names)", "the vote is under way: awaiting \(names)")
    }
    switch result.outcome {
    case .carried(acquired), .byPresident(acquired), .even: return nil
    case .carried, .byPresident:
      return no("le vote a donné l'autre résultat", "the vote went the other way")
    }
  }
}
