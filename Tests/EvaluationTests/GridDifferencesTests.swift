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

  /// What one of their consoles says of a grid that is changed.
  private static func differences(_ change: (inout Grid) -> Void) throws -> [Grid.Difference] {
    let oral = try reserved().oral("amina")
    var grid = try oral.sampleGrid()
    change(&grid)
    return oral.differences(from: grid, referentialDigest: "ref-digest")
  }

  @Test func `a grid says what every console of its jury says`() throws {
    let consoles = try Self.reserved()
    let grid = try consoles.oral("amina").sampleGrid()
    for juror in consoles.order {
      #expect(try consoles.oral(juror).differences(from: grid, referentialDigest: "ref-digest") == [])
    }
  }

  @Test func `what a grid says otherwise is named by its place`() throws {
    #expect(try Self.differences { $0.verdicts[1].acquired.toggle() } == [.competency("C2")])
    #expect(try Self.differences { $0.verdicts[0].unmarked = 1 } == [.competency("C1")])
    #expect(try Self.differences { $0.verdicts.removeLast() } == [.competency("C3")])
    #expect(try Self.differences { $0.verdicts.append($0.verdicts[0]) } == [.competency("C1")])
    #expect(try Self.differences { $0.blocks[1].reason = "x" } == [.block("B2")])
    #expect(try Self.differences { $0.decision = .partial } == [.decision])
    #expect(try Self.differences { $0.comment = "x" } == [.comment])
    #expect(try Self.differences { $0.reservations[0].text += "." } == [.reservation(juror: "bruno")])
    #expect(try Self.differences { $0.reservations.removeLast() } == [.reservation(juror: "claire")])
    #expect(
      try Self.differences { $0.reservations.append(.init(juror: "amina", text: "x")) } == [
        .reservation(juror: "amina")
      ])
    #expect(try Self.differences { $0.signers.removeLast() } == [.signers])
  }

  @Test func `whom and what a grid is about, and who signs it under which key, are named`() throws {
    #expect(try Self.differences { $0.session = "autre" } == [.subject(.session)])
    #expect(try Self.differences { $0.sessionTitle = "x" } == [.subject(.title)])
    #expect(try Self.differences { $0.from = CalendarDate(daysSince1970: 0) } == [.subject(.dates)])
    #expect(try Self.differences { $0.to = CalendarDate(daysSince1970: 0) } == [.subject(.dates)])
    #expect(try Self.differences { $0.centre = "x" } == [.subject(.centre)])
    #expect(try Self.differences { $0.isSample.toggle() } == [.subject(.sample)])
    #expect(try Self.differences { $0.isMock.toggle() } == [.subject(.mock)])
    #expect(try Self.differences { $0.certification = "RNCP2" } == [.subject(.certification)])
    #expect(try Self.differences { $0.referential = "x" } == [.subject(.referential)])
    #expect(try Self.differences { $0.candidate = "muller" } == [.subject(.candidate)])
    #expect(try Self.differences { $0.family = "Müller" } == [.subject(.name)])
    #expect(try Self.differences { $0.given = "x" } == [.subject(.name)])
    #expect(try Self.differences { $0.route = .vae } == [.subject(.route)])
    #expect(try Self.differences { $0.format = "block1" } == [.subject(.format)])
    #expect(try Self.differences { $0.edition = 2 } == [.subject(.edition)])
    #expect(try Self.differences { $0.signers[1].company = "x" } == [.subject(.capacities)])
    #expect(try Self.differences { $0.signers[1].key = .object(["kid": "x"]) } == [.key(juror: "bruno")])
    // Léa, in other characters that look the same.
    #expect(try Self.differences { $0.given = "Le\u{301}a" } == [.text])
    // What it was built from, and when, are its own.
    #expect(try Self.differences { $0.sources[0].lines = 1 } == [])
    #expect(try Self.differences { $0.sealedAt = Stamp.start.at.advanced(by: 1) } == [])
  }
}
