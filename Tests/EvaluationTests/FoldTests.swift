import Testing

@testable import Evaluation

@Suite struct FoldTests {
  @Test func `all consoles that read the same journals have the same oral`() throws {
    var consoles = try Consoles.handedIn(against: ["bruno": ["C2"]])
    try consoles.say("amina", .acquired("C1"), .acquired("C3"))
    let amina = try consoles.oral("amina").common
    #expect(try consoles.oral("bruno").common == amina)
    #expect(try consoles.oral("claire").common == amina)
    #expect(amina.verdicts.keys.sorted() == ["C1", "C3"])
  }

  @Test func `the order in which journals arrive changes nothing`() throws {
    let written = try Consoles.handedIn(against: ["claire": ["C1", "C4"]])
    let expected = try written.oral("amina").common
    var generator = Lehmer(seed: 20_261_123)
    for _ in 1...30 {
      var fold = Fold(try Consoles().oral("amina"))
      var left = written.order
      while let author = left.randomElement(using: &generator) {
        let all = try #require(written.seats[author]).written
        let known = fold.count(of: author)
        let count = Int.random(in: 1...5, using: &generator)
        fold.receive(Array(all.dropFirst(known).prefix(count)), from: author)
        if fold.count(of: author) == all.count { left.removeAll { $0 == author } }
      }
      #expect(fold.oral.common == expected)
      #expect(fold.voidCount == 0)
      #expect(fold.waitingCount == 0)
    }
  }

  @Test func `a fact waits for what its writer had seen`() throws {
    var consoles = try Consoles.started()
    try consoles.say("amina", .oralEnded)
    var late = Fold(try Consoles().oral("claire"))
    late.receive(try #require(consoles.seats["bruno"]).written, from: "bruno")
    try consoles.write("bruno", .handedIn)
    let handedIn = try #require(consoles.seats["bruno"]?.written.last)
    #expect(handedIn.seen["amina"] == consoles.seats["amina"]?.written.count)
    late.receive([handedIn], from: "bruno")
    #expect(late.waitingCount > 0)
    #expect(late.oral.handedIn.isEmpty)
    late.receive(try #require(consoles.seats["amina"]).written, from: "amina")
    late.receive(try #require(consoles.seats["claire"]).written, from: "claire")
    #expect(late.waitingCount == 0)
    #expect(late.oral.handedIn.keys.sorted() == ["bruno"])
  }

  @Test func `a fact counts as soon as what its writer had seen is there, another's mark too`() throws {
    var consoles = try Consoles.started()
    try consoles.write("bruno", .criterionMarked(criterion: "C1.1", mark: .met))
    try consoles.read("amina", from: "bruno")
    try consoles.write("amina", .clockPaused(reason: "alarme"))
    try consoles.read("claire", from: "amina")
    #expect(try #require(consoles.seats["claire"]).fold.waitingCount == 1)
    try consoles.read("claire", from: "bruno")
    #expect(try #require(consoles.seats["claire"]).fold.waitingCount == 0)
    #expect(try consoles.oral("claire").clock.state == .paused)
  }

  @Test func `the viewer's last fact is the last they wrote, whatever came between`() throws {
    var consoles = try Consoles.started()
    try consoles.write("bruno", .criterionMarked(criterion: "C1.1", mark: .met))
    let last = consoles.now("bruno")
    #expect(try consoles.oral("bruno").lastFactAt == last)
    // Counts before a fact of bruno's: all of the jury's are counted again.
    try consoles.write("amina", .clockPaused(reason: "alarme"))
    try consoles.readAll()
    #expect(try consoles.oral("bruno").lastFactAt == last)
    var fresh = Fold(try Consoles().oral("bruno"))
    for juror in consoles.order { fresh.receive(try #require(consoles.seats[juror]).written, from: juror) }
    #expect(fresh.oral.lastFactAt == last)
  }

  @Test func `what concerns the author alone says nothing of others`() throws {
    let consoles = try Consoles.started()
    let fold = try #require(consoles.seats["bruno"]).fold
    #expect(fold.seen(by: .criterionMarked(criterion: "C1.1", mark: .met)) == [:])
    #expect(fold.seen(by: .oralEnded)["amina"] == consoles.seats["amina"]?.written.count)
  }

  @Test func `what was said to be seen is not said again`() throws {
    var consoles = try Consoles.started()
    try consoles.write("bruno", .jurorReleased(juror: "claire", reason: "malaise"))
    #expect(try #require(consoles.seats["bruno"]).fold.seen(by: .handedIn) == [:])
    try consoles.say("amina", .clockPaused(reason: "technique"))
    let count = consoles.seats["amina"]?.written.count
    #expect(try #require(consoles.seats["bruno"]).fold.seen(by: .handedIn) == ["amina": count])
  }

  @Test func `two who start the clock at once start it once, and the other's start is void`() throws {
    var consoles = try Consoles(Consoles.three)
    for juror in consoles.order {
      try consoles.say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try consoles.say("claire", .identityChecked(true))
    try consoles.write("bruno", .clockStarted(backdatedBy: 0))
    try consoles.write("amina", .clockStarted(backdatedBy: 0))
    try consoles.readAll()
    for juror in consoles.order {
      #expect(try consoles.oral(juror).hand == "amina")
      #expect(consoles.seats[juror]?.fold.voidCount == 1)
    }
  }

  @Test func `what a silent console still says after the hand was taken is void`() throws {
    var consoles = try Consoles.started()
    // Nobody reads amina from here on, and she reads nobody.
    try consoles.write(
      "bruno", .handTaken(from: "amina", boot: "boot-1", up: consoles.now("bruno").up, isCertain: true))
    try consoles.write("amina", .clockPaused(reason: "technique"))
    try consoles.readAll()
    for juror in consoles.order {
      #expect(try consoles.oral(juror).hand == "bruno")
      #expect(try consoles.oral(juror).clock.state == .running)
      #expect(consoles.seats[juror]?.fold.voidCount == 1)
    }
  }

  @Test func `of two who take the hand at once, one has it`() throws {
    var consoles = try Consoles.started()
    for taker in ["claire", "bruno"] {
      try consoles.write(taker, .handTaken(from: "amina", boot: "boot-1", up: consoles.now(taker).up, isCertain: true))
    }
    try consoles.readAll()
    for juror in consoles.order { #expect(try consoles.oral(juror).hand == "bruno") }
  }

  @Test func `a grid handed in while the oral is being reopened keeps it closed`() throws {
    var consoles = try Consoles.started()
    try consoles.say("amina", .oralEnded)
    try consoles.write("amina", .oralReopened)
    try consoles.write("bruno", .handedIn)
    try consoles.readAll()
    for juror in consoles.order {
      #expect(try consoles.oral(juror).clock.state == .ended)
      #expect(try consoles.oral(juror).handedIn.keys.sorted() == ["bruno"])
    }
  }

  @Test func `a mark after the grid was handed in is void at every console`() throws {
    var consoles = try Consoles.handedIn()
    let n = try #require(consoles.seats["bruno"]).written.count + 1
    let forged = Entry(n: n, fact: Fact(.criterionMarked(criterion: "C1.1", mark: .notMet)), at: .second(900))
    for juror in consoles.order { consoles.seats[juror]?.fold.receive([forged], from: "bruno") }
    for juror in consoles.order {
      #expect(try consoles.oral(juror).sheet(of: "bruno")?.mark(of: "C1.1") == .met)
      #expect(consoles.seats[juror]?.fold.voidCount == 1)
    }
  }
}

/// A small repeatable generator (Lehmer 1951, modulus 2^31 − 1, multiplier 48271).
struct Lehmer: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed % 2_147_483_647 }

  mutating func next() -> UInt64 {
    var word: UInt64 = 0
    for _ in 0..<4 {
      state = state * 48_271 % 2_147_483_647
      word = word << 16 | (state >> 8 & 0xFFFF)
    }
    return word
  }
}
