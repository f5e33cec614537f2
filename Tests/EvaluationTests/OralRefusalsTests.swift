import Testing

@testable import Evaluation

@Suite struct OralRefusalsTests {
  let start = Event.clockStarted(backdatedBy: 0)

  // MARK: The start (section 2.1)

  @Test func `the start says the first thing it lacks, and the page before says them all`() throws {
    var oral = try Oral.planned()
    #expect(
      oral.startObstacles.map(\.fr) == [
        "l'identité du candidat n'est pas vérifiée", "0 juré : le règlement (2.1) en veut au moins 2",
      ])
    #expect(oral.reason(against: start) == "l'oral ne commence pas : l'identité du candidat n'est pas vérifiée")
    try oral.play([.identityChecked(true), .jurorPresent(juror: "amina", true), .jurorPresent(juror: "bruno", true)])
    #expect(
      oral.startObstacles.map(\.fr) == [
        "Amina NOM-AMINA n'a pas confirmé l'absence de lien avec le candidat (2.1)",
        "Bruno NOM-BRUNO n'a pas confirmé l'absence de lien avec le candidat (2.1)",
      ])
    try oral.play([.noTieDeclared(juror: "amina"), .noTieDeclared(juror: "bruno")])
    #expect(oral.startObstacles.isEmpty)
    #expect(oral.reason(against: start) == nil)
  }

  @Test func `a refused event changes nothing`() throws {
    var oral = try Oral.planned()
    let before = oral
    #expect(throws: Refusal.self) { try oral.play([start]) }
    #expect(oral == before)
  }

  @Test func `a clock that starts a century ago and a gap that lasts one are refused`() throws {
    let century = 36_525 * 86_400_000
    var oral = try Oral.ready()
    #expect(oral.reason(against: .clockStarted(backdatedBy: century)) == nil)
    #expect(
      oral.reason(against: .clockStarted(backdatedBy: century + 1)) == "la minuterie ne part pas d'il y a un siècle")
    try oral.play([start, .clockPaused(reason: "")])
    #expect(
      oral.reason(against: .clockResumed(backdatedBy: century + 1)) == "la minuterie ne part pas d'il y a un siècle")
    func settled(_ gap: Int) -> Event {
      .interruptionSettled(Settlement(.extended, gap: gap, counted: gap, reason: "panne", by: "amina"))
    }
    #expect(oral.reason(against: settled(century)) == nil)
    #expect(oral.reason(against: settled(century + 1)) == "l'interruption dure plus d'un siècle")
  }

  @Test func `a candidate recorded as absent does not start before arriving`() throws {
    var oral = try Oral.ready()
    try oral.play([.candidateAbsent(reason: "")])
    #expect(oral.reason(against: start) == "l'oral ne commence pas : le candidat est noté absent")
    try oral.play([.candidateArrived])
    #expect(oral.reason(against: start) == nil)
  }

  @Test func `a juror with a declared tie does not sit`() throws {
    var oral = try Oral.ready()
    try oral.play([.tieDeclared(juror: "amina", reason: "ancienne collègue")])
    #expect(
      oral.startObstacles.map(\.fr) == [
        "1 juré : le règlement (2.1) en veut au moins 2",
        "0 % de jurés extérieurs : le règlement (2.1) en veut au moins 50 %",
      ])
    try oral.play([.noTieDeclared(juror: "amina")])
    #expect(oral.startObstacles.isEmpty)
  }

  @Test func `an oral whose every block is held has nothing to judge`() throws {
    let oral = try Oral.ready(.fictitious("sam", held: ["B1", "B2"]))
    #expect(oral.startObstacles.map(\.fr) == ["tous les blocs de cet oral sont déjà acquis : rien n'est à évaluer"])
  }

  // MARK: Presence

  @Test func `a juror does not leave an oral under way, nor declares a tie in it`() throws {
    for drawing in ["s-", "s-p-"] {
      let oral = try Picture(drawing).oral
      #expect(oral.reason(against: .jurorPresent(juror: "amina", false)) == "un juré ne quitte pas un oral commencé")
      #expect(oral.reason(against: .tieDeclared(juror: "amina", reason: "x")) != nil)
    }
    let ended = try Picture("s-e").oral
    #expect(ended.reason(against: .jurorPresent(juror: "amina", false)) == "un juré ne quitte pas un oral commencé")
    #expect(ended.reason(against: .tieDeclared(juror: "amina", reason: "x")) == nil)
  }

  @Test func `a juror joins an oral begun only after confirming to have no tie`() throws {
    let jury = [Juror.fictitious("amina", external: true), .fictitious("bruno"), .fictitious("claire", external: true)]
    var oral = try Oral.planned(jury: jury)
    try oral.play([.identityChecked(true)])
    for id in ["amina", "bruno"] { try oral.play([.jurorPresent(juror: id, true), .noTieDeclared(juror: id)]) }
    try oral.play([start])
    #expect(
      oral.reason(against: .jurorPresent(juror: "claire", true))
        == "Claire NOM-CLAIRE n'a pas confirmé l'absence de lien avec le candidat (2.1)")
    try oral.play([.noTieDeclared(juror: "claire"), .jurorPresent(juror: "claire", true)])
    #expect(oral.requiredSigners == ["amina", "bruno", "claire"])
  }

  @Test func `a juror who does not sit may leave an oral under way, and declare a tie`() throws {
    let jury = [Juror.fictitious("amina", external: true), .fictitious("bruno"), .fictitious("claire", external: true)]
    var oral = try Oral.ready(jury: jury)
    try oral.play([.jurorPresent(juror: "claire", false), start])
    #expect(oral.reason(against: .tieDeclared(juror: "claire", reason: "ancienne élève")) == nil)
    #expect(oral.reason(against: .jurorPresent(juror: "claire", false)) == nil)
  }

  @Test func `someone whom the plan does not know is of no oral`() throws {
    let oral = try Oral.planned()
    for event in [
      Event.jurorPresent(juror: "zoe", true), .noTieDeclared(juror: "zoe"), .tieDeclared(juror: "zoe", reason: ""),
    ] {
      #expect(oral.reason(against: event) == "« zoe » n'est pas de cet oral")
    }
  }

  @Test func `the identity is checked before the start, not after`() throws {
    #expect(try Oral.ready().reason(against: .identityChecked(false)) == nil)
    for drawing in ["s-", "s-e-"] {
      for checked in [true, false] {
        #expect(try Picture(drawing).oral.reason(against: .identityChecked(checked)) == "l'oral a commencé")
      }
    }
    #expect(try Picture("s-").oral.reason(against: .candidateAbsent(reason: "")) == "l'oral a commencé")
  }

  // MARK: Time

  @Test(arguments: [
    ("", Event.clockPaused(reason: ""), "l'oral n'a pas commencé"),
    ("", .clockResumed(backdatedBy: 0), "l'oral n'a pas commencé"),
    ("", .oralEnded, "l'oral n'a pas commencé"),
    ("", .phaseEntered(phase: "questions"), "l'oral n'a pas commencé"),
    ("", .oralReopened, "l'oral n'est pas terminé"),
    ("s-", .clockStarted(backdatedBy: 0), "l'oral a commencé"),
    ("s-p", .clockStarted(backdatedBy: 0), "l'oral a commencé"),
    ("s-", .clockResumed(backdatedBy: 0), "la minuterie tourne déjà"),
    ("s-p", .clockPaused(reason: ""), "l'oral est en pause"),
    ("s-", .phaseEntered(phase: "e1"), "« e1 » n'est pas de cet oral"),
    ("s-", .phaseEntered(phase: "presentation"), "cette phase est déjà en cours"),
    ("s-n", .assessmentEntered(assessment: "E1"), "« E1 » n'est pas de cet oral"),
    ("s-e", .clockStarted(backdatedBy: 0), "l'oral est terminé"),
    ("s-e", .clockPaused(reason: ""), "l'oral est terminé"),
    ("s-e", .oralEnded, "l'oral est terminé"),
  ])
  func `a fact of time is refused where it makes no sense`(drawing: String, event: Event, reason: String) throws {
    let picture = try Picture(drawing)
    #expect(picture.oral.reason(against: event, at: picture.now) == reason)
  }

  // MARK: Marks, notes, questions

  @Test(arguments: [
    Event.criterionMarked(criterion: "C9.1", mark: .met), .questionPrepared(criterion: "C1", text: "?"),
    .questionAsked(criterion: "C9.1"), .questionUnasked(criterion: "C1.1"), .noted(subject: "C9", text: "x"),
    .noted(subject: "oral", text: ""), .noted(subject: "oral", text: " \n"), .noteWithdrawn(note: 1),
    .noteWithdrawn(note: 0), .noteRestored(note: .min), .acquired("C9"),
    .blockDecided(block: "B9", acquired: true, reason: "x"),
  ])
  func `what is not of this oral is refused`(event: Event) throws {
    #expect(try Oral.ready().refusal(of: event, at: .start) != nil)
  }

  @Test func `a held block's criteria are not of this oral`() throws {
    let oral = try Oral.ready(.fictitious("sam", held: ["B1"]))
    #expect(oral.reason(against: .criterionMarked(criterion: "C1.1", mark: .met)) == "« C1.1 » n'est pas de cet oral")
    #expect(oral.reason(against: .blockDecided(block: "B1", acquired: true, reason: "")) != nil)
  }

  @Test func `a note is withdrawn once, and restored only then`() throws {
    var oral = try Oral.ready()
    try oral.play([.noted(subject: "oral", text: "x")])
    #expect(oral.reason(against: .noteRestored(note: 1)) != nil)
    try oral.play([.noteWithdrawn(note: 1)])
    #expect(oral.reason(against: .noteWithdrawn(note: 1)) != nil)
  }

  // MARK: The seal

  @Test func `a sealed grid refuses every fact but a signature, its refusal and a reopening`() throws {
    var oral = try Oral.decided()
    try oral.play([.gridSealed(digest: "d")])
    for (_, fact) in EventJSONTests.lines {
      switch fact.event {
      case .gridSigned, .signatureRefused, .gridReopened: #expect(oral.refusal(of: fact.event, at: .start) == nil)
      default: #expect(oral.reason(against: fact.event) == "la grille est scellée")
      }
    }
  }

  @Test func `an undo is refused too once the grid is sealed`() throws {
    var oral = try Oral.decided()
    try oral.play([.gridSealed(digest: "d")])
    let refusal = try #require(throws: Refusal.self) { try oral.playUndo() }
    #expect(refusal.reason.fr == "la grille est scellée")
  }

  @Test func `only who sat signs, and once`() throws {
    let jury = [Juror.fictitious("amina", external: true), .fictitious("bruno"), .fictitious("claire", external: true)]
    var oral = try Oral.decided(jury: jury)
    #expect(oral.reason(against: .gridSigned(juror: "amina", thumbprint: "t")) == "la grille n'est pas scellée")
    try oral.play([.tieDeclared(juror: "claire", reason: "x"), .gridSealed(digest: "d")])
    #expect(oral.reason(against: .gridSigned(juror: "claire", thumbprint: "t")) == "« claire » n'est pas de cet oral")
    try oral.play([.gridSigned(juror: "amina", thumbprint: "t")])
    #expect(oral.reason(against: .gridSigned(juror: "amina", thumbprint: "t")) == "ce juré a déjà signé")
  }

  @Test func `a sealed grid is reopened with a reason, until the last signature`() throws {
    var oral = try Oral.decided()
    #expect(oral.reason(against: .gridReopened(reason: "x")) == "la grille n'est pas scellée")
    try oral.play([.gridSealed(digest: "d"), .gridSigned(juror: "amina", thumbprint: "t")])
    #expect(oral.reason(against: .gridReopened(reason: " ")) == "la réouverture demande un motif")
    var reopened = oral
    try reopened.play([.gridReopened(reason: "erreur sur C2")])
    #expect(reopened.seal == nil)
    #expect(reopened.reopenings == ["erreur sur C2"])
    #expect(reopened.stage == .deliberating)
    try oral.play([.gridSigned(juror: "bruno", thumbprint: "t")])
    #expect(
      oral.reason(against: .gridReopened(reason: "x")) == "tous les jurés ont signé : la grille est close")
  }
}
