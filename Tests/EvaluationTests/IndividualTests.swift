import Testing

@testable import Evaluation

@Suite struct IndividualTests {
  // MARK: Secrecy

  @Test func `before all have handed in nobody sees another's grid`() throws {
    var consoles = try Consoles.started()
    try consoles.say("bruno", .criterionMarked(criterion: "C1.1", mark: .notMet), .noted(subject: "C1", text: "faible"))
    let amina = try consoles.oral("amina")
    #expect(amina.sheet(of: "bruno") == nil)
    #expect(amina.mark(of: "C1.1") == .none)
    #expect(amina.notes().isEmpty)
    #expect(amina.markedCount(by: "bruno") == 1)
    try consoles.say("amina", .oralEnded)
    for juror in ["bruno", "claire"] { try consoles.say(juror, .handedIn) }
    #expect(try consoles.oral("claire").sheet(of: "bruno") == nil)
    try consoles.say("amina", .handedIn)
    #expect(try consoles.oral("claire").sheet(of: "bruno")?.mark(of: "C1.1") == .notMet)
    #expect(try consoles.oral("claire").sheet(of: "bruno")?.notes().map(\.text) == ["faible"])
  }

  @Test func `who does not sit sees no grid`() throws {
    var consoles = try Consoles(Consoles.three + [.fictitious("dora")])
    for juror in ["amina", "bruno", "claire"] {
      try consoles.say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try consoles.say("dora", .jurorPresent(juror: "dora", true), .tieDeclared(juror: "dora", reason: "ancienne élève"))
    try consoles.say("amina", .identityChecked(true), .clockStarted(backdatedBy: 0), .oralEnded)
    for juror in ["amina", "bruno", "claire"] { try consoles.say(juror, .handedIn) }
    #expect(try consoles.oral("amina").isDeliberating)
    #expect(try consoles.oral("dora").sheet(of: "amina") == nil)
  }

  // MARK: Who speaks for whom

  @Test func `each juror says for themself that they are here, and without ties`() throws {
    let consoles = try Consoles()
    let reason = "chaque juré le dit de sa console"
    #expect(try consoles.reason("amina", .jurorPresent(juror: "bruno", true)) == reason)
    #expect(try consoles.reason("amina", .noTieDeclared(juror: "bruno")) == reason)
    #expect(try consoles.reason("amina", .tieDeclared(juror: "bruno", reason: "x")) == reason)
    #expect(try consoles.reason("bruno", .noTieDeclared(juror: "bruno")) == nil)
  }

  @Test func `only who has the hand conducts`() throws {
    var consoles = try Consoles.started()
    let name = try consoles.oral("bruno").plan.juror("amina")?.name ?? ""
    for event in [Event.clockPaused(reason: "x"), .phaseEntered(phase: "questions"), .oralEnded] {
      #expect(try consoles.reason("bruno", event) == "\(name) conduit l'oral")
      #expect(try consoles.reason("amina", event) == nil)
    }
    try consoles.say("bruno", .handTaken(from: "amina", boot: "boot-1", up: consoles.now("bruno").up, isCertain: true))
    #expect(try consoles.reason("bruno", .oralEnded) == nil)
    #expect(try consoles.reason("amina", .oralEnded) != nil)
  }

  @Test func `a shared console knows nothing of handing in`() throws {
    let oral = try Oral.ended()
    #expect(oral.reason(against: .handedIn) == "le jury partage une console")
    #expect(oral.reason(against: .wholeConfirmed(revision: 0)) == "le jury partage une console")
  }

  // MARK: The hand across machines

  @Test func `elapsed time goes on exactly when another machine takes the clock`() throws {
    var consoles = try Consoles([.fictitious("amina", external: true), .fictitious("bruno")])
    consoles.boots = ["bruno": "boot-2"]
    for juror in consoles.order {
      try consoles.say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try consoles.say("amina", .identityChecked(true), .clockStarted(backdatedBy: 0))
    let started = consoles.now("amina").up
    consoles.second += 59
    try consoles.say("bruno", .handTaken(from: "amina", boot: "boot-1", up: started + 60_000, isCertain: true))
    let taken = consoles.now("bruno")
    let clock = try consoles.oral("bruno").clock
    #expect(clock.phaseSpent(at: taken) == 60_000)
    #expect(clock.phaseSpent(at: taken.advanced(by: 30_000)) == 90_000)
    #expect(!clock.isUncertain(at: taken))
  }

  @Test func `a pause goes on through a takeover`() throws {
    var consoles = try Consoles([.fictitious("amina", external: true), .fictitious("bruno")])
    consoles.boots = ["bruno": "boot-2"]
    for juror in consoles.order {
      try consoles.say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try consoles.say("amina", .identityChecked(true), .clockStarted(backdatedBy: 0), .clockPaused(reason: "alarme"))
    let paused = consoles.now("amina").up
    try consoles.say("bruno", .handTaken(from: "amina", boot: "boot-1", up: paused + 45_000, isCertain: true))
    #expect(try consoles.oral("amina").clock.paused(at: consoles.now("bruno").advanced(by: 5000)) == 50_000)
  }

  @Test func `a takeover by wall clocks alone is marked uncertain`() throws {
    var consoles = try Consoles.started()
    try consoles.say("bruno", .handTaken(from: "amina", boot: "boot-1", up: consoles.now("bruno").up, isCertain: false))
    #expect(try consoles.oral("claire").clock.isUncertain)
  }

  @Test func `a clock measured between two machines is read on either, whatever their wall clocks say`() throws {
    var consoles = try Consoles.started()
    let started = try #require(try consoles.oral("amina").clock.countedSince)
    // Bruno's machine: another boot, started 400 s later, an hour fast.
    var there = started.advanced(by: 90_000)
    there = Stamp(at: there.at.advanced(by: 3_600_000), boot: "boot-2", up: there.up - 400_000)
    #expect(try consoles.oral("bruno").clock.isUncertain(at: there))
    let bridge = Bridge(boot: "boot-1", here: "boot-2", offset: -400_000, wallAhead: -3_600_000)
    consoles.seats["bruno"]?.fold.measured([bridge])
    #expect(try consoles.oral("bruno").clock.phaseSpent(at: there) == 90_000)
    #expect(try !consoles.oral("bruno").clock.isUncertain(at: there))
    let (up, isCertain) = [bridge].reckon(there, asOf: started)
    #expect(up == started.up + 90_000)
    #expect(isCertain)
    #expect(try consoles.oral("bruno").common == consoles.oral("claire").common)
  }

  // MARK: Handing in and leaving

  @Test func `the deliberation awaits every grid, and says whose`() throws {
    var consoles = try Consoles.started()
    #expect(try consoles.reason("bruno", .handedIn) == "l'oral n'est pas terminé")
    try consoles.say("amina", .oralEnded)
    try consoles.say("amina", .handedIn)
    try consoles.say("bruno", .handedIn)
    let claire = try consoles.oral("amina").plan.juror("claire")?.name ?? ""
    #expect(try consoles.oral("amina").awaited.map(\.id) == ["claire"])
    #expect(try consoles.reason("amina", .acquired("C1")) == "la délibération attend la grille de \(claire)")
    #expect(try consoles.reason("amina", .oralReopened) == "un juré a remis sa grille : l'oral est clos")
    #expect(try consoles.reason("bruno", .handedIn) == "votre grille est déjà remise")
    #expect(
      try consoles.reason("bruno", .criterionMarked(criterion: "C1.1", mark: .met))
        == "votre grille est remise : ses coches ne changent plus")
    try consoles.say("claire", .handedIn)
    #expect(try consoles.reason("amina", .acquired("C1")) == nil)
  }

  @Test func `a juror who must leave is released with a reason, and is awaited no more`() throws {
    var consoles = try Consoles.started()
    try consoles.say("amina", .oralEnded)
    for juror in ["amina", "bruno"] { try consoles.say(juror, .handedIn) }
    #expect(
      try consoles.reason("amina", .jurorReleased(juror: "claire", reason: " ")) == "libérer un juré demande un motif")
    try consoles.say("bruno", .jurorReleased(juror: "claire", reason: "malaise"))
    let oral = try consoles.oral("amina")
    #expect(oral.isDeliberating)
    #expect(oral.requiredSigners == ["amina", "bruno"])
    #expect(oral.released == ["claire": "malaise"])
  }

  @Test func `a jury that a release leaves unlawful cannot seal`() throws {
    var consoles = try Consoles.handedIn([.fictitious("amina", external: true), .fictitious("bruno")])
    try consoles.say("amina", .jurorReleased(juror: "bruno", reason: "malaise"))
    #expect(try consoles.oral("amina").obstacles.contains(.composition(.tooFewMembers(present: 1, needed: 2))))
  }

  @Test func `a substitute steps in for a juror with a tie, and the jury is lawful again`() throws {
    var dora = Juror.fictitious("dora", external: true)
    dora.isSubstitute = true
    var consoles = try Consoles([.fictitious("amina", external: true), .fictitious("bruno"), dora])
    try consoles.say("amina", .jurorPresent(juror: "amina", true))
    try consoles.say("amina", .tieDeclared(juror: "amina", reason: "ancien stagiaire"))
    try consoles.say("bruno", .jurorPresent(juror: "bruno", true), .noTieDeclared(juror: "bruno"))
    try consoles.say("bruno", .identityChecked(true))
    #expect(try consoles.reason("bruno", .clockStarted(backdatedBy: 0)) != nil)
    try consoles.say("dora", .jurorPresent(juror: "dora", true), .noTieDeclared(juror: "dora"))
    #expect(try consoles.reason("bruno", .clockStarted(backdatedBy: 0)) == nil)
    #expect(try consoles.reason("amina", .clockStarted(backdatedBy: 0)) == "vous ne siégez pas dans cet oral")
  }

  // MARK: Deciding

  @Test func `a verdict against a juror's opinion says why, and both values stay`() throws {
    var consoles = try Consoles.handedIn(against: ["bruno": ["C2"]])
    let bruno = try consoles.oral("amina").plan.juror("bruno")?.name ?? ""
    #expect(try consoles.reason("amina", .acquired("C2")) == "C2 : \(bruno) avait jugé autrement, un motif est demandé")
    #expect(try consoles.reason("amina", .acquired("C1")) == nil)
    try consoles.say(
      "amina", .verdictGiven(competency: "C2", acquired: true, unmarkedConfirmed: false, motive: "montré à l'oral"))
    let oral = try consoles.oral("claire")
    #expect(oral.verdicts["C2"]?.motive == "montré à l'oral")
    #expect(oral.sheet(of: "bruno")?.opinions["C2"] == false)
  }

  @Test func `a criterion that somebody marked is not unmarked`() throws {
    var consoles = try Consoles.started()
    try consoles.write("bruno", .criterionMarked(criterion: "C1.1", mark: .met))
    try consoles.say("amina", .oralEnded)
    for juror in consoles.order { try consoles.say(juror, .handedIn) }
    let oral = try consoles.oral("amina")
    let competency = try #require(oral.competencies.first)
    #expect(oral.unmarked(in: competency) == competency.criteria.count - 1)
  }

  @Test func `each juror confirms the whole, and a change asks again`() throws {
    var consoles = try Consoles.handedIn()
    #expect(try consoles.reason("bruno", .wholeConfirmed(revision: 0)) == "la décision n'est pas prise")
    for competency in try consoles.oral("amina").competencies { try consoles.say("amina", .acquired(competency.id)) }
    for block in ["B1", "B2"] { try consoles.say("amina", .blockDecided(block: block, acquired: true, reason: "")) }
    try consoles.say("amina", .decisionTaken(decision: .admitted, comment: ""))
    var revision = try consoles.oral("amina").revision
    try consoles.say("bruno", .wholeConfirmed(revision: revision))
    #expect(try consoles.reason("bruno", .wholeConfirmed(revision: revision)) == "c'est déjà confirmé")
    let names = Consoles.three.map(\.name)
    #expect(
      try consoles.oral("claire").obstacles == [.notConfirmed(juror: names[0]), .notConfirmed(juror: names[2])])
    try consoles.say("amina", .decisionTaken(decision: .admitted, comment: "bravo"))
    #expect(try consoles.oral("amina").obstacles.count == 3)
    #expect(
      try consoles.reason("bruno", .wholeConfirmed(revision: revision))
        == "la délibération a changé entre-temps")
    revision = try consoles.oral("amina").revision
    for juror in consoles.order { try consoles.say(juror, .wholeConfirmed(revision: revision)) }
    #expect(try consoles.oral("claire").obstacles.isEmpty)
    #expect(try consoles.reason("amina", .gridSealed(digest: "d")) == nil)
  }

  @Test func `a reservation is put, changed and taken back`() throws {
    var consoles = try Consoles.handedIn()
    try consoles.say("bruno", .reservationMade(text: "projet très guidé", inGrid: true))
    #expect(try consoles.oral("amina").reservations["bruno"]?.inGrid == true)
    try consoles.say("bruno", .reservationMade(text: "", inGrid: false))
    #expect(try consoles.oral("amina").reservations.isEmpty)
  }

  @Test func `who refuses to sign is recorded with the reason, and the grid is never complete`() throws {
    var oral = try Oral.decided()
    #expect(oral.reason(against: .signatureRefused(juror: "bruno", reason: "x")) == "la grille n'est pas scellée")
    try oral.play([.gridSealed(digest: "d"), .gridSigned(juror: "amina", thumbprint: "t")])
    #expect(
      oral.reason(against: .signatureRefused(juror: "bruno", reason: "")) == "un refus de signer demande un motif")
    try oral.play([.signatureRefused(juror: "bruno", reason: "désaccord sur C2")])
    #expect(oral.stage == .refused)
    #expect(oral.reason(against: .gridSigned(juror: "bruno", thumbprint: "t")) == "ce juré a refusé de signer")
    #expect(oral.reason(against: .gridReopened(reason: "nouvelle délibération")) == nil)
  }
}
