import Testing

@testable import Evaluation

@Suite struct VoteTests {
  private func voted(_ jury: [Juror] = Consoles.three, castingVote: Bool = false, for voices: Set<String>) throws
    -> Consoles
  {
    var consoles = try Consoles.handedIn(jury, castingVote: castingVote)
    try consoles.say("amina", .voteOpened(competency: "C1"))
    for juror in consoles.order {
      try consoles.say(juror, .voteCast(competency: "C1", acquired: voices.contains(juror)))
    }
    return consoles
  }

  @Test func `ballots are counted once all are cast, and never shown`() throws {
    var consoles = try Consoles.handedIn()
    try consoles.say("amina", .voteOpened(competency: "C1"))
    try consoles.say("bruno", .voteCast(competency: "C1", acquired: false))
    var vote = try #require(try consoles.oral("amina").vote(on: "C1"))
    #expect(vote.result == nil)
    #expect(vote.own == nil)
    #expect(vote.awaited.map(\.id) == ["amina", "claire"])
    let names = "\(Consoles.three[0].name), \(Consoles.three[2].name)"
    #expect(try consoles.reason("amina", .acquired("C1")) == "le vote est en cours : on attend \(names)")
    for juror in ["amina", "claire"] { try consoles.say(juror, .voteCast(competency: "C1", acquired: true)) }
    vote = try #require(try consoles.oral("claire").vote(on: "C1"))
    #expect(vote.result?.acquired == 2)
    #expect(vote.result?.notAcquired == 1)
    #expect(vote.result?.outcome == .carried(true))
    #expect(try consoles.reason("bruno", .voteCast(competency: "C1", acquired: true)) == "ce vote est clos")
  }

  @Test func `the verdict is the vote's`() throws {
    let consoles = try voted(for: ["amina"])
    #expect(try consoles.reason("amina", .acquired("C1")) == "le vote a donné l'autre résultat")
    #expect(
      try consoles.reason(
        "amina", .verdictGiven(competency: "C1", acquired: false, unmarkedConfirmed: false, motive: "vote")) == nil)
  }

  @Test func `an even vote decides nothing unless the plan gives the president a casting vote`() throws {
    let pair = [Juror.fictitious("amina", external: true, president: true), .fictitious("bruno")]
    var consoles = try voted(pair, for: ["amina"])
    #expect(try consoles.oral("bruno").vote(on: "C1")?.result?.outcome == .even)
    try consoles.say("amina", .voteOpened(competency: "C1"))
    #expect(try consoles.oral("bruno").vote(on: "C1")?.awaited.count == 2)
    let casting = try voted(pair, castingVote: true, for: ["bruno"])
    #expect(try casting.oral("bruno").vote(on: "C1")?.result?.outcome == .byPresident(false))
    #expect(try casting.reason("amina", .acquired("C1")) == "le vote a donné l'autre résultat")
  }

  @Test func `a vote opens on what is undecided, once`() throws {
    var consoles = try Consoles.handedIn()
    #expect(try consoles.reason("amina", .voteOpened(competency: "C99")) == "« C99 » n'est pas de cet oral")
    try consoles.say("amina", .acquired("C2"))
    #expect(try consoles.reason("amina", .voteOpened(competency: "C2")) == "C2 est décidée")
    try consoles.say("amina", .voteOpened(competency: "C1"))
    #expect(try consoles.reason("amina", .voteOpened(competency: "C1")) == "un vote est déjà ouvert sur C1")
    #expect(try consoles.reason("amina", .voteCast(competency: "C3", acquired: true)) == "aucun vote sur C3")
  }
}
