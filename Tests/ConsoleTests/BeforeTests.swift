import Screen
import Testing

@testable import Console
@testable import Evaluation

@Suite struct BeforeTests {
  @Test func `identity, then each juror in turn, then the clock runs`() throws {
    var stage = try Stage(opening: "durand")
    stage.play("␣ <down> ␣ <down> ␣ <down> ␣ <down> ␣ t")
    #expect(stage.facts == Session.started)
    #expect(stage.console.page == .oral)
    #expect(try stage.oral.stage == .underWay)
  }

  @Test func `a juror who confirms having no tie is here`() throws {
    var stage = try Stage(opening: "durand")
    stage.play("<down><down> <enter>")
    #expect(stage.facts == [.noTieDeclared(juror: "benali"), .jurorPresent(juror: "benali", true)])
  }

  @Test func `space takes identity and presence back`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
    stage.play("␣ <down> ␣")
    #expect(stage.facts == [.identityChecked(false), .jurorPresent(juror: "benali", false)])
  }

  @Test func `space never takes a juror's statement back`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
    stage.play("<down><down> ␣")
    #expect(stage.facts.isEmpty)
    #expect(stage.message == "Amina BENALI l'a déjà confirmé ; x pour déclarer un lien")
  }

  @Test func `the oral does not start before everything is confirmed, and the message says why`() throws {
    var stage = try Stage(opening: "durand")
    stage.play("t")
    #expect(stage.facts.isEmpty)
    #expect(stage.message == "l'oral ne commence pas : l'identité du candidat n'est pas vérifiée")
  }

  @Test func `a juror with a tie does not sit, and a substitute takes the place`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
    stage.play("<down><down><down> x")
    stage.type("son tuteur")
    stage.play("<enter>")
    #expect(stage.facts == [.tieDeclared(juror: "roux", reason: "son tuteur")])
    #expect(try !stage.oral.startObstacles.isEmpty)
    stage.play("<end> ␣ t")
    #expect(try stage.oral.sittingJurors.map(\.id) == ["benali", "oster"])
    #expect(stage.console.page == .oral)
  }

  @Test func `a tie declared by mistake is taken back by confirming there is none`() throws {
    var stage = try Stage(
      opening: "durand", given: ["durand": Session.ready + [.tieDeclared(juror: "roux", reason: "erreur")]])
    stage.play("<down><down><down><down> ␣")
    #expect(stage.facts == [.noTieDeclared(juror: "roux")])
    #expect(try stage.oral.startObstacles.isEmpty)
  }

  @Test func `a tie is a juror's`() throws {
    var stage = try Stage(opening: "durand")
    stage.play("x")
    #expect(stage.console.prompt == nil)
    #expect(stage.message == "choisir d'abord la ligne d'un juré")
  }

  @Test func `an absence needs its reason, and the same key says that the candidate came`() throws {
    var stage = try Stage(opening: "durand")
    stage.play("a <enter>")
    #expect(stage.facts.isEmpty)
    #expect(stage.message == "un motif est demandé")
    stage.type("train supprimé")
    stage.play("<enter>")
    #expect(stage.facts == [.candidateAbsent(reason: "train supprimé")])
    #expect(try stage.oral.stage == .absent)
    stage.play("a")
    #expect(stage.facts.last == .candidateArrived)
    #expect(try stage.oral.absence == nil)
  }

  @Test func `once the oral has begun nobody is absent, and t goes back to it`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.ready])
    stage.play("t <esc> a")
    #expect(stage.console.page == .before)
    #expect(stage.message == "l'oral a commencé")
    #expect(stage.console.prompt == nil)
    stage.play("t")
    #expect(stage.console.page == .oral)
    #expect(stage.facts == [.clockStarted(backdatedBy: 0)])
  }

  @Test func `a substitute joins an oral that was resumed, and a juror leaves it`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.started])
    stage.play("<esc> <end> ␣")
    #expect(stage.facts == [.noTieDeclared(juror: "oster"), .jurorPresent(juror: "oster", true)])
    stage.play("<home> <down><down><down> L")
    stage.type("malaise")
    stage.play("<enter>")
    #expect(stage.facts.last == .jurorReleased(juror: "roux", reason: "malaise"))
    #expect(try stage.oral.sittingJurors.map(\.id) == ["benali", "oster"])
    stage.play("t")
    #expect(stage.console.page == .oral)
  }

  @Test func `v shows the criteria without starting`() throws {
    var stage = try Stage(opening: "durand")
    stage.play("v")
    #expect(stage.console.page == .oral)
    #expect(stage.facts.isEmpty)
  }
}

@Suite struct BeforeViewTests {
  @Test func `nothing confirmed yet, with extra time, at 80×24`() throws {
    let stage = try Stage(opening: "garcon")
    expectBody(
      stage.picture,
      """

       ▸ [ ]  Identité de GARÇON Théo vérifiée
         [ ]  Amina BENALI  présence  Data engineer, Comète         extérieur · 8 ans
             [ ]  sans lien avec le candidat, ni part dans sa formation
         [ ]  Marc ROUX  présence  Développeur, Centre d'essai        interne · 5 ans
             [ ]  sans lien avec le candidat, ni part dans sa formation
         Autres jurés du plan
         [ ]  Ingrid ØSTER  présence  Architecte, Fjord            extérieur · 12 ans
             [ ]  sans lien avec le candidat, ni part dans sa formation

         Composition   ✗ 0 présent · 0 extérieur sur 0 (0 %) · minimum 2 et 50 %
         Temps         90 min · tiers-temps : +30 min, 120 min en tout

         L'oral ne commence pas encore :
         · l'identité du candidat n'est pas vérifiée
         · 0 juré : le règlement (2.1) en veut au moins 2
      """)
  }

  @Test func `a juror's whole statement while the cursor is on it, at 120×40`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.ready], size: Size(rows: 40, columns: 120))
    stage.play("<down><down><down> x")
    stage.type("son tuteur")
    stage.play("<enter> <up>")
    expectBody(
      stage.picture,
      """

         [✓]  Identité de DURAND Léa vérifiée

         [✓]  Amina BENALI  présence  Data engineer, Comète                                                 extérieur · 8 ans
       ▸     [✓]  sans lien avec le candidat, ni part dans sa formation

         [✓]  Marc ROUX  présence  Développeur, Centre d'essai                                                interne · 5 ans
             [✗]  lien déclaré, ne siège pas : son tuteur

         Autres jurés du plan
         [ ]  Ingrid ØSTER  présence  Architecte, Fjord                                                    extérieur · 12 ans
             [ ]  sans lien avec le candidat, ni part dans sa formation

         Amina BENALI confirme n'entretenir ni avoir entretenu de lien professionnel ou personnel avec le candidat, et
         n'avoir participé ni à sa formation ni à sa préparation à la certification (2.1).

         Composition   ✗ 1 présent · 1 extérieur sur 1 (100 %) · minimum 2 et 50 %
         Temps         90 min

         L'oral ne commence pas encore :
         · 1 juré : le règlement (2.1) en veut au moins 2
      """)
  }

  @Test func `what is missing stays in sight at 40×12`() throws {
    let stage = try Stage(opening: "durand", size: Size(rows: 12, columns: 40))
    expectBody(
      stage.picture,
      """
       ▸ [ ]  Identité de DURAND Léa vérifiée
         [ ]  Amina BENALI  présence
             [ ]  sans lien avec le candidat…
         [ ]  Marc ROUX  présence
             [ ]  sans lien avec le candidat…
         Jury   ✗ 0 présent · 0 extérieur su…
         Temps  90 min
         Manque l'identité du candidat n'est…
      """)
  }

  @Test func `a ready oral says that t starts it`() throws {
    let stage = try Stage(opening: "durand", given: ["durand": Session.ready])
    #expect(stage.picture.body.contains("✓ 2 présents · 1 extérieur sur 2 (50 %) · minimum 2 et 50 %"))
    #expect(stage.picture.body.contains("Tout est prêt · t : commencer l'oral"))
  }

  @Test func `years of practice are counted in words`() throws {
    func shown(_ years: Int, _ language: Language) throws -> Bool {
      var plan = Session.plan
      plan.jury[1].years = years
      let expected = language == .fr ? [0: "0 an", 1: "1 an", 2: "2 ans"] : [0: "0 years", 1: "1 year", 2: "2 years"]
      let lines = try Stage(opening: "durand", language: language, plan: plan).picture.body.split(separator: "\n")
      let line = try #require(lines.first { $0.contains("Marc ROUX") })
      return line.hasSuffix(" · " + (expected[years] ?? "?"))
    }
    for language in [Language.fr, .en] {
      for years in 0...2 { #expect(try shown(years, language), "\(years) \(language)") }
    }
  }

  @Test func `an absence is said with its reason`() throws {
    let stage = try Stage(opening: "durand", given: ["durand": [.candidateAbsent(reason: "malade")]])
    #expect(stage.picture.body.contains("Absence notée : malade · a : arrivé"))
  }

  @Test func `the page before the oral draws at every size`() throws {
    var stage = try Stage(opening: "garcon")
    stage.play("<end>")
    expectDrawsAtEverySize(stage)
  }
}
