import Console
import Evaluation
import Foundation
import JSON
import Screen
import Store
import Testing

@testable import jury

/// A jury's console and the manager's on one session.
@Suite struct WatchPostTests {
  private func post(_ sitting: Sitting, isReadOnly: Bool = false) throws -> WatchPost {
    try WatchPost(Session(SessionDirectory(sitting.directory)), isReadOnly: isReadOnly, at: sitting.now())
  }

  private func start(_ sitting: Sitting, _ desk: Desk) throws {
    let facts = sitting.complete(try #require(desk.console.oral))
    let start = try #require(facts.firstIndex(of: Fact(.clockStarted(backdatedBy: 0))))
    desk.play(Array(facts[...start]))
  }

  @Test func `what a jury does shows at the manager's, in counts`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    let post = try post(sitting)
    try start(sitting, desk)
    desk.play(.criterionMarked(criterion: "C6.1", mark: .notMet))
    post.look(at: sitting.now())
    let glance = try #require(post.watch.glances[sitting.candidate])
    #expect(glance.stage == .underWay)
    #expect(glance.markedCount == 1)
  }

  @Test func `a shared console tells each second that it is open, and no more once it has left`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    desk.tick()
    let directory = SessionDirectory(sitting.directory)
    #expect(directory.everyPresence().map(\.author) == [Oral.jury])
    desk.close()
    #expect(directory.everyPresence().isEmpty)
  }

  @Test func `a message reaches the jury, and its acknowledgement the manager`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    let post = try post(sitting)
    try start(sitting, desk)
    try post.record(.messageSent(rooms: [], text: "Come and see me."), at: sitting.now())
    desk.readDay()
    #expect(desk.console.day.messages.map(\.text) == ["Come and see me."])
    desk.play(.messageAcknowledged(message: 1))
    post.look(at: sitting.now())
    #expect(post.watch.glances[sitting.candidate]?.acknowledged == [1])
  }

  @Test func `consoles and scripts write the manager's journal in turn, each after the others' facts`() throws {
    let sitting = try Sitting()
    let first = try post(sitting)
    let second = try post(sitting)
    try first.record(.incidentReported(code: .noise, room: "2", candidate: nil, text: ""), at: sitting.now())
    #expect(try Program().run("message", sitting.directory, "Wait.").status == 0)
    try second.record(.incidentClosed(incident: 1, outcome: ""), at: sitting.now())
    // The first has not looked since: what it may do is judged by what is on disk.
    #expect(throws: Refusal.self) { try first.record(.incidentClosed(incident: 1, outcome: ""), at: sitting.now()) }
    first.look(at: sitting.now().advanced(by: 2000))
    #expect(first.watch.day == second.watch.day)
    #expect(first.watch.day.messages.map(\.text) == ["Wait."])
  }

  @Test func `a console that only watches writes nothing, not even an empty journal`() throws {
    let sitting = try Sitting()
    let post = try post(sitting, isReadOnly: true)
    #expect(throws: Refusal.self) { try post.record(.messageSent(rooms: [], text: "No."), at: sitting.now()) }
    #expect(!FileManager.default.fileExists(atPath: sitting.directory + "/manager.jsonl"))
  }

  @Test func `a manager's journal that is damaged is said, and nothing is written to it`() throws {
    let sitting = try Sitting()
    let post = try post(sitting)
    try post.record(.messageSent(rooms: [], text: "Wait."), at: sitting.now())
    let path = sitting.directory + "/manager.jsonl"
    let text = try String(contentsOfFile: path, encoding: .utf8).replacingOccurrences(of: "Wait.", with: "Go on")
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    post.look(at: sitting.now().advanced(by: 2000))
    #expect(post.watch.alarms.count == 1)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  /// Appends facts to a journal as a console would.
  private func write(_ facts: [JSON], to identity: JournalIdentity, of sitting: Sitting) throws {
    let now = sitting.now()
    let journal = try Journal.open(
      identity, in: SessionDirectory(sitting.directory), at: now.at.text, boot: now.boot, up: now.up)
    defer { journal.close() }
    for fact in facts { try journal.append(event: fact, at: now.at.text, boot: now.boot, up: now.up) }
  }

  private let unknown = JSON.object(["juryGreeted": .object([:])])

  @Test func `a manager's fact that this version does not know is an alarm that stands, and what follows is not taken`()
    throws
  {
    let sitting = try Sitting()
    let post = try post(sitting)
    let messages = ["One.", "Two."].map { DayEvent.messageSent(rooms: [], text: $0).json }
    try write([messages[0], unknown, messages[1]], to: .manager(session: post.session.plan.id), of: sitting)
    for _ in 1...3 {
      sitting.up += 2000
      post.look(at: sitting.now())
      #expect(
        post.watch.alarms.map(\.en) == [
          "the manager's journal cannot be read any more: this fact is unknown to this version"
        ])
      #expect(post.watch.day.messages.map(\.text) == ["One."])
    }
  }

  @Test func `a jury's fact that this version does not know is an alarm that stands, and what follows is not taken`()
    throws
  {
    let sitting = try Sitting()
    let post = try post(sitting)
    let marks = ["C6.1", "C6.2"].map { Fact(.criterionMarked(criterion: $0, mark: .met)).json }
    let identity = JournalIdentity.oral(
      session: post.session.plan.id, candidate: sitting.candidate, author: Oral.jury)
    try write([marks[0], unknown, marks[1]], to: identity, of: sitting)
    for _ in 1...3 {
      sitting.up += 11_000
      post.look(at: sitting.now())
      #expect(
        post.watch.alarms.map(\.en) == [
          "this fact is unknown to this version (orals/\(sitting.candidate)/jury.jsonl:3)"
        ])
      #expect(post.watch.glances[sitting.candidate]?.markedCount == 1)
    }
  }

  @Test func `a plan replaced meanwhile is read, and said`() throws {
    let sitting = try Sitting()
    let post = try post(sitting)
    let directory = SessionDirectory(sitting.directory)
    var plan = try Session(directory).plan
    plan.slots[0].room = "9"
    try directory.replace(directory.plan, with: plan.json.bytes)
    let said = post.look(at: sitting.now())
    #expect(said?.en.hasPrefix("the plan changed: ") == true)
    #expect(post.watch.rooms.contains("9"))
  }

  @Test func `from the command line a message, an attendance and an incident are recorded`() throws {
    let sitting = try Sitting()
    let program = try Program()
    #expect(try program.run("message", sitting.directory, "Five minutes left.").status == 0)
    #expect(try program.run("attendance", sitting.directory, sitting.candidate, "--late", "6").status == 0)
    #expect(
      try program.run("incident", sitting.directory, "--report", "I06", "--room", "2", "--text", "router").status == 0)
    let listed = try program.run("incident", sitting.directory)
    #expect(listed.output.contains("I06 network failure router"))
    let day = try Session(SessionDirectory(sitting.directory)).day()
    #expect(day.messages.map(\.text) == ["Five minutes left."])
    #expect(day.attendance[sitting.candidate] == .late(minutes: 6))
    #expect(try program.run("attendance", sitting.directory, sitting.candidate, "--late", "6", "--clear").status == 64)
    let shown = try program.run("watch", "--json", sitting.directory)
    #expect(shown.status == 0)
    #expect(shown.output.contains(#""is": "needed""#))
  }
}
