import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

/// What `jury verify` finds wrong with the signatures and the journals of several jurors: each test makes the file.
@Suite struct VerifySigningTests {
  private func findings(_ session: IndividualSession, _ path: String? = nil) throws -> [String] {
    try verifyFindings(session.program, path ?? session.path)
  }

  /// The grid's file as it is found away from its session.
  private func findingsAlone(_ session: IndividualSession) throws -> [String] {
    let copy = session.program.directory + "/elsewhere.json"
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.copyItem(atPath: session.gridPath, toPath: copy)
    return try findings(session, copy)
  }

  private func subjects(_ session: IndividualSession) throws -> [String] {
    let run = try session.program.run("verify", session.path)
    return run.output.split(separator: "\n").filter { $0.hasPrefix("  ✗ ") && !$0.hasSuffix("NOT VALID") }.map {
      String($0.dropFirst(4).prefix { $0 != ":" })
    }
  }

  /// Changes the signatures of the file, and leaves the journals.
  private func resign(
    _ session: IndividualSession, refusals: [Envelope.Refusal] = [],
    _ change: (inout [Envelope.Signature]) throws -> Void
  ) throws {
    var signatures = session.sealed.envelope.signatures
    try change(&signatures)
    try session.write(session.sealed.holding(signatures, refusals: refusals).envelope.bytes)
  }

  @Test func `three jurors' grid, signed each from their own console, stands`() throws {
    let session = try IndividualSession(signers: ["roux", "benali", "lindqvist"])
    #expect(try findings(session) == [])
    #expect(session.sealed.grid.sources.map(\.path) == IndividualSession.jurors.map { "orals/durand/\($0).jsonl" })
    #expect(try findingsAlone(session) == [])
  }

  // MARK: Signatures

  @Test func `a signature that nobody made yet is missing`() throws {
    let session = try IndividualSession(signers: ["benali", "roux"])
    #expect(try findings(session) == ["signature-missing"])
    #expect(try subjects(session) == ["A LINDQVIST"])
  }

  @Test func `a signature taken out is stripped, say the journals; away from them it is missing`() throws {
    let session = try IndividualSession()
    try resign(session) { $0.remove(at: 2) }
    #expect(try findings(session) == ["signature-stripped"])
    #expect(try subjects(session) == ["A ROUX"])
    #expect(try findingsAlone(session) == ["signature-missing"])
  }

  @Test func `a signature that a journal holds, and that proves nothing, is invalid`() throws {
    let session = try IndividualSession(signers: ["benali", "lindqvist"])
    let other = try session.sealed.signature(by: "benali", with: session.key("benali"), at: Table.wall(90))
    try session.table.say(
      "roux",
      .gridSigned(juror: "roux", thumbprint: try session.key("roux").publicKey.thumbprint, signature: other))
    try session.gather()
    #expect(try findings(session) == ["signature-invalid"])
    #expect(try subjects(session) == ["A ROUX"])
  }

  @Test func `a signature by a key that is no signer's is foreign`() throws {
    let session = try IndividualSession()
    let stranger = try PrivateKey()
    try resign(session) {
      $0.append(
        try session.sealed.envelope.signature(
          with: stranger, as: SigningFacts(juror: "roux", capacity: "Membre du jury", at: "x"), type: Grid.mediaType))
    }
    #expect(try findings(session) == ["signature-foreign"])
    #expect(try subjects(session) == [stranger.publicKey.thumbprint])
    #expect(try findingsAlone(session) == ["signature-foreign"])
  }

  @Test func `a juror's signature that stands twice is doubled`() throws {
    let same = try IndividualSession()
    try resign(same) { $0.append($0[1]) }
    #expect(try findings(same) == ["signature-doubled"])
    #expect(try subjects(same) == ["A LINDQVIST"])
    // Another one by the same juror, of another moment.
    let other = try IndividualSession()
    try resign(other) {
      let facts = SigningFacts(juror: "roux", capacity: "Membre du jury", at: "later")
      $0.append(
        try other.sealed.envelope.signature(with: try other.key("roux"), as: facts, type: Grid.mediaType))
    }
    #expect(try findings(other) == ["signature-doubled"])
    #expect(try findingsAlone(other) == ["signature-doubled"])
  }

  @Test func `one juror's signature under another's header is swapped`() throws {
    let exchanged = try IndividualSession()
    try resign(exchanged) {
      $0 = [
        $0[0], Envelope.Signature(protected: $0[1].protected, bytes: $0[2].bytes),
        Envelope.Signature(protected: $0[2].protected, bytes: $0[1].bytes),
      ]
    }
    let expected = ["signature-swapped", "signature-swapped", "signature-missing", "signature-missing"]
    #expect(try findings(exchanged) == expected)
    #expect(try findingsAlone(exchanged) == expected)
    #expect(try subjects(exchanged) == ["A LINDQVIST", "A ROUX", "A LINDQVIST", "A ROUX"])
    // A juror who signs for another: with their own key under the other's, or in the other's name.
    for (kid, name) in [("roux", "roux"), ("benali", "roux")] {
      let session = try IndividualSession(signers: ["benali", "lindqvist"])
      let header = Header(
        kid: try session.key(kid).publicKey.thumbprint, type: Grid.mediaType,
        facts: SigningFacts(juror: name, capacity: "Membre du jury", at: "x"))
      let bytes = try session.key("benali").signature(of: session.sealed.envelope.signingInput(header.bytes))
      try resign(session) { $0[0] = Envelope.Signature(protected: header.bytes, bytes: bytes) }
      #expect(try findings(session).first == "signature-swapped")
      #expect(try !findingsAlone(session).isEmpty)
    }
  }

  // MARK: Refusals

  @Test func `a grid that a juror refused is refused by name, whoever signed`() throws {
    let session = try IndividualSession(signers: ["benali", "lindqvist"], refusing: ["roux": "désaccord sur C2"])
    #expect(try findings(session) == ["refused"])
    #expect(try subjects(session) == ["refused by A ROUX"])
    #expect(try findingsAlone(session) == ["refused"])
  }

  @Test func `a refusal taken out is stripped, say the journals; away from them a signature is missing`() throws {
    let session = try IndividualSession(signers: ["benali", "lindqvist"], refusing: ["roux": "désaccord sur C2"])
    try resign(session) { _ in }
    #expect(try findings(session) == ["refusal-stripped"])
    #expect(try subjects(session) == ["A ROUX"])
    #expect(try findingsAlone(session) == ["signature-missing"])
    // Even where the juror's signature stands: made, and then found not to count.
    let signature = try session.sealed.signature(by: "roux", with: session.key("roux"), at: Table.wall(90))
    try session.write(
      session.sealed.holding(session.sealed.envelope.signatures, refusals: []).adding(signature, of: "roux")
        .envelope.bytes)
    #expect(try findings(session) == ["refusal-stripped"])
  }

  @Test func `a refusal by nobody who is to sign, twice, or by one who signed, is named`() throws {
    func refusal(_ juror: String) -> Envelope.Refusal { .init(juror: juror, reason: "x", at: "y") }
    let session = try IndividualSession(signers: ["benali", "lindqvist"], refusing: ["roux": "désaccord sur C2"])
    let roux = session.sealed.envelope.refusals[0]
    try resign(session, refusals: [roux, refusal("dora"), roux, refusal("benali")]) { _ in }
    let expected = ["refused", "refusal-foreign", "refusal-doubled", "refusal-contradicted"]
    #expect(try findings(session) == expected)
    #expect(try findingsAlone(session) == expected)
    #expect(try subjects(session) == ["refused by A ROUX", "dora", "A ROUX", "A BENALI"])
  }

  // MARK: What the grid says

  /// The file with another payload under the same signatures.
  private func alter(_ session: IndividualSession, _ change: (inout Grid) -> Void) throws {
    var grid = session.sealed.grid
    change(&grid)
    let signatures = session.sealed.envelope.signatures
    try session.write(try SealedGrid(sealing: grid).holding(signatures, refusals: []).envelope.bytes)
  }

  private let unsigned =
    Array(repeating: "signature-invalid", count: 3) + Array(repeating: "signature-missing", count: 3)

  @Test func `a reservation altered, or taken out, breaks every signature and is named`() throws {
    let altered = try IndividualSession()
    try alter(altered) { $0.reservations[0].text = "projet remarquable" }
    #expect(try findings(altered) == unsigned + ["reservation-differs", "not-sealed-by-journal"])
    #expect(try findingsAlone(altered) == unsigned)
    #expect(try subjects(altered).contains("A ROUX"))
    let gone = try IndividualSession()
    try alter(gone) { $0.reservations = [] }
    #expect(try findings(gone) == unsigned + ["reservation-differs", "not-sealed-by-journal"])
  }

  @Test func `what was sealed and signed without being what the jury decided is found`() throws {
    let session = try IndividualSession(signers: [])
    var grid = session.sealed.grid
    grid.reservations = []
    grid.blocks[0].reason = "autre"
    grid.edition = 2
    let other = try SealedGrid(sealing: grid)
    try session.table.say("benali", .gridReopened(reason: "x"), .gridSealed(digest: other.digest))
    try session.gather()
    let signed = try IndividualSession.jurors.reduce(other) {
      try $0.signed(by: $1, with: session.key($1), at: Table.wall(90))
    }
    #expect(GridCheck(sealed: signed, setting: nil).findings == [])
    try session.write(signed.envelope.bytes)
    #expect(try findings(session) == ["content-differs", "reservation-differs"])
    #expect(try findingsAlone(session) == [])
  }

  // MARK: Journals

  @Test func `a journal of another juror cut short, altered or taken away since is found`() throws {
    for juror in IndividualSession.jurors {
      let cut = try IndividualSession()
      try change(cut.journalPath(juror)) { $0.split(separator: "\n").prefix(6).joined(separator: "\n") + "\n" }
      #expect(try findings(cut) == ["journal-cut"])
      #expect(try subjects(cut) == ["orals/durand/\(juror).jsonl"])

      let damaged = try IndividualSession()
      try change(damaged.journalPath(juror)) { $0.replacing("SECRET", with: "SECRETS") }
      #expect(try findings(damaged) == ["journal-damaged"])

      let gone = try IndividualSession()
      try FileManager.default.removeItem(atPath: gone.journalPath(juror))
      #expect(try findings(gone) == ["journal-missing"])
    }
  }

  @Test func `a journal written anew, whole and sound, is not the one the grid was built from`() throws {
    let session = try IndividualSession()
    let other = try IndividualSession()
    for juror in IndividualSession.jurors {
      // The same facts, but for one mark.
      let text = try String(contentsOfFile: other.journalPath(juror), encoding: .utf8)
      let lines = try rechained(text.replacing("\"noted\":{\"subject\":\"C2\"", with: "\"noted\":{\"subject\":\"C1\""))
      try lines.write(toFile: session.journalPath(juror), atomically: false, encoding: .utf8)
    }
    #expect(try findings(session) == Array(repeating: "journal-changed", count: 3))
  }

  @Test func `a journal that appeared since is found when it counts`() throws {
    let session = try IndividualSession()
    func write(_ author: String, _ event: Event) throws {
      let at = Table.wall(91).text
      let header = JournalHeader(
        identity: .oral(session: "essai", candidate: "durand", author: author), at: at, boot: "b", up: 0)
      let line = Line(n: 1, at: at, boot: "b", up: 1, event: Fact(event).json, prev: LineDigest.of(header.bytes))
      try Data(header.bytes + line.bytes).write(to: URL(fileURLWithPath: session.journalPath(author)))
    }
    try write("weber", .noted(subject: "oral", text: "vu de loin"))
    #expect(try findings(session) == [])
    // No juror of the plan: never read.
    try write("dora", .noTieDeclared(juror: "dora"))
    #expect(try findings(session) == [])
    try write("weber", .noTieDeclared(juror: "weber"))
    #expect(try findings(session) == ["journal-added"])
    #expect(try subjects(session) == ["orals/durand/weber.jsonl"])
    #expect(try findingsAlone(session) == [])
  }

  private func change(_ file: String, _ change: (String) -> String) throws {
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let changed = change(text)
    try #require(changed != text)
    try changed.write(toFile: file, atomically: false, encoding: .utf8)
  }

  /// A journal's text, each line's `prev` made that of the line before.
  private func rechained(_ text: String) throws -> String {
    var prev = ""
    return try text.split(separator: "\n").map { line in
      let json = try JSON.parse(Array(line.utf8))
      let members = json.members?.map { $0.key == "prev" ? JSON.Member("prev", .string(prev)) : $0 }
      let bytes = JSON.members(members ?? []).bytes + [0x0A]
      prev = LineDigest.of(bytes)
      return String(decoding: bytes, as: UTF8.self)
    }.joined()
  }
}
