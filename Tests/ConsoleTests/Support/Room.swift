import Screen

@testable import Console
@testable import Evaluation

/// A session in which each juror has a console; the stage is Amina Benali's unless said otherwise.
enum Room {
  static var plan: Plan {
    var plan = Session.plan
    plan.marking = .individual
    for index in plan.slots.indices { plan.slots[index].jury = ["benali", "roux", "oster"] }
    return plan
  }

  static let jurors = ["benali", "roux", "oster"]
}

extension Stage {
  /// A console of the room, on one candidate's oral.
  static func room(
    _ viewer: String = "benali", candidate: String = "ndiaye", size: Size = Size(rows: 24, columns: 80),
    plan: Plan = Room.plan
  ) throws -> Stage {
    try Stage(opening: candidate, size: size, plan: plan, viewer: viewer)
  }

  /// Facts of other journals arrive.
  mutating func hear(_ author: String, _ events: Event...) {
    guard let candidate = world.candidate else { return }
    for event in events {
      world.receive(Fact(event), of: candidate, from: author, at: now)
      if let oral = world.orals[candidate] { act(.followed(oral)) }
    }
  }

  /// Every juror present without ties, identity checked; the clock started by one of them.
  mutating func start(by hand: String) {
    for juror in Room.jurors { hear(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror)) }
    hear(hand, .identityChecked(true), .clockStarted(backdatedBy: 0))
  }

  /// The hand gives every competency and the block, and admits.
  mutating func admit(by hand: String) {
    for id in ["C1", "C2", "C3", "C4", "C5"] {
      hear(hand, .verdictGiven(competency: id, acquired: true, unmarkedConfirmed: false, motive: "vu à l'oral"))
    }
    hear(hand, .blockDecided(block: "B1", acquired: true, reason: ""))
    hear(hand, .decisionTaken(decision: .admitted, comment: ""))
  }

  /// The other consoles tell that they are there.
  mutating func greet(_ jurors: String..., wallAhead: Int? = nil) {
    act(
      .neighboursSeen(
        jurors.map {
          Neighbour(
            juror: $0, since: now.at, heardAt: now, wallAhead: wallAhead, seenUpTo: console.oral?.lastFactAt)
        }, alarms: []))
  }

  /// One of them tells again; the others stay as they were last heard.
  mutating func greetAgain(_ juror: String) {
    let neighbours = console.neighbours.map {
      $0.juror == juror
        ? Neighbour(juror: juror, since: $0.since, heardAt: now, seenUpTo: console.oral?.lastFactAt) : $0
    }
    act(.neighboursSeen(neighbours, alarms: []))
  }

  /// All three judged block 1: Roux would not grant C2, and Øster marked C3 otherwise. Handed in by all.
  mutating func handInAll(by hand: String = "benali") {
    for juror in Room.jurors {
      for competency in console.oral?.competencies ?? [] {
        for criterion in competency.criteria {
          let isDoubted = juror == "roux" && competency.id == "C2" || juror == "oster" && criterion.id == "C3.1"
          hear(juror, .criterionMarked(criterion: criterion.id, mark: isDoubted ? .notMet : .met))
        }
        hear(juror, .opinionGiven(competency: competency.id, acquired: !(juror == "roux" && competency.id == "C2")))
      }
    }
    hear("roux", .noted(subject: "C2.1", text: "La spécification ne dit rien des volumes."))
    hear(hand, .oralEnded)
    for juror in Room.jurors { hear(juror, .handedIn) }
  }
}
