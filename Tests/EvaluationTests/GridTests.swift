import JSON
import Testing

@testable import Evaluation

extension Oral {
  /// The grid sealed at 09:00, from one journal.
  func sampleGrid() throws -> Grid {
    try grid(
      referentialDigest: "ref-digest", sources: [JournalSource(path: "orals/lea/jury.jsonl", head: "head", lines: 12)],
      at: Stamp.start.at, thumbprint: { $0["kid"]?.string })
  }
}

@Suite struct GridTests {
  @Test func `the grid tells what the jury decided and who must sign`() throws {
    let grid = try Oral.decided().sampleGrid()
    #expect(grid.verdicts.map(\.competency) == ["C1", "C2", "C3"])
    #expect(grid.verdicts.allSatisfy { $0.acquired && $0.unmarked == 0 })
    #expect(grid.blocks.map(\.block) == ["B1", "B2"])
    #expect(grid.decision == .admitted)
    #expect(grid.signers.map(\.juror) == ["amina", "bruno"])
    #expect(grid.signers.map(\.capacity) == ["Président du jury", "Membre du jury"])
    #expect(grid.edition == 1)
  }

  @Test func `a held block stands in the grid, without verdicts of today`() throws {
    let grid = try Oral.decided(.fictitious("sam", held: ["B1"])).sampleGrid()
    #expect(grid.verdicts.map(\.competency) == ["C3"])
    #expect(grid.blocks.map(\.isHeld) == [true, false])
    #expect(grid.blocks.map(\.acquired) == [true, true])
  }

  @Test func `a grid taken back is another edition`() throws {
    var oral = try Oral.decided()
    try oral.play([.gridSealed(digest: "d"), .gridReopened(reason: "erreur")])
    #expect(try oral.sampleGrid().edition == 2)
  }

  @Test func `no grid while an obstacle is left`() throws {
    let refusal = try #require(throws: Refusal.self) { try Oral.ended().sampleGrid() }
    #expect(refusal.reason.fr == "C1 n'est pas décidée")
    #expect(refusal.code == .badData)
  }

  @Test func `a key that is no key is as good as none`() throws {
    let oral = try Oral.decided()
    let refusal = try #require(throws: Refusal.self) {
      try oral.grid(referentialDigest: "", sources: [], at: Stamp.start.at, thumbprint: { _ in nil })
    }
    #expect(refusal.reason.fr == "Amina NOM-AMINA n'a pas de clé dans le plan")
  }

  @Test func `how many criteria bore no mark is told`() throws {
    var oral = try Oral.decided()
    try oral.play([.criterionMarked(criterion: "C1.1", mark: .none), .acquired("C1", confirmed: true)])
    #expect(try oral.sampleGrid().verdicts.map(\.unmarked) == [1, 0, 0])
  }

  @Test func `the grid holds the reservations asked for in it, in the plan's order, and no other`() throws {
    let grid = try GridDifferencesTests.reserved().oral("claire").sampleGrid()
    #expect(
      grid.reservations == [
        Grid.Reservation(juror: "bruno", text: "C2 tient à peu"),
        Grid.Reservation(juror: "claire", text: "projet très guidé"),
      ])
    #expect(!grid.json.text.contains("SECRET"))
  }

  @Test func `a reservation of a juror who does not sit to the end is not in the grid`() throws {
    var consoles = try Consoles.handedIn()
    try consoles.say("claire", .reservationMade(text: "projet très guidé", inGrid: true))
    try consoles.say("amina", .jurorReleased(juror: "claire", reason: "malaise"))
    #expect(try consoles.oral("amina").gridReservations.isEmpty)
  }

  @Test func `the journals stand by path, without those that say nothing`() throws {
    let sources = ["claire", "amina", "bruno"].map {
      JournalSource(path: "orals/lea/\($0).jsonl", head: "head-\($0)", lines: $0 == "bruno" ? 0 : 3)
    }
    let grid = try Oral.decided().grid(
      referentialDigest: "", sources: sources, at: Stamp.start.at, thumbprint: { $0["kid"]?.string })
    #expect(grid.sources.map(\.head) == ["head-amina", "head-claire"])
  }
}
