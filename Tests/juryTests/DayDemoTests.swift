import Evaluation
import Foundation
import JSON
import Store
import Testing

@testable import jury

@Test func `a day of three rooms and twelve candidates is played to the package, and all of it stands`() throws {
  let program = try Program()
  let tool = program.directory + "/weasyprint"
  try "#!/bin/sh\ncp \"$4\" \"$5\"\n".write(toFile: tool, atomically: false, encoding: .utf8)
  try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool)
  let day = program.directory + "/jour"
  let run = try program.run(
    ["demo", "--day", "--seconds", "0", "--directory", day],
    environment: ["PATH": "\(program.directory):/usr/bin:/bin"])
  #expect(run.status == 0 && run.errors == "")
  #expect(run.output.contains("\n10:35  room 2: back after 12 min, the oral is extended by as much\n"))
  #expect(run.output.contains("\n13:40  LAMBERT Zoé: 14 min late\n"))
  #expect(run.output.contains("\n11:45  FERREIRA Tiago: absent\n"))
  #expect(run.output.contains("MOREAU Inès: partially admitted\n"))

  let session = try Session(path: day + "/session")
  #expect(session.plan.candidates.count == 12 && Set(session.plan.slots.map(\.room)).count == 3)
  let minutes = try #require(try StoredMinutes(in: session)).sealed.content
  let counts = minutes.counts
  #expect((counts.registered, counts.present, counts.absent) == (12, 11, 1))
  #expect((counts.admitted, counts.partial, counts.notAdmitted) == (9, 1, 1))
  for words in [
    "Retard de LAMBERT Zoé", "I06 coupure réseau (DIALLO Ibrahim)", "oral prolongé d'autant, choix de Étienne ROUX",
    "LE GOFF Maël (+30 min)",
  ] {
    #expect(minutes.observations.contains(words))
  }
  let cut = try session.oral(of: session.candidate("diallo"))
  #expect(cut.format.minutes == 25 && cut.clock.pauses.count == 1)
  #expect(cut.clock.length(of: cut.clock.pauses[0], at: SystemClock().now()) == 12 * 60_000)
  #expect(session.alarms.isEmpty)
  #expect(try verifyFindings(program, day + "/session") == [])
  #expect(try verifyFindings(program, day + "/paquet") == [])
  #expect(try program.run("session", "check", day + "/session").status == 0)
  let stats = try program.run("stats", day + "/session", "--lang", "en")
  #expect(stats.output.contains("Orals with signed grids  11\n"))
  #expect(stats.output.contains("Block 2 Intégrer des modèles"))
  #expect(stats.output.contains("███████████████████▉····  83\u{A0}%"))
  let page = try program.run("stats", day + "/session", "--format", "html").output
  #expect(page.contains("<svg role=\"img\"") && page.contains("<title>83\u{A0}%</title>"))
  for candidate in session.plan.candidates { #expect(!stats.output.contains(candidate.family)) }
  #expect(try program.run("minutes", "missing", day + "/session").status == 0)
}
