import Screen
import Testing

@testable import Console
@testable import Evaluation

/// The manager's console on two rooms of a made-up session, played by keys.
struct WatchStage {
  var watch: Watch
  var now = Session.morning.advanced(by: 12 * 60_000)
  private(set) var effects: [WatchEffect] = []
  private var facts = 0

  init(
    size: Size = Size(rows: 24, columns: 80), language: Language = .fr, isReadOnly: Bool = false, sessionCount: Int = 1
  ) throws {
    var plan = Session.plan
    plan.slots[1].room = "3"
    plan.slots[1].start = Session.morning.at
    var glances: [String: Glance] = [:]
    for candidate in plan.candidates {
      let format = try #require(plan.format(of: candidate, in: .rncp37827))
      var fold = GlanceFold(Glance(of: candidate, format: format, plan: plan, referential: .rncp37827))
      let events: [Event] =
        switch candidate.id {
        case "ndiaye":
          Session.started + [.criterionMarked(criterion: "C1.1", mark: .met), .clockPaused(reason: "réseau")]
        case "durand": Session.started
        default: []
        }
      let start = candidate.id == "durand" ? Session.morning.advanced(by: 600_000) : Session.morning
      for (index, event) in events.enumerated() {
        let at = index == 7 ? start.advanced(by: 300_000) : start
        fold.receive([GlanceEntry(Entry(n: index + 1, fact: Fact(event), at: at))], from: Oral.jury)
      }
      glances[candidate.id] = fold.glance
    }
    let session = SessionWatch(
      plan: plan, rules: Referential.rncp37827.rules, glances: glances,
      heardAt: ["durand": now.advanced(by: -1000), "ndiaye": now.advanced(by: -2000)], isReadOnly: isReadOnly)
    watch = Watch(
      Array(repeating: session, count: sessionCount), language: language, size: size, at: now)
  }

  mutating func play(_ text: String) {
    for key in keys(text) { act(.pressed(key)) }
  }

  /// The day's facts are applied as the desk would.
  mutating func act(_ action: WatchAction) {
    for effect in watch.update(action, at: now) {
      effects.append(effect)
      guard case .record(let index, let event) = effect else { continue }
      facts += 1
      var session = watch.sessions[index]
      try? session.day.apply(event, n: facts, at: now)
      _ = watch.update(.seen(session: index, session), at: now)
      _ = watch.update(.recorded(event), at: now)
    }
  }

  var text: String { watch.picture(at: now).frame.text }
}

@Suite struct WatchTests {
  @Test func `needs come first, then what is on time, each room with one verdict`() throws {
    let stage = try WatchStage()
    let lines = stage.text.split(separator: "\n").map(String.init)
    let first = try #require(lines.firstIndex { $0.contains("N'DIAYE Aïssatou") })
    let second = try #require(lines.firstIndex { $0.contains("DURAND Léa") })
    #expect(first < second)
    #expect(lines[first + 1].contains("À VOUS : coupure de 07:00"))
    #expect(lines[second + 1].contains("À L'HEURE"))
    #expect(lines[1].contains("1 salle a besoin de vous"))
  }

  @Test func `a row that is not heard of looks so within seconds`() throws {
    var stage = try WatchStage()
    stage.now = stage.now.advanced(by: 8000)
    #expect(stage.text.contains("DONNÉES ANCIENNES"))
    #expect(stage.text.contains("≈"))
  }

  @Test func `a preset message goes to the room under the cursor`() throws {
    var stage = try WatchStage()
    stage.play("m 1")
    #expect(stage.effects == [.record(session: 0, .messageSent(rooms: ["3"], text: "Il reste cinq minutes."))])
    stage.play("<enter>")
    #expect(stage.text.contains("pas encore vu"))
  }

  @Test func `a message of one's own may begin with a letter of AZERTY's top row`() throws {
    var stage = try WatchStage()
    stage.play("m évacuation <enter>")
    #expect(stage.effects == [.record(session: 0, .messageSent(rooms: ["3"], text: "évacuation"))])
  }

  @Test func `where nothing is typed AZERTY's top row chooses without Shift`() throws {
    var stage = try WatchStage()
    stage.play("p &")
    #expect(
      stage.effects == [.record(session: 0, .attendanceTaken(candidate: "ndiaye", attendance: .present))])
  }

  @Test func `a room is called by its own name, and one candidate is one`() throws {
    var stage = try WatchStage()
    var session = stage.watch.sessions[0]
    session.plan.slots = [session.plan.slots[1]]
    session.plan.candidates = session.plan.candidates.filter { $0.id == "ndiaye" }
    for (room, title) in [("Salle Lovelace", "Salle Lovelace"), ("B", "salle B"), ("3", "salle 3")] {
      session.plan.slots[0].room = room
      stage.act(.seen(session: 0, session))
      stage.watch.here = Watch.Place(session: 0, room: room)
      #expect(stage.text.contains("1 salle · 1 candidat · Claire PETIT"))
      stage.play("i")
      #expect(stage.text.contains("Incident, \(title)"))
      stage.play("<esc> <enter>")
      #expect(stage.text.split(separator: "\n").contains { $0.hasPrefix(" \(title)  N'DIAYE Aïssatou") })
      stage.play("<esc>")
    }
  }

  @Test func `an incident is chosen from the list, and closed with its outcome`() throws {
    var stage = try WatchStage()
    stage.play("i 6 <enter> i 1 f i n <enter>")
    #expect(
      stage.effects == [
        .record(session: 0, .incidentReported(code: .network, room: "3", candidate: "ndiaye", text: "")),
        .record(session: 0, .incidentClosed(incident: 1, outcome: "fin")),
      ])
  }

  @Test func `attendance says present, late by minutes, absent with a reason`() throws {
    var stage = try WatchStage()
    stage.play("p 1 p 2 <enter> p 3 x <enter> p 4")
    #expect(
      stage.effects == [
        .record(session: 0, .attendanceTaken(candidate: "ndiaye", attendance: .present)),
        .record(session: 0, .attendanceTaken(candidate: "ndiaye", attendance: .late(minutes: 12))),
        .record(session: 0, .attendanceTaken(candidate: "ndiaye", attendance: .absent(reason: "x"))),
        .record(session: 0, .attendanceTaken(candidate: "ndiaye", attendance: nil)),
      ])
  }

  @Test func `the filter and the search leave what is asked for`() throws {
    var stage = try WatchStage()
    stage.play("f")
    #expect(stage.text.contains("N'DIAYE") && !stage.text.contains("DURAND Léa"))
    stage.play("<esc> / l e a <enter>")
    #expect(stage.text.contains("DURAND Léa") && !stage.text.contains("N'DIAYE Aïssatou"))
  }

  @Test func `the cursor stays on its room when needs change the order`() throws {
    var stage = try WatchStage()
    stage.play("j")
    #expect(stage.watch.here?.room == "2")
    var session = stage.watch.sessions[0]
    try session.day.apply(.incidentReported(code: .noise, room: "2", candidate: nil, text: ""), n: 1, at: stage.now)
    stage.act(.seen(session: 0, session))
    #expect(stage.watch.here?.room == "2")
  }

  @Test func `the room's page tells the measure, the proposal and its source`() throws {
    var stage = try WatchStage(size: Size(rows: 40, columns: 120))
    stage.play("<enter>")
    #expect(stage.text.contains("Interruption 07:00 · réseau · pas plus de la moitié des 25 minutes de l'oral"))
    #expect(stage.text.contains("proposé d'abord : prolonger de 07:00"))
    #expect(stage.text.contains("le règlement n'en dit rien"))
  }

  /// The first line of the page of Léa Durand's room about her clock.
  private func phaseLine(_ stage: WatchStage) throws -> String {
    let line = stage.text.split(separator: "\n").first { $0.contains("Présentation") || $0.contains("Délibération") }
    return String(try #require(line))
  }

  @Test func `the room's page tells what is left, the overrun, and neither once the oral has ended`() throws {
    var stage = try WatchStage()
    stage.play("j <enter>")
    #expect(try phaseLine(stage) == "   Présentation E1–E5  78:00 restent")
    // Started at 09:00 for 80 minutes.
    stage.now = Session.morning.advanced(by: 600_000 + 82 * 60_000 + 13_000)
    #expect(try phaseLine(stage) == "   Présentation E1–E5  dépassement 02:13")
    var session = stage.watch.sessions[0]
    session.glances["durand"]?.apply(
      GlanceEntry(Entry(n: 7, fact: Fact(.oralEnded), at: stage.now)), by: Oral.jury)
    stage.act(.seen(session: 0, session))
    #expect(try phaseLine(stage) == "   Délibération")
  }

  private func closing(_ stage: inout WatchStage) {
    stage.play("o")
    stage.act(
      .closingRead(
        ClosingPage(
          session: 0, missing: [.gridNotSealed(name: "DURAND Léa"), .observationsMissing],
          proposals: ["Retard de DURAND Léa : 6 min.", "10:14, salle 2, I06 coupure réseau."])))
  }

  @Test func `several sessions are told apart by letter, on every page and in every question`() throws {
    var stage = try WatchStage(sessionCount: 3)
    let header = try #require(stage.text.split(separator: "\n").first)
    for letter in ["A ", "B ", "C "] { #expect(header.contains(letter)) }
    #expect(stage.text.contains("▸A 3"))
    stage.play("j j M")
    #expect(stage.text.contains("Message : toutes les salles de C"))
    stage.play("1")
    #expect(stage.effects == [.record(session: 2, .messageSent(rooms: [], text: "Il reste cinq minutes."))])
    stage.play("m")
    #expect(stage.text.contains("Message : C salle 3"))
    stage.play("<esc> <enter>")
    #expect(stage.text.contains("C salle 3"))
    #expect(stage.watch.sessions[0].day.messages.isEmpty)
  }

  @Test func `the minutes' page lists what is missing, and takes proposals into the observations`() throws {
    var stage = try WatchStage()
    closing(&stage)
    #expect(stage.effects == [.lookAtClosing(session: 0)])
    #expect(stage.text.contains("il manque 2 points"))
    #expect(stage.text.contains("– DURAND Léa : la grille n'est pas scellée"))
    stage.play("j <enter>")
    let first = "10:14, salle 2, I06 coupure réseau."
    #expect(stage.effects[1] == .record(session: 0, .observationsWritten(text: first)))
    #expect(stage.text.contains("✓ 10:14, salle 2") && stage.text.contains("+ Retard de DURAND"))
    stage.play("<enter>")
    #expect(stage.watch.message?.text.fr == "rien à prendre : c'est déjà dans les observations")
    stage.play("a")
    #expect(stage.watch.observations == first + "\nRetard de DURAND Léa : 6 min.")
    stage.play("<home> <enter>")
    #expect(stage.watch.message?.text.fr == "Entrée prend une ligne proposée (+)")
    stage.play("<end>")
    #expect(stage.watch.closing?.index == 5)
    stage.play("<esc>")
    #expect(stage.watch.page == .rooms)
  }

  @Test func `the observations are written in several lines, and never over what was written elsewhere`() throws {
    var stage = try WatchStage()
    closing(&stage)
    stage.play("e b i e n <ctrl-n> f i n <enter>")
    #expect(stage.watch.observations == "bien\nfin")
    stage.play("e !")
    var session = stage.watch.sessions[0]
    try session.day.apply(.observationsWritten(text: "ailleurs"), n: 9, at: stage.now)
    stage.act(.seen(session: 0, session))
    stage.play("<enter>")
    #expect(stage.watch.observations == "ailleurs")
    #expect(stage.text.contains("Les observations ont changé ailleurs"))
    stage.play("<enter>")
    #expect(stage.watch.observations == "bien\nfin!")
  }

  @Test func `where a substitute sits as well, nobody is told that three of two are there`() throws {
    let watch = try WatchStage().watch
    #expect(watch.jurorsText(1, of: 2) == "1 juré sur 2")
    #expect(watch.jurorsText(2, of: 2) == "2 jurés sur 2")
    #expect(watch.jurorsText(3, of: 2) == "3 jurés (2 prévus)")
  }

  @Test(arguments: WatchPage.allCases)
  func `every page draws at every size`(page: WatchPage) throws {
    var stage = try WatchStage()
    stage.watch.page = page
    for rows in [1, 3, 10, 12, 24, 40] {
      for columns in [1, 10, 40, 60, 80, 100, 120] {
        stage.watch.size = Size(rows: rows, columns: columns)
        #expect(stage.watch.picture(at: stage.now).frame.size == stage.watch.size)
      }
    }
  }

  @Test(arguments: WatchPage.allCases)
  func `no key of the manager's means two things on a page`(page: WatchPage) {
    let keys = WatchKeys.table.bindings(on: page).flatMap(\.keys)
    for key in Set(keys) { #expect(keys.count { $0 == key } == 1, "\(key) on \(page)") }
  }

  @Test func `every sentence of the manager's table has its language's spaces`() {
    for binding in WatchKeys.table.bindings {
      for phrase in [binding.help, binding.label].compactMap({ $0 }) {
        expectFrenchSpaces(phrase.fr)
        expectEnglishSpaces(phrase.en)
      }
    }
  }
}
