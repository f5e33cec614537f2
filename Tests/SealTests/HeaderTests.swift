import JSON
import Testing

@testable import Seal

@Suite struct HeaderTests {
  @Test func `a header is canonical and reads back`() throws {
    let header = Header(kid: "k", type: "t", facts: SigningFacts(juror: "j", capacity: "c", at: "a"))
    #expect(
      String(decoding: header.bytes, as: UTF8.self)
        == #"{"alg":"EdDSA","at":"a","capacity":"c","juror":"j","kid":"k","typ":"t"}"#)
    #expect(try Header(parsing: header.bytes) == header)
  }

  @Test(arguments: [
    (#""alg":"none""#, "algorithm-refused"), (#""alg":"None""#, "algorithm-refused"),
    (#""alg":"HS256""#, "algorithm-refused"), (#""alg":"ES256""#, "algorithm-refused"),
    (#""alg":"Ed448""#, "algorithm-refused"), (#""alg":"eddsa""#, "algorithm-refused"),
    (#""alg":"""#, "algorithm-refused"), (#""alg":null"#, "wrong-member"), (#""alg":["EdDSA"]"#, "wrong-member"),
    (#""jwk":{}"#, "embedded-key"), (#""jku":"https://x""#, "embedded-key"), (#""x5u":"https://x""#, "embedded-key"),
    (#""x5c":[]"#, "embedded-key"), (#""x5t":"x""#, "embedded-key"), (#""x5t#S256":"x""#, "embedded-key"),
    (#""crit":[]"#, "critical-extension"), (#""crit":["b64"]"#, "critical-extension"),
    (#""b64":false"#, "unencoded-payload"), (#""cty":"x""#, "unknown-member"), (#""exp":1"#, "unknown-member"),
    (#""kid":"""#, "wrong-member"), (#""kid":1"#, "wrong-member"), (#""typ":"""#, "wrong-member"),
    (#""juror":"""#, "wrong-member"), (#""at":0"#, "wrong-member"), (#""capacity":"""#, "wrong-member"),
  ])
  func `a header with one member too many or wrong is refused by name`(member: String, fault: String) throws {
    let change = try JSON.parse(Array("{\(member)}".utf8))
    let text = try Forgery.header().changing(change).bytes
    #expect(faultName { () throws(SealFault) in _ = try Header(parsing: text) } == fault)
  }

  @Test(arguments: ["alg", "at", "capacity", "juror", "kid", "typ"])
  func `a header without one of its members is refused`(name: String) throws {
    let text = try Forgery.header().without(name).bytes
    #expect(throws: SealFault.missingMember(.header, name)) { try Header(parsing: text) }
  }

  @Test(arguments: [
    (#"{"alg":"EdDSA","alg":"none"}"#, "duplicate-member"), (#"{"alg": "EdDSA"}"#, "not-canonical"),
    (#"{"typ":"t","alg":"EdDSA"}"#, "not-canonical"), ("[]", "not-an-object"), ("", "not-json"),
    (#"{"alg":"\u0045dDSA"}"#, "not-canonical"),
  ])
  func `a header is a canonical object`(text: String, fault: String) {
    #expect(faultName { () throws(SealFault) in _ = try Header(parsing: Array(text.utf8)) } == fault)
  }
}
