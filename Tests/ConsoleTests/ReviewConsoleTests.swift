import Evaluation
import Screen
import Testing

@testable import Console

@Suite struct ReviewConsoleTests {
  /// N'Diaye's mock oral: two criteria seen, one not shown, a comment shared.
  private func console(waives: Bool = false, size: Size = Size(rows: 24, columns: 80)) throws -> ReviewConsole {
    var plan = Session.plan
    (plan.isMock, plan.settings.waivesSelfJudgement) = (true, waives)
    let candidate = try #require(plan.candidate("ndiaye"))
    var oral = try Oral(of: candidate, plan: plan, referential: .rncp37827)
    func say(_ minute: Int, _ events: Event...) throws {
      for event in events { try oral.apply(Fact(event), at: Session.morning.advanced(by: minute * 60_000)) }
    }
    for event in Session.started { try say(0, event) }
    try say(1, .criterionMarked(criterion: "C1.1", mark: .met), .criterionMarked(criterion: "C1.2", mark: .notMet))
    try say(5, .noted(subject: "C1.2", text: "Dire d'où viennent les données."), .noteShared(note: 1, true))
    try say(12, .criterionMarked(criterion: "C2.1", mark: .met))
    try say(20, .phaseEntered(phase: oral.clock.phases[1].id))
    try say(25, .oralEnded)
    return ReviewConsole(try oral.review(), language: .fr, size: size)
  }

  @discardableResult
  private func press(_ console: inout ReviewConsole, _ text: String, at now: Stamp = Session.morning)
    -> [ReviewConsole.Effect]
  { keys(text).flatMap { console.update(.pressed($0), at: now) } }

  private func screen(_ console: ReviewConsole, at now: Stamp = Session.morning) -> String {
    console.picture(at: now).frame.text
  }

  @Test func `nothing of the jury's shows before the candidate has judged themself`() throws {
    var console = try console()
    #expect(console.page == .judgement)
    press(&console, "<tab>")
    #expect(console.page == .judgement && screen(console).contains("Jugez-vous d'abord"))
    let effects = press(&console, "␣ ␣ n")
    #expect(effects.count == 3)
    #expect(console.review.judgement.answers.values.count { $0 == .shown } == 2)
    press(&console, "v M e r c i <enter>")
    #expect(console.review.judgement.isDone && console.review.judgement.again == "Merci" && console.page == .time)
    press(&console, "<backtab>")
    #expect(press(&console, "n").isEmpty && screen(console).contains("il reste"))
  }

  @Test func `the jury may waive the candidate's own judgement`() throws {
    var console = try console(waives: true)
    #expect(console.page == .time)
    #expect(screen(console).contains("20:00 / 15:00 +05:00"))
    press(&console, "<tab>")
    #expect(screen(console).contains("12:00  ✓  C2.1"))
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40)])
  func `every page says that it is a mock oral, and draws at every size`(size: Size) throws {
    var console = try console(waives: true, size: size)
    for page in ReviewConsole.Page.allCases {
      console.page = page
      #expect(screen(console).contains("ORAL BLANC"), "\(page)")
    }
    _ = console.update(.resized(Size(rows: 3, columns: 10)), at: Session.morning)
    #expect(screen(console).contains("Écran"))
  }

  @Test func `help and a question hide it on none of them`() throws {
    var console = try console()
    for keys in ["<f1>", "<esc> v", "<enter> <f1>"] {
      press(&console, keys)
      #expect(screen(console).contains("ORAL BLANC"), "\(keys)")
    }
  }

  @Test func `a page longer than the screen says where one is in it`() throws {
    var console = try console(waives: true, size: Size(rows: 12, columns: 80))
    let count = console.lines.count
    #expect(count > 8 && screen(console).contains("1–8 / \(count)"))
    press(&console, "<end>")
    #expect(screen(console).contains(" / \(count)") && !screen(console).contains("1–8"))
    console.page = .comments
    #expect(!screen(console).contains("1–"))
  }

  @Test func `progress tells each oral's time, phase by phase, and how each criterion went`() throws {
    let first = try console(waives: true).review
    var (second, third) = (first, first)
    second.startedAt = first.startedAt.advanced(by: 86_400_000)
    third.startedAt = first.startedAt.advanced(by: 2 * 86_400_000)
    func add(_ criterion: String, _ mark: Mark, to review: inout Review) throws {
      var tick = try #require(review.ticks.last)
      (tick.criterion, tick.mark) = (criterion, mark)
      review.ticks.append(tick)
    }
    try add("C1.2", .toProbe, to: &second)
    try add("C1.2", .met, to: &third)
    try add("C1.3", .notMet, to: &third)
    third.phases[0].spent = 14 * 60_000
    var several = ReviewConsole(
      third, progress: try Progress([second, third, first]), language: .fr, size: Size(rows: 24, columns: 80))
    several.page = .progress
    expectBody(several.picture(at: Session.morning), Self.progress)
  }

  @Test func `the oral is drawn as a time line above its phases, and criteria by minute`() throws {
    var console = try console(waives: true)
    expectBody(console.picture(at: Session.morning), Self.time)
    console.page = .minutes
    expectBody(console.picture(at: Session.morning), Self.minutes)
  }

  private static let progress = """

     2026-12-01 08:50  █▏                2/28 montrés  25:00 / 25:00
       Bloc 1 · dépassé : Soutenance E1 +05:00
     2026-12-02 08:50  █▏                2/28 montrés  25:00 / 25:00
       Bloc 1 · dépassé : Soutenance E1 +05:00
     2026-12-03 08:50  █▋                3/28 montrés  19:00 / 25:00
       Bloc 1 · chaque phase dans son temps

     Ce qui progresse (1)
       ✗ ? ✓  C1.2   Spécifications : outils, langages, accès

     Ce qui manque encore (1)
       · · ✗  C1.3   Spécifications : moyens tous couverts
    """
  private static let time = """

             Soutenance E1                             Questions du jury
     prévu   ██████████████████████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒
     réel    ████████████████████████████████████████████████████████▒▒▒▒▒▒▒▒▒▒▒▒▒▒
             0 min         5             10            15            20

     Soutenance E1              ████████████████████████████  20:00 / 15:00 +05:00
                                                    ▲ prévu
     Questions du jury          ███████                       05:00 / 10:00
                                             ▲ prévu

     En tout 25:00 sur 25:00 prévues

     Aucune pause.
    """
  private static let minutes = """

     C1   1/7      ▄▄
     C2   1/3                            ▄▄
     C3   0/3
     C4   0/10
     C5   0/5
                 0 min     5         10        15        20        25
                 plus haut : plus de critères montrés ; ✗ non montré ; ? à creuser

        01:00  ✓  C1.1   Présentation complète projet et contexte
        01:00  ✗  C1.2   Spécifications : outils, langages, accès
        12:00  ✓  C2.1   Requêtes de type SQL fonctionnelles
    """

  @Test func `differences come first, comments have no author`() throws {
    var console = try console()
    press(&console, "␣ ␣ v <enter>")
    console.page = .comparison
    let shown = screen(console)
    #expect(shown.contains("Vous pensiez l'avoir montré, le jury ne l'a pas vu (1)"))
    #expect(shown.contains("moi ✓  jury ✗  C1.2"))
    console.page = .comments
    #expect(screen(console).contains("Dire d'où viennent les données."))
    console.page = .gaps
    #expect(screen(console).contains("✗  C1.2"))
    for page in ReviewConsole.Page.allCases {
      console.page = page
      for name in ["Benali", "BENALI", "Roux", "ROUX"] { #expect(!screen(console).contains(name)) }
    }
  }

  @Test func `the replay shows clock and ticks as they came, at a chosen speed`() throws {
    var console = try console(waives: true)
    console.page = .replay
    let now = Session.morning
    press(&console, "␣", at: now)
    let later = now.advanced(by: 30_000)
    let shown = screen(console, at: later)
    #expect(shown.contains("10:00 / 25:00") && shown.contains("C1.2") && !shown.contains("C2.1"))
    press(&console, "+", at: later)
    #expect(console.replay.speed == 60)
    #expect(screen(console, at: later.advanced(by: 3000)).contains("13:00 / 25:00"))
    press(&console, "␣", at: later.advanced(by: 3000))
    #expect(screen(console, at: later.advanced(by: 9000)).contains("13:00 / 25:00"))
    press(&console, "r", at: later)
    #expect(screen(console).contains("12:00 / 25:00"))
    #expect(screen(console).contains("C2.1"))
  }

  @Test func `an answer that is not kept is said until one is`() throws {
    var console = try console()
    _ = console.update(.refused(Refusal(Phrase("disque plein", "disk full"))), at: Session.morning)
    #expect(screen(console).contains("NON GARDÉ : disque plein"))
    _ = console.update(.saved, at: Session.morning)
    #expect(!screen(console).contains("NON GARDÉ"))
  }
}
