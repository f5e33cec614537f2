import Testing

@testable import Evaluation

@Suite struct GridDifferencesTests {
  /// Three jurors, two of whom put a reservation that they ask for in the grid.
  static func reserved() throws -> Consoles {
    var consoles = try Consoles.decided(against: ["bruno": ["C2"]])
    try consoles.say("claire", .reservationMade(text: "projet très guidé", inGrid: true))
    try consoles.say("amina", .reservationMade(text: "SECRET : à revoir dans un an", inGrid: false))
    try consoles.say("bruno", .reservationMade(text: "C2 tient à peu", inGrid: true))
    return consoles
  }

  @Test func `a grid says what every console of its jury says`() throws {
    let consoles = try Self.reserved()
    let grid = try consoles.oral("amina").sampleGrid()
    for juror in consoles.order {
      #expect(try consoles.oral(juror).differences(from: grid, referentialDigest: "ref-digest") == [])
    }
  }

  @Test func `what a grid says otherwise is named by its place`() throws {
    let oral = try Self.reserved().oral("amina")
    let grid = try oral.sampleGrid()
    func differences(_ change: (inout Grid) -> Void) -> [Grid.Difference] {
      var changed = grid
      change(&changed)
      return oral.differences(from: changed, referentialDigest: "ref-digest")
    }
    #expect(differences { $0.verdicts[1].acquired.toggle() } == [.competency("C2")])
    #expect(differences { $0.verdicts[0].unmarked = 1 } == [.competency("C1")])
    #expect(differences { $0.verdicts.removeLast() } == [.competency("C3")])
    #expect(differences { $0.verdicts.append($0.verdicts[0]) } == [.competency("C1")])
    #expect(differences { $0.blocks[1].reason = "x" } == [.block("B2")])
    #expect(differences { $0.decision = .partial } == [.decision])
    #expect(differences { $0.comment = "x" } == [.comment])
    #expect(differences { $0.reservations[0].text += "." } == [.reservation(juror: "bruno")])
    #expect(differences { $0.reservations.removeLast() } == [.reservation(juror: "claire")])
    #expect(differences { $0.reservations.append(.init(juror: "amina", text: "x")) } == [.reservation(juror: "amina")])
    #expect(differences { $0.signers.removeLast() } == [.signers])
  }

  @Test func `whom and what a grid is about, and who signs it under which key, are named`() throws {
    let oral = try Self.reserved().oral("amina")
    let grid = try oral.sampleGrid()
    func differences(_ change: (inout Grid) -> Void) -> [Grid.Difference] {
      var changed = grid
      change(&changed)
      return oral.differences(from: changed, referentialDigest: "ref-digest")
    }
    #expect(differences { $0.session = "autre" } == [.subject(.session)])
    #expect(differences { $0.sessionTitle = "x" } == [.subject(.title)])
    #expect(differences { $0.from = CalendarDate(daysSince1970: 0) } == [.subject(.dates)])
    #expect(differences { $0.to = CalendarDate(daysSince1970: 0) } == [.subject(.dates)])
    #expect(differences { $0.centre = "x" } == [.subject(.centre)])
    #expect(differences { $0.isSample.toggle() } == [.subject(.sample)])
    #expect(differences { $0.isMock.toggle() } == [.subject(.mock)])
    #expect(differences { $0.certification = "RNCP2" } == [.subject(.certification)])
    #expect(differences { $0.referential = "x" } == [.subject(.referential)])
    #expect(differences { $0.candidate = "muller" } == [.subject(.candidate)])
    #expect(differences { $0.family = "Müller" } == [.subject(.name)])
    #expect(differences { $0.given = "x" } == [.subject(.name)])
    #expect(differences { $0.route = .vae } == [.subject(.route)])
    #expect(differences { $0.format = "block1" } == [.subject(.format)])
    #expect(differences { $0.edition = 2 } == [.subject(.edition)])
    #expect(differences { $0.signers[1].company = "x" } == [.subject(.capacities)])
    #expect(differences { $0.signers[1].key = .object(["kid": "x"]) } == [.key(juror: "bruno")])
    // Léa, in other characters that look the same.
    #expect(differences { $0.given = "Le\u{301}a" } == [.text])
    // What it was built from, and when, are its own.
    #expect(differences { $0.sources[0].lines = 1 } == [])
    #expect(differences { $0.sealedAt = Stamp.start.at.advanced(by: 1) } == [])
  }
}
