import Console
import Evaluation
import Foundation
import Screen
import Store
import Testing

@testable import jury

@Suite struct MockOralTests {
  private func press(_ desk: Desk, _ keys: Key...) { for key in keys { desk.act(.key(key)) } }

  private func type(_ desk: Desk, _ text: String) { for character in text { press(desk, .character(character)) } }

  /// The oral by keys alone, from the jury's arrival to the last signature.
  private func hear(_ sitting: Sitting) throws -> Desk {
    let desk = try sitting.desk()
    let space = Key.character(" ")
    press(desk, .home, space)
    for _ in 0..<4 { press(desk, .down, space) }
    press(desk, .character("t"))
    sitting.up += 60_000
    press(desk, space, .down, .character("n"), .character("c"))
    type(desk, "Dater la veille.")
    press(desk, .enter, .character("P"), space, .escape)
    for _ in 0..<2 {
      sitting.up += 600_000
      press(desk, .character("s"), .character("o"))
    }
    sitting.up += 300_000
    press(desk, .character("f"), .character("o"), .character("d"))
    let oral = try #require(desk.console.oral)
    for _ in oral.competencies { press(desk, .character("a"), .character("o")) }
    press(desk, .character("b"), .character("a"), .down, .enter, .character("g"), .character("s"), .character("o"))
    for _ in sitting.jurors {
      press(desk, .enter)
      type(desk, Sitting.passphrase)
      press(desk, .enter)
      if desk.isWorking { desk.work() }
      press(desk, .down)
    }
    return desk
  }

  @Test func `a mock oral heard by keys is signed, taken home, and read there with nothing but its file`() throws {
    let sitting = try Sitting(isMock: true)
    let desk = try hear(sitting)
    #expect(desk.console.oral?.stage == .signed, "\(desk.picture.text)")
    #expect(desk.picture.text.contains("MOCK ORAL"))
    let session = try Session(path: sitting.directory)
    let review = try ReviewFile(of: session.candidate(sitting.candidate), in: session, state: nil).review
    let home = sitting.directory + "-chez-soi"
    try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: home) }
    try Data(ReviewExport(review, nil, .fr).json).write(to: URL(fileURLWithPath: home + "/moi.review.json"))
    try FileManager.default.removeItem(atPath: sitting.directory)

    func seat() throws -> ReviewSeat {
      ReviewSeat(
        try ReviewFile(path: home + "/moi.review.json"), progress: nil, language: .fr,
        size: Size(rows: 24, columns: 80), now: sitting.now)
    }
    let first = try seat()
    func show(_ seat: ReviewSeat, _ keys: Key...) -> String {
      for key in keys { seat.act(.key(key)) }
      return seat.picture.text
    }
    // Nothing of the jury's before one's own view.
    #expect(show(first, .tab).contains("Jugez-vous d'abord"))
    #expect(show(first, .character(" "), .character(" "), .character("v"), .enter).contains("Décision du jury : Admis"))
    // What was judged is in the file: another opening goes on from there.
    let second = try seat()
    #expect(show(second).contains("[Temps]") && show(second).contains("Questions du jury"))
    #expect(show(second, .tab).contains("✗  C6.2"))
    #expect(show(second, .tab).contains("E2 Service"))
    #expect(show(second, .tab).contains("moi ✓  jury ✗  C6.2"))
    let notes = show(second, .tab)
    #expect(notes.contains("Dater la veille."))
    #expect(show(second, .tab).contains("00:00 /"))
    for juror in session.plan.jury { #expect(!notes.contains(juror.family)) }
  }
}
