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
    for juror in consoles.order { #expect(try consoles.oral(juror).differences(from: grid) == []) }
  }

  @Test func `what a grid says otherwise is named by its place`() throws {
    let oral = try Self.reserved().oral("amina")
    let grid = try oral.sampleGrid()
    func differences(_ change: (inout Grid) -> Void) -> [Grid.Difference] {
      var changed = grid
      change(&changed)
      return oral.differences(from: changed)
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
}
