import JSON
import Testing

@testable import Seal

@Suite struct EnvelopeTests {
  /// {"candidate":"lea"} signed by RFC 8037's key, made with Python's cryptography.
  static let known =
    #"{"payload":"eyJjYW5kaWRhdGUiOiJsZWEifQ","signatures":[{"protected":"eyJhbGciOiJFZERTQSIsImF0IjoiMjAyNi0xMi0wMVQxMDo0MTowMC4wMDArMDE6MDAiLCJjYXBhY2l0eSI6Ikp1csOpZSBleHRlcm5lIiwianVyb3IiOiJhbWluYSIsImtpZCI6ImtQcktfcW14VldhWVZBOXd3QkY2SXVvM3ZWeno3VHhIQ1R3WEJ5Z3JTNGsiLCJ0eXAiOiJqdXJ5LWdyaWQranNvbiJ9","signature":"6-QArbCuSfp6Vm6kQX49AE-0otj1Tc4ullszjTp25zlECWLMI5qPg6yG3i9NTGvp2KpRrEBbP65DHAPJ6-ekAw"}]}"#

  @Test func `signing gives the same bytes as another program`() throws {
    let facts = SigningFacts(juror: "amina", capacity: "Jurée externe", at: "2026-12-01T10:41:00.000+01:00")
    let envelope = try Envelope(payload: Array(#"{"candidate":"lea"}"#.utf8))
      .signing(with: RFC8037.privateKey(), as: facts, type: "jury-grid+json")
    #expect(String(decoding: envelope.bytes, as: UTF8.self) == Self.known)
    #expect(try Envelope(parsing: Array(Self.known.utf8)) == envelope)
  }

  @Test func `an envelope nobody signed reads back`() throws {
    let envelope = try Envelope(payload: Array("{}".utf8))
    #expect(String(decoding: envelope.bytes, as: UTF8.self) == #"{"payload":"e30","signatures":[]}"#)
    #expect(try Envelope(parsing: envelope.bytes) == envelope)
  }

  @Test func `a key signs once`() throws {
    let juror = try Jurors.three()[0]
    let signed = try juror.sign(Envelope(payload: Array("{}".utf8)))
    #expect(faultName { () throws(SealFault) in _ = try juror.sign(signed) } == "already-signed")
  }

  @Test func `refusals stand beside the signatures, and read back`() throws {
    let refusal = Envelope.Refusal(juror: "bruno", reason: "désaccord sur C2", at: "2026-12-01T10:42:00.000+01:00")
    let envelope = try Envelope(payload: Array("{}".utf8)).refused([refusal])
    #expect(
      String(decoding: envelope.bytes, as: UTF8.self) == """
        {"payload":"e30","refusals":[{"at":"2026-12-01T10:42:00.000+01:00","juror":"bruno",\
        "reason":"désaccord sur C2"}],"signatures":[]}
        """)
    #expect(try Envelope(parsing: envelope.bytes) == envelope)
    // Signing after a refusal keeps it.
    #expect(try Jurors.three()[0].sign(envelope).refusals == [refusal])
  }

  @Test func `a file of more signatures or refusals than a hundred is refused`() throws {
    let signature = Envelope.Signature(protected: Array("{}".utf8), bytes: [0])
    let refusal = Envelope.Refusal(juror: "bruno", reason: "désaccord", at: "10:42")
    func file(_ signatures: Int, _ refusals: Int) throws -> [UInt8] {
      try Envelope(payload: Array("{}".utf8)).holding(
        Array(repeating: signature, count: signatures), refusals: Array(repeating: refusal, count: refusals)
      ).bytes
    }
    let full = try Envelope(parsing: file(100, 100))
    #expect(full.signatures.count == 100 && full.refusals.count == 100)
    for (bytes, member) in [(try file(101, 0), "signatures"), (try file(0, 101), "refusals")] {
      #expect(throws: SealFault.wrongMember(.envelope, member)) { try Envelope(parsing: bytes) }
    }
  }

  @Test func `a signature made apart is the one that signing adds`() throws {
    let juror = try Jurors.three()[0]
    let envelope = try Envelope(payload: Array("{}".utf8))
    let signature = try envelope.signature(with: juror.key, as: juror.facts, type: Jurors.type)
    #expect(try envelope.holding([signature], refusals: []) == juror.sign(envelope))
  }

  @Test(arguments: [
    ("{ }", "not-canonical"), (#"{"b":1,"a":2}"#, "not-canonical"), (#"{"a":1,"a":1}"#, "duplicate-member"),
    ("", "not-json"), ("hello", "not-json"), ("{\"a\":1}\n", "not-canonical"),
  ])
  func `a payload is canonical JSON`(payload: String, fault: String) {
    #expect(faultName { () throws(SealFault) in _ = try Envelope(payload: Array(payload.utf8)) } == fault)
    let file = #"{"payload":"\#(Base64URL.encode(Array(payload.utf8)))","signatures":[]}"#
    #expect(faultName { () throws(SealFault) in _ = try Envelope(parsing: Array(file.utf8)) } == fault)
  }

  @Test(arguments: [
    (#"{"payload":"e30"}"#, "missing-member"),
    (#"{"signatures":[]}"#, "missing-member"),
    (#"{"payload":"e30","signatures":{}}"#, "wrong-member"),
    (#"{"payload":{},"signatures":[]}"#, "wrong-member"),
    (#"{"payload":"e30=","signatures":[]}"#, "not-base64url"),
    (#"{"payload":"e31","signatures":[]}"#, "not-base64url"),
    (#"{"payload":"e30","protected":"e30","signature":"","signatures":[]}"#, "unknown-member"),
    (#"{"payload":"e30","payload":"e30","signatures":[]}"#, "duplicate-member"),
    (#"{"payload":"e30","refusals":[],"signatures":[]}"#, "wrong-member"),
    (#"{"payload":"e30","refusals":{},"signatures":[]}"#, "wrong-member"),
    (#"{"payload":"e30","refusals":["bruno"],"signatures":[]}"#, "not-an-object"),
    (#"{"payload":"e30","refusals":[{"at":"x","juror":"bruno"}],"signatures":[]}"#, "missing-member"),
    (#"{"payload":"e30","refusals":[{"at":"x","juror":"bruno","reason":""}],"signatures":[]}"#, "wrong-member"),
    (#"{"payload":"e30","refusals":[{"at":"x","juror":1,"reason":"y"}],"signatures":[]}"#, "wrong-member"),
    (
      #"{"payload":"e30","refusals":[{"at":"x","juror":"bruno","reason":"y","signature":"AA"}],"signatures":[]}"#,
      "unknown-member"
    ),
    (#"{"payload":"e30","signatures":[],"refusals":[{"at":"x","juror":"b","reason":"y"}]}"#, "not-canonical"),
    (#"{"payload":"e30","signatures":["e30"]}"#, "not-an-object"),
    (#"{"payload":"e30","signatures":[{"protected":"e30"}]}"#, "missing-member"),
    (#"{"payload":"e30","signatures":[{"signature":"AA"}]}"#, "missing-member"),
    (#"{"payload":"e30","signatures":[{"protected":"e30","signature":"AB"}]}"#, "not-base64url"),
    (#"{"payload":"e30","signatures":[{"protected":"e3 0","signature":"AA"}]}"#, "not-base64url"),
    (#"{"payload":"e30","signatures":[{"header":{},"protected":"e30","signature":"AA"}]}"#, "unprotected-header"),
    (#"{"payload":"e30","signatures":[{"note":1,"protected":"e30","signature":"AA"}]}"#, "unknown-member"),
    (#"{"payload":"e30","signatures":[{"protected":"e30","protected":"e30","signature":"AA"}]}"#, "duplicate-member"),
    (#"{"signatures":[],"payload":"e30"}"#, "not-canonical"),
    (#"{"payload":"e30", "signatures":[]}"#, "not-canonical"),
    (#"{"payload":"\u006530","signatures":[]}"#, "not-canonical"),
    ("{\"payload\":\"e30\",\"signatures\":[]}\n", "not-canonical"),
    (#"[]"#, "not-an-object"),
    (#"e30.e30.AA"#, "not-json"),
  ])
  func `a file with one fault is refused by name`(file: String, fault: String) {
    #expect(faultName { () throws(SealFault) in _ = try Envelope(parsing: Array(file.utf8)) } == fault)
  }
}
