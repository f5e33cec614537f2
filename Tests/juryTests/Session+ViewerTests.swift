import Evaluation
import Testing

@testable import jury

@Suite struct SessionViewerTests {
  @Test func `where each juror has a console, it says whose it is`() throws {
    let panel = try Panel(3)
    let session = try panel.session()
    #expect(try session.viewer(as: "roux") == "roux")
    let missing = #expect(throws: Refusal.self) { try session.viewer(as: nil) }
    #expect(missing?.reason.fr == "chaque juré a sa console : qui êtes-vous ?")
    #expect(missing?.hint?.fr == "--as JURÉ, un parmi : benali, roux, oster.")
    #expect(missing?.code == .usage)
    let unknown = #expect(throws: Refusal.self) { try session.viewer(as: "durand") }
    #expect(unknown?.hint?.fr == "Jurés : benali, roux, oster.")
    #expect(unknown?.code == .noInput)
  }

  @Test func `where the jury shares a console, it is nobody's`() throws {
    let sitting = try Sitting()
    let session = try Session(path: sitting.directory)
    #expect(try session.viewer(as: nil) == Oral.jury)
    let refusal = #expect(throws: Refusal.self) { try session.viewer(as: "benali") }
    #expect(refusal?.reason.fr == "--as : dans cette session le jury partage une console")
    #expect(refusal?.hint?.fr.contains("« \"marking\": \"individual\" »") == true)
    #expect(refusal?.code == .usage)
  }
}
