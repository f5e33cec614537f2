import Evaluation
import Foundation
import Testing

@testable import jury

/// Sessions on disk whose jurors marked apart, for comparing what they put. Names and notes say SECRET.
struct MarkedSessions {
  /// By juror, the criteria that they did not mark as met.
  typealias Marks = [String: [String: Mark]]

  /// A candidate of block 2.
  struct Heard {
    let id: String
    var marks: Marks = [:]
    /// Who do not hand in their grid.
    var late: Set<String> = []
  }

  let program: Program

  init() throws { program = try Program() }

  /// A session's directory, by the path that refusals tell.
  ///
  /// - Parameters:
  ///   - planned: candidates who have not been heard.
  ///   - referential: a file beside the plan.
  ///   - given: the jurors' given name.
  func session(
    _ id: String, jurors: [String] = ["benali", "roux"], heard: [Heard] = [], planned: [String] = [],
    marking: String = "individual", referential: Referential = .rncp37827, given: String = "SECRET"
  ) throws -> String {
    let directory = "\(program.directory)/\(id)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let path = Session.absolute(directory)
    try referential.json.text.write(toFile: path + "/referential.json", atomically: false, encoding: .utf8)
    let jury = jurors.map {
      """
      {"id":"\($0)","family":"SECRET","given":"\(given)","post":"P","company":"S","years":5,"external":true}
      """
    }
    let candidates = (heard.map(\.id) + planned).map {
      """
      {"id":"\($0)","family":"SECRET","given":"Léa","route":"training","format":"block2"}
      """
    }
    try """
    {"format":"jury-session/1","id":"\(id)","title":"Essai","certification":"\(referential.certification.id)",
     "from":"2026-12-01","to":"2026-12-01","marking":"\(marking)","referential":"referential.json",
     "centre":{"name":"Centre","address":"Rue"},"manager":{"name":"M","function":"F"},
     "jury":[\(jury.joined(separator: ","))],"candidates":[\(candidates.joined(separator: ","))],"slots":[]}
    """.write(toFile: path + "/session.json", atomically: false, encoding: .utf8)
    let session = try Session(path: path)
    for oral in heard { try write(oral, jurors, session) }
    return path
  }

  private func write(_ heard: Heard, _ jurors: [String], _ session: Session) throws {
    var table = try Table(jurors, session, try session.candidate(heard.id))
    for juror in jurors { try table.say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror)) }
    try table.say(jurors[0], .identityChecked(true), .clockStarted(backdatedBy: 0))
    for juror in jurors {
      for criterion in try table.oral(juror).competencies.flatMap(\.criteria) {
        let mark = heard.marks[juror]?[criterion.id] ?? .met
        if mark != .none { try table.say(juror, .criterionMarked(criterion: criterion.id, mark: mark)) }
      }
      try table.say(juror, .noted(subject: "C6.1", text: "SECRET"))
    }
    try table.say(jurors[0], .oralEnded)
    for juror in jurors where !heard.late.contains(juror) { try table.say(juror, .handedIn) }
    let directory = "\(session.directory.path)/orals/\(heard.id)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    for (juror, seat) in table.seats {
      try Data(seat.bytes).write(to: URL(fileURLWithPath: "\(directory)/\(juror).jsonl"))
    }
  }
}
