import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Suite struct SessionPlanTests {
  /// A session to come, with two rooms of two jurors and three candidates, one of them tied to a juror of room A.
  static func session(_ program: Program) throws -> String {
    try """
    Nom;Prénom;Poste;Entreprise;Expérience;Externe;Salle;Règlement transmis
    Benali;Amina;p;c;5;oui;A;01/01/2030
    Caron;Bruno;p;c;5;non;A;01/01/2030
    Horvat;Ivo;p;c;5;oui;B;01/01/2030
    Roux;Étienne;p;c;5;non;B;01/01/2030
    Øster;Ingrid;p;c;5;oui;;01/01/2030
    """.write(toFile: program.directory + "/j.csv", atomically: false, encoding: .utf8)
    try """
    Nom;Prénom;Bloc;Formateurs;Tiers-temps;Livrables
    Durand;Léa;1+2+3;Benali;30;01/01/2030
    Martin;Zoé;1+2+3;;;01/01/2030
    Petit;Noé;2;;;01/01/2030
    """.write(toFile: program.directory + "/c.csv", atomically: false, encoding: .utf8)
    let made = try program.run(
      "session", "new", "s", "--title", "Lille", "--from", "2030-03-12", "--centre", "C", "--address", "A", "--manager",
      "M", "--jurors", "j.csv", "--candidates", "c.csv", environment: ["TZ": "UTC"])
    try #require(made.status == 0)
    return program.directory + "/s"
  }

  static func plan(_ path: String) throws -> Plan { try PlanFile(path: path).plan }

  /// `durand 09:00 B`.
  private func picture(_ path: String) throws -> [String] {
    try Self.plan(path).slots.map { "\($0.candidate) \($0.start.minuteText) \($0.room)" }
  }

  @Test func `slots are found, written and printed, then nothing moves`() throws {
    let program = try Program()
    let path = try Self.session(program)
    let first = try program.run("session", "plan", "s", "--lang", "fr", environment: ["TZ": "UTC"])
    #expect(first.status == 0)
    #expect(try picture(path) == ["martin 09:00 A", "durand 09:00 B", "petit 11:15 A"])
    #expect(first.output.contains("  09:00–11:30  DURAND Léa  Titre à finalité professionnelle, 120 min\n"))
    #expect(first.output.contains("(annexe 2)"))
    let again = try program.run("session", "plan", "s", "--replan", environment: ["TZ": "UTC"])
    #expect(again.output.hasPrefix("Lille\n"))
    #expect(try picture(path) == ["martin 09:00 A", "durand 09:00 B", "petit 11:15 A"])
  }

  @Test func `a dry run writes nothing, a late change moves only what must`() throws {
    let program = try Program()
    let path = try Self.session(program)
    let dry = try program.run("session", "plan", "s", "--dry-run", environment: ["TZ": "UTC"])
    #expect(dry.output.contains("DURAND Léa: slot on 2030-03-12 09:00, room B\n"))
    #expect(try picture(path) == [])
    _ = try program.run("session", "plan", "s", environment: ["TZ": "UTC"])
    let late = try program.run("session", "plan", "s", "--late", "A=20", environment: ["TZ": "UTC"])
    #expect(late.output.hasPrefix("MARTIN Zoé: 09:00 → 09:20\nPETIT Noé: 11:15 → 11:35\n\n"))
    let absent = try program.run("session", "plan", "s", "--absent", "horvat", environment: ["TZ": "UTC"])
    #expect(absent.output.hasPrefix("DURAND Léa: without I. Horvat, with I. Øster\n\n"))
  }

  @Test func `whoever finds no place is told, and nothing is written`() throws {
    let program = try Program()
    let path = try Self.session(program)
    var file = try PlanFile(path: path)
    var plan = file.plan
    plan.ties = plan.jury.filter(\.isExternal).map { Tie(candidate: "durand", juror: $0.id, kind: .personal) }
    try file.write(plan)
    let outcome = try program.run("session", "plan", "s", environment: ["TZ": "UTC"])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("✗ DURAND Léa : no jury without a tie to this candidate is lawful"))
    #expect(try picture(path) == [])
  }

  @Test func `the planning is printed as it is, for one person, and for calendars`() throws {
    let program = try Program()
    _ = try Self.session(program)
    _ = try program.run("session", "plan", "s", environment: ["TZ": "UTC"])
    let one = try program.run("session", "plan", "s", "--candidate", "petit")
    #expect(one.output.contains("PETIT Noé") && !one.output.contains("DURAND"))
    let calendar = try program.run("session", "plan", "s", "--format", "ics", "--juror", "horvat")
    #expect(calendar.output.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"))
    #expect(calendar.output.contains("DTSTART:20300312T090000Z\r\nDTEND:20300312T113000Z\r\n"))
    let unknown = try program.run("session", "plan", "s", "--juror", "zoe")
    #expect(unknown.status == 66 && unknown.errors.contains("One of: benali, caron, horvat, roux, oster"))
  }

  @Test func `a plan that was changed meanwhile is not overwritten`() throws {
    let program = try Program()
    let path = try Self.session(program)
    var (one, other) = (try PlanFile(path: path), try PlanFile(path: path))
    var plan = one.plan
    plan.title = "Autre"
    try one.write(plan)
    #expect(throws: Refusal.self) { try other.write(plan) }
    #expect(try Self.plan(path).title == "Autre")
    #expect(try program.mode("s/session.json") == "600")
  }
}
