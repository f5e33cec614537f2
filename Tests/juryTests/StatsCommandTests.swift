import Evaluation
import Foundation
import JSON
import Testing

@testable import jury

@Test func `below five candidates nothing is told of a session, in any form`() throws {
  let program = try Program()
  let session = SampleSessionTests.directory + "/block2"
  for arguments in [
    ["stats", session], ["stats", session, "--format", "html"], ["stats", session, "--format", "json"],
  ] {
    let run = try program.run(arguments)
    #expect(run.status == 0)
    for name in ["Müller", "Da Silva", "Chloé", "MÜLLER", "50 %", "100 %", "Benali"] {
      #expect(!run.output.contains(name))
    }
  }
  let json = try JSON.parse(Array(try program.run("stats", session, "--format", "json").output.utf8))
  #expect(json["orals"] == .null && json["missing"]?.array?.isEmpty == true)
}

@Test func `sessions that do not go together give no statistics`() throws {
  let program = try Program()
  let session = SampleSessionTests.directory + "/block2"
  #expect(try program.run("stats", session, session).status == 64)
  let mock = try SealedSession()
  try mock.change(mock.path + "/session.json") { $0.replacing("\"slots\":[]", with: "\"mock\":true,\"slots\":[]") }
  #expect(try program.run("stats", session, mock.path).status == 65)
  #expect(try program.run("stats", mock.path).errors.contains("enters no statistics"))
  #expect(try program.run("stats").status == 64)
}
