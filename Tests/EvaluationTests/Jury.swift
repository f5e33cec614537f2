import Testing

@testable import Evaluation

/// Several consoles on one oral, as each of them sees it: facts are written by one, and reach the others when told to.
struct Consoles {
  /// One author's console.
  struct Seat {
    var fold: Fold
    var written: [Entry] = []
  }

  var seats: [String: Seat] = [:]
  let order: [String]
  /// Seconds since the start, one more with each fact.
  var second = 0
  /// By author, the boot of their machine.
  var boots: [String: String] = [:]

  static let three = [
    Juror.fictitious("amina", external: true, president: true), .fictitious("bruno"),
    .fictitious("claire", external: true),
  ]

  init(_ jury: [Juror] = three, castingVote: Bool = false) throws {
    var plan = Plan.small(jury: jury)
    plan.marking = .individual
    plan.settings.castingVote = castingVote
    order = jury.map(\.id)
    for juror in jury {
      let blank = try Oral(of: .fictitious("lea"), plan: plan, referential: .small, viewer: juror.id)
      seats[juror.id] = Seat(fold: Fold(blank))
    }
  }

  func oral(_ author: String) throws -> Oral { try #require(seats[author]).fold.oral }

  func now(_ author: String) -> Stamp {
    var stamp = Stamp.second(second)
    stamp.boot = boots[author] ?? stamp.boot
    return stamp
  }

  /// Writes a fact into an author's journal, as their console does: refused ones are not written.
  mutating func write(_ author: String, _ event: Event, isUndo: Bool = false) throws {
    second += 1
    let fact = Fact(event, isUndo: isUndo)
    let stamp = now(author)
    if let refusal = try oral(author).refusal(of: fact, at: stamp) { throw refusal }
    var seat = try #require(seats[author])
    let entry = Entry(n: seat.written.count + 1, fact: fact, at: stamp, seen: seat.fold.seen(by: event))
    seat.written.append(entry)
    seat.fold.receive([entry], from: author)
    seats[author] = seat
  }

  /// A console reads what others have written: all of it, or the first ones of one author.
  mutating func read(_ reader: String, from writer: String, upTo count: Int? = nil) throws {
    let written = try #require(seats[writer]).written.prefix(count ?? .max)
    let known = try #require(seats[reader]).fold.count(of: writer)
    seats[reader]?.fold.receive(Array(written.dropFirst(known)), from: writer)
  }

  mutating func readAll() throws {
    for reader in order { for writer in order where writer != reader { try read(reader, from: writer) } }
  }

  /// One writes, everybody reads.
  mutating func say(_ author: String, _ events: Event...) throws {
    for event in events {
      try write(author, event)
      try readAll()
    }
  }

  func reason(_ author: String, _ event: Event) throws -> String? {
    try oral(author).refusal(of: event, at: now(author))?.reason.fr
  }

  /// Everyone present without ties, the oral started by the first.
  static func started(_ jury: [Juror] = three, castingVote: Bool = false) throws -> Consoles {
    var consoles = try Consoles(jury, castingVote: castingVote)
    for juror in consoles.order {
      try consoles.say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try consoles.say(consoles.order[0], .identityChecked(true), .clockStarted(backdatedBy: 0))
    return consoles
  }

  /// Ended and handed in by all. `opinions`: by juror, the competencies that they would not grant.
  static func handedIn(
    _ jury: [Juror] = three, castingVote: Bool = false, against opinions: [String: Set<String>] = [:]
  ) throws -> Consoles {
    var consoles = try started(jury, castingVote: castingVote)
    for juror in consoles.order {
      for competency in try consoles.oral(juror).competencies {
        let isGranted = opinions[juror]?.contains(competency.id) != true
        for criterion in competency.criteria {
          try consoles.write(juror, .criterionMarked(criterion: criterion.id, mark: isGranted ? .met : .notMet))
        }
        try consoles.write(juror, .opinionGiven(competency: competency.id, acquired: isGranted))
      }
    }
    try consoles.say(consoles.order[0], .oralEnded)
    for juror in consoles.order { try consoles.say(juror, .handedIn) }
    return consoles
  }

  /// Everything granted, decided and confirmed by each: nothing keeps the grid from being sealed.
  static func decided(against opinions: [String: Set<String>] = [:]) throws -> Consoles {
    var consoles = try handedIn(against: opinions)
    let leader = consoles.order[0]
    for competency in try consoles.oral(leader).competencies {
      try consoles.say(
        leader,
        .verdictGiven(
          competency: competency.id, acquired: true, unmarkedConfirmed: false, motive: "SECRET motif \(competency.id)"))
    }
    for block in try consoles.oral(leader).blocks {
      try consoles.say(leader, .blockDecided(block: block.id, acquired: true, reason: ""))
    }
    try consoles.say(leader, .decisionTaken(decision: .admitted, comment: ""))
    let revision = try consoles.oral(leader).revision
    for juror in consoles.order { try consoles.say(juror, .wholeConfirmed(revision: revision)) }
    return consoles
  }
}
