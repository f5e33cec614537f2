import Screen
import Testing

@testable import Console
@testable import Evaluation

@Suite struct HomeTests {
  @Test func `the cursor starts on an oral that was interrupted`() throws {
    let stage = try Stage(given: ["muller": Session.started])
    #expect(stage.console.row(of: .home) == 2)
  }

  @Test func `the cursor starts on the next candidate to hear`() throws {
    let stage = try Stage(given: ["durand": [.candidateAbsent(reason: "malade")]])
    #expect(stage.console.row(of: .home) == 1)
  }

  @Test func `enter opens the oral of the candidate under the cursor`() throws {
    var stage = try Stage()
    stage.play("<down> <enter>")
    #expect(stage.effects == [.load, .open(candidate: "ndiaye")])
    #expect(stage.console.candidate == "ndiaye")
    #expect(stage.console.page == .before)
  }

  @Test(arguments: [
    ([], Page.before), (Session.ready, .before), ([Event.candidateAbsent(reason: "malade")], .before),
    (Session.started, .oral), (Session.ended, .deliberation),
  ])
  func `an oral opens where it stands`(facts: [Event], page: Page) throws {
    var stage = try Stage(given: ["durand": facts])
    stage.play("<home> <enter>")
    #expect(stage.console.page == page)
  }

  @Test(arguments: [Session.started, Session.ended])
  func `an oral that has begun has the page before it a step back, at each opening`(facts: [Event]) throws {
    var stage = try Stage(opening: "durand", given: ["durand": facts])
    for _ in 1...2 {
      let page = stage.console.page
      #expect(page != .before)
      stage.play("<esc>")
      #expect(stage.console.page == .before)
      stage.play("<esc>")
      #expect(stage.console.page == .home)
      stage.play("<enter>")
      #expect(stage.console.page == page)
    }
  }

  @Test func `an oral in deliberation opens on the first competency to decide`() throws {
    let decided = ["C1", "C3"].map { Event.verdictGiven(competency: $0, acquired: true, unmarkedConfirmed: true) }
    let stage = try Stage(opening: "durand", given: ["durand": Session.ended + decided])
    #expect(stage.console.deliberationCompetency?.id == "C2")
  }

  @Test func `a grid to sign opens on the first juror awaited`() throws {
    let verdicts = (1...5).map {
      Event.verdictGiven(competency: "C\($0)", acquired: true, unmarkedConfirmed: true)
    }
    let signing =
      Session.ended + verdicts + [
        .blockDecided(block: "B1", acquired: true, reason: ""), .decisionTaken(decision: .admitted, comment: ""),
        .gridSealed(digest: "digest-of-the-grid"), .gridSigned(juror: "benali", thumbprint: "thumbprint-benali"),
      ]
    let stage = try Stage(opening: "ndiaye", given: ["ndiaye": signing])
    #expect(stage.console.page == .grid)
    #expect(stage.console.row(of: .grid) == 1)
  }

  @Test func `enter on the open oral goes back to it without reading it again`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.started])
    stage.play("<down> <esc> <esc>")
    #expect(stage.console.page == .home)
    stage.forget()
    stage.play("<enter>")
    #expect(stage.effects.isEmpty)
    #expect(stage.console.page == .oral)
    #expect(stage.console.spot == Console.Spot(competency: 0, criterion: 1))
    #expect(stage.console.message == nil)
  }

  @Test func `no other oral opens while something is not saved`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.started])
    stage.world.isDiskFull = true
    stage.play("␣ <esc> <esc>")
    stage.forget()
    stage.play("<down> <enter>")
    #expect(stage.effects.isEmpty)
    #expect(stage.message?.hasPrefix("NON ENREGISTRÉ") == true)
    #expect(stage.console.candidate == "durand")
  }

  @Test func `a plan without candidates says so and opens nothing`() throws {
    var plan = Session.plan
    plan.candidates = []
    var stage = try Stage(plan: plan)
    stage.play("<down> <end> <enter>")
    #expect(stage.effects == [.load])
    #expect(stage.picture.body.contains("Le plan n'a aucun candidat."))
  }
}

@Suite struct HomeViewTests {
  /// An interrupted oral, one to deliberate, an absent candidate, one to hear.
  static let day: [String: [Event]] = [
    "durand": Session.started, "ndiaye": Session.ended, "muller": [.candidateAbsent(reason: "malade")],
  ]

  @Test func `the candidates at 80×24`() throws {
    let stage = try Stage(given: Self.day)
    expectBody(
      stage.picture,
      """

         Jury  Amina BENALI (présidence), Marc ROUX, Ingrid ØSTER

         4 candidats · 1 interrompu · 1 à délibérer · 1 à entendre · 1 absent

         Heure  Salle  Candidat          Oral                 État
       ▸ 09:00  2      DURAND Léa        Titre · 90 min       interrompu · 6 faits
         11:00  2      N'DIAYE Aïssatou  Bloc 1 · 25 min      à délibérer · 0/5
         13:00  2      MÜLLER Zoë        VAE · 60 min         absent
         14:15  2      GARÇON Théo       Titre · 90 + 30 min  prévu

         ──────────────────────────────────────────────────────────────────────────

         DURAND Léa  voie de la formation · Titre à finalité professionnelle
         Présentation E1–E5 80 min · Questions du jury 10 min

         oral interrompu, 6 faits enregistrés · Entrée : reprendre
      """)
  }

  @Test func `the candidates at 120×40, with all of the one under the cursor`() throws {
    var stage = try Stage(given: Self.day, size: Size(rows: 40, columns: 120))
    stage.play("<end>")
    expectBody(
      stage.picture,
      """

         Jury  Amina BENALI (présidence), Marc ROUX, Ingrid ØSTER

         4 candidats · 1 interrompu · 1 à délibérer · 1 à entendre · 1 absent

         Heure   Salle   Candidat           Oral                              État
         09:00   2       DURAND Léa         Titre · 90 min                    interrompu · 6 faits
         11:00   2       N'DIAYE Aïssatou   Bloc 1 · 25 min                   à délibérer · 0/5
         13:00   2       MÜLLER Zoë         VAE · 60 min                      absent
       ▸ 14:15   2       GARÇON Théo        Titre · 90 min, tiers-temps +30   prévu

         ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

         GARÇON Théo  voie de la formation · Titre à finalité professionnelle · bloc déjà acquis : B1
         Présentation E1–E5 80 min · Questions du jury 10 min
         tiers-temps : +30 min, 120 min en tout

         Entrée : préparer l'oral
      """)
  }

  @Test func `the candidates at 40×12`() throws {
    let stage = try Stage(given: Self.day, size: Size(rows: 12, columns: 40))
    expectBody(
      stage.picture,
      """
         4 candidats · 1 interrompu · 1 à dé…

         Heure  Candidat       État
       ▸ 09:00  DURAND Léa     interrompu · …
         11:00  N'DIAYE Aïss…  à délibérer ·…
         13:00  MÜLLER Zoë     absent
         14:15  GARÇON Théo    prévu
      """)
  }

  @Test func `the candidates in English`() throws {
    let stage = try Stage(given: Self.day, language: .en)
    expectBody(
      stage.picture,
      """

         Jury  Amina BENALI (chair), Marc ROUX, Ingrid ØSTER

         4 candidates · 1 interrupted · 1 to deliberate · 1 to hear · 1 absent

         Time   Room   Candidate         Oral                 State
       ▸ 09:00  2      DURAND Léa        Title · 90 min       interrupted · 6 facts
         11:00  2      N'DIAYE Aïssatou  Bloc 1 · 25 min      to deliberate · 0/5
         13:00  2      MÜLLER Zoë        VAE · 60 min         absent
         14:15  2      GARÇON Théo       Title · 90 + 30 min  planned

         ──────────────────────────────────────────────────────────────────────────

         DURAND Léa  training route · Titre à finalité professionnelle
         Présentation E1–E5 80 min · Questions du jury 10 min

         oral interrupted, 6 facts saved · Enter: resume
      """)
  }

  @Test func `the clock of the open oral runs on in the list`() throws {
    var stage = try Stage(opening: "durand", given: ["durand": Session.started])
    stage.play("<esc> <esc>")
    stage.wait(seconds: 130)
    #expect(stage.picture.body.contains("en cours 02:10 / 90:00"))
    #expect(stage.picture.body.contains("Entrée : à l'oral en cours"))
  }

  @Test func `an interrupted oral names its facts and offers to resume`() throws {
    let stage = try Stage(given: ["durand": Session.started])
    #expect(stage.picture.body.contains("oral interrompu, 6 faits enregistrés · Entrée : reprendre"))
  }

  @Test func `signatures are counted, then the decision is shown`() throws {
    var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended])
    stage.forget()
    let admitted = Session.admitted(try stage.oral)
    stage.record(admitted + [.gridSealed(digest: "d")])
    stage.record([.gridSigned(juror: "roux", thumbprint: "t")])
    stage.play("<esc> <esc>")
    #expect(stage.picture.body.contains("à signer, 1/2 signatures · Entrée : signer la grille"))
    stage.record([.gridSigned(juror: "benali", thumbprint: "t")])
    #expect(stage.picture.body.contains("signé · admis"))
  }

  @Test func `a long day keeps the candidate under the cursor in sight`() throws {
    var plan = Session.plan
    plan.candidates = (1...30).map {
      var candidate = Session.candidates[0]
      candidate.id = "c\($0)"
      candidate.family = "Famille\($0)"
      return candidate
    }
    var stage = try Stage(plan: plan)
    stage.play("<end>")
    #expect(stage.picture.body.contains("▸ –      –      FAMILLE30 Léa"))
    #expect(stage.picture.body.contains("30 / 30"))
    #expect(stage.picture.body.contains("Entrée : préparer l'oral"))
  }

  @Test func `only the selected line is filled`() throws {
    let stage = try Stage(given: Self.day)
    let frame = stage.picture.frame
    let filled = (0..<frame.size.rows).filter { frame[$0, 79].role.scope.hasPrefix("row.selected") }
    #expect(filled == [8])
  }

  @Test func `home draws at every size`() throws { expectDrawsAtEverySize(try Stage(given: Self.day)) }
}
