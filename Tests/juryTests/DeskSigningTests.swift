import Console
import Evaluation
import Foundation
import Glibc
import Seal
import Store
import Testing

@testable import jury

/// Two jurors' consoles on one oral: each signs from their own, and the one who has the hand keeps the grid's file.
@Suite struct DeskSigningTests {
  let sitting: Sitting
  /// Who has the hand, and the other.
  let first: String
  let second: String

  init() throws { self.init(try Sitting(marking: .individual)) }

  private init(_ sitting: Sitting) {
    self.sitting = sitting
    first = sitting.jurors[0]
    second = sitting.jurors[1]
  }

  /// One says something, and the other console hears of it.
  private func say(_ desk: Desk, _ other: Desk, _ events: Event...) {
    desk.play(events.map { Fact($0) })
    other.follow()
  }

  /// Both consoles, at the moment before sealing; the second juror has put a reservation.
  private func ready(_ disk: any Disk = FailingDisk()) throws -> (Desk, Desk) {
    let one = try sitting.desk(disk, as: first)
    // Nobody pulls the plug here: without waiting for the disk.
    let two = try sitting.desk(FailingDisk(), as: second)
    say(one, two, .jurorPresent(juror: first, true), .noTieDeclared(juror: first), .identityChecked(true))
    say(two, one, .jurorPresent(juror: second, true), .noTieDeclared(juror: second))
    say(one, two, .clockStarted(backdatedBy: 0), .criterionMarked(criterion: "C6.1", mark: .met), .oralEnded)
    say(two, one, .opinionGiven(competency: "C6", acquired: false), .handedIn)
    say(one, two, .handedIn)
    let oral = try #require(one.console.oral)
    for competency in oral.competencies {
      say(
        one, two,
        .verdictGiven(competency: competency.id, acquired: true, unmarkedConfirmed: true, motive: "vu à l'oral"))
    }
    for block in oral.blocks { say(one, two, .blockDecided(block: block.id, acquired: true, reason: "")) }
    say(one, two, .decisionTaken(decision: .admitted, comment: ""))
    say(two, one, .reservationMade(text: "projet très guidé", inGrid: true))
    let revision = try #require(one.console.oral).revision
    say(two, one, .wholeConfirmed(revision: revision))
    say(one, two, .wholeConfirmed(revision: revision))
    #expect(one.console.oral?.obstacles == [] && two.console.oral?.obstacles == [])
    return (one, two)
  }

  private func seal(_ one: Desk, _ two: Desk) {
    one.perform(one.seal)
    two.follow()
  }

  private func sign(_ desk: Desk, _ juror: String, _ other: Desk) {
    desk.perform { desk.sign(as: juror, passphrase: Sitting.passphrase) }
    other.follow()
  }

  private var gridPath: String { "\(sitting.directory)/grids/\(sitting.candidate).grid.json" }

  private func grid() throws -> SealedGrid {
    try SealedGrid(parsing: SystemDisk().contents(of: gridPath, limit: 1 << 20))
  }

  /// What `jury verify` finds in the session.
  private func findings() throws -> [Finding.Name] {
    let session = try Session(SessionDirectory(sitting.directory))
    let bytes = try SystemDisk().contents(of: gridPath, limit: 1 << 20)
    return try session.verified(bytes, path: gridPath, candidate: sitting.candidate).findings.map(\.name)
  }

  @Test func `each juror signs from their own console, and the grid stands`() throws {
    let (one, two) = try ready()
    seal(one, two)
    #expect(two.console.oral?.stage == .signing)
    let sources = try grid().grid.sources
    #expect(sources.map(\.path) == [first, second].sorted().map { "orals/\(sitting.candidate)/\($0).jsonl" })
    #expect(try grid().grid.reservations.map(\.text) == ["projet très guidé"])
    sign(two, second, one)
    #expect(try grid().standing.map(\.juror) == [second])
    sign(one, first, two)
    #expect(try grid().standing.map(\.juror) == sitting.jurors)
    #expect(two.console.oral?.stage == .signed)
    #expect(try findings() == [])
    // The signature is in the signer's own journal.
    #expect(two.events.contains { if case .gridSigned(second, _, .some) = $0.event { true } else { false } })
    #expect(one.events.contains { if case .gridSigned(first, _, .some) = $0.event { true } else { false } })
  }

  @Test func `both sign in turn at one console`() throws {
    let (one, two) = try ready()
    seal(one, two)
    sign(two, first, one)
    sign(two, second, one)
    #expect(try findings() == [])
    #expect(try grid().standing.map(\.juror) == sitting.jurors)
  }

  @Test func `a console without the hand writes no file, and shows the signatures all the same`() throws {
    let (one, two) = try ready()
    seal(one, two)
    let before = try grid().envelope.bytes
    one.close()
    two.perform { two.sign(as: second, passphrase: Sitting.passphrase) }
    #expect(try grid().envelope.bytes == before)
    two.perform { two.showGrid(columns: 80) }
    #expect(two.console.gridPicture?.lines.contains { $0.contains("☒ signé le ") } == true)
    #expect(try findings() == [.signatureMissing, .signatureStripped])
    // The one who has the hand comes back, and finds it.
    let again = try sitting.desk(as: first)
    #expect(try grid().standing.map(\.juror) == [second])
    sign(again, first, two)
    #expect(try findings() == [])
  }

  @Test func `a juror refuses to sign at their own console, and the grid says so`() throws {
    let (one, two) = try ready()
    seal(one, two)
    sign(one, first, two)
    two.perform { two.refuse(juror: second, reason: "désaccord sur C6") }
    one.follow()
    #expect(try grid().standingRefusals.map(\.reason) == ["désaccord sur C6"])
    #expect(try findings() == [.refused])
    #expect(one.console.oral?.stage == .refused)
  }

  @Test func `what another console says while this one seals is in the grid, or keeps it from being sealed`() throws {
    let (one, two) = try ready()
    two.play(.reservationMade(text: "projet très guidé, à revoir", inGrid: true))
    one.perform(one.seal)
    #expect(try grid().grid.reservations.map(\.text) == ["projet très guidé, à revoir"])
    let other = try DeskSigningTests()
    let (three, four) = try other.ready()
    four.play(.jurorReleased(juror: other.first, reason: "malaise"))
    three.perform(three.seal)
    #expect(three.console.oral?.seal == nil)
    #expect(other.sitting.grids() == [])
  }

  @Test func `a reservation that crossed the seal keeps its juror from signing`() throws {
    let (one, two) = try ready()
    one.perform(one.seal)
    // Before hearing of the seal.
    two.play(.reservationMade(text: "autre", inGrid: true))
    one.follow()
    two.follow()
    guard one.console.oral?.reservations[second]?.text == "autre" else {
      // The seal came first in the common order: the reservation is void.
      sign(two, second, one)
      return #expect(try grid().standing.map(\.juror) == [second])
    }
    sign(two, second, one)
    #expect(two.said.contains("the reservation of \(second)"))
    #expect(try findings().contains(.reservationDiffers))
  }

  @Test func `a grid that has not arrived is not signed`() throws {
    let (one, two) = try ready()
    let elsewhere = sitting.directory + "-grid.json"
    one.perform(one.seal)
    try FileManager.default.moveItem(atPath: gridPath, toPath: elsewhere)
    defer { try? FileManager.default.removeItem(atPath: elsewhere) }
    two.follow()
    sign(two, second, one)
    #expect(two.said.hasPrefix("the sealed grid has not arrived here yet"))
    #expect(two.console.oral?.seal?.signatures.isEmpty == true)
    try FileManager.default.moveItem(atPath: elsewhere, toPath: gridPath)
    sign(two, second, one)
    #expect(try grid().standing.map(\.juror) == [second])
  }

  @Test func `another grid in the sealed one's place is shown at no console`() throws {
    let (one, two) = try ready()
    seal(one, two)
    var other = try grid().grid
    other.comment = "autre"
    try one.session.replace(SealedGrid(sealing: other))
    for (desk, told) in [
      (one, "the grid on disk is not the one that the journal sealed"),
      (two, "the sealed grid has not arrived here yet"),
    ] {
      desk.perform { desk.showGrid(columns: 80) }
      #expect(desk.said.hasPrefix(told))
    }
  }

  @Test func `a console that dies while it gathers signatures loses none`() throws {
    let (before, beside) = try ready()
    seal(before, beside)
    beside.perform { beside.sign(as: second, passphrase: Sitting.passphrase) }
    before.close()
    beside.close()
    for call in 1... {
      let sitting = try Sitting(copying: self.sitting)
      let disk = FailingDisk()
      disk.arm(FailingDisk.Plan(code: EIO, forEver: true), at: call)
      // Opening, this console gathers what the other has signed.
      var one = try? sitting.desk(disk, as: first)
      one?.perform { [one] in one?.sign(as: first, passphrase: Sitting.passphrase) ?? [] }
      one = nil
      let next = try sitting.desk(FailingDisk(), as: first)
      if next.console.oral?.seal?.signatures[first] == nil {
        next.perform { next.sign(as: first, passphrase: Sitting.passphrase) }
      }
      #expect(next.console.oral?.stage == .signed, "call \(call)")
      #expect(try DeskSigningTests(sitting).grid().standing.map(\.juror) == sitting.jurors, "call \(call)")
      guard disk.failures > 0 else {
        #expect(call > 10)
        return
      }
    }
  }
}
