import JSON
import Testing

@testable import Seal

extension Verification {
  /// Each expected signer has exactly one valid signature, and there is nothing else.
  fileprivate var isComplete: Bool {
    missing.isEmpty && refusals.isEmpty && signatures.allSatisfy { $0.status.name == "valid" }
  }
}

@Suite struct VerificationTests {
  let jurors: [TestJuror]
  let envelope: Envelope

  init() throws {
    jurors = try Jurors.three()
    envelope = try jurors.reduce(Envelope(payload: Array(#"{"candidate":"lea"}"#.utf8))) { try $1.sign($0) }
  }

  private var expected: [ExpectedSigner] { jurors.map(\.expected) }

  private func names(_ envelope: Envelope, expected: [ExpectedSigner]? = nil) -> [String] {
    envelope.verify(expected: expected ?? self.expected, type: Jurors.type).signatures.map(\.status.name)
  }

  private func isComplete(_ envelope: Envelope) -> Bool {
    envelope.verify(expected: expected, type: Jurors.type).isComplete
  }

  @Test func `three expected signatures, and nothing else, are complete`() {
    let verification = envelope.verify(expected: expected, type: Jurors.type)
    #expect(verification.isComplete)
    #expect(verification.missing.isEmpty)
    #expect(verification.signatures.map(\.kid) == jurors.map(\.expected.kid))
    #expect(verification.signatures.map(\.status) == jurors.map { .valid($0.facts) })
  }

  @Test func `only the whole set of signatures is complete, in any order`() {
    for subset in 0..<8 {
      let kept = envelope.signatures.indices.filter { subset >> $0 & 1 == 1 }
      for order in [kept, kept.reversed()] {
        let verification = envelope.keeping(order).verify(expected: expected, type: Jurors.type)
        #expect(verification.isComplete == (subset == 7))
        #expect(verification.missing == expected.indices.filter { !kept.contains($0) }.map { expected[$0] })
        #expect(verification.signatures.allSatisfy { $0.status.name == "valid" })
      }
    }
  }

  @Test func `a doubled signature is named, and not complete`() throws {
    let doubled = envelope.keeping([0, 1, 2, 0])
    #expect(names(doubled) == ["valid", "valid", "valid", "doubled"])
    #expect(!isComplete(doubled))
    // Nor a second, different one by the same key.
    var again = jurors[0]
    again.facts = SigningFacts(juror: again.facts.juror, capacity: "Président", at: "later")
    let twice = try envelope.adding(again.sign(envelope.keeping([])))
    #expect(names(twice) == ["valid", "valid", "valid", "doubled"])
    #expect(!isComplete(twice))
  }

  @Test func `a stranger's signature is named, and not complete`() {
    let two = Array(expected.prefix(2))
    let verification = envelope.verify(expected: two, type: Jurors.type)
    #expect(verification.signatures.map(\.status.name) == ["valid", "valid", "foreign"])
    #expect(verification.missing.isEmpty)
    #expect(!verification.isComplete)
  }

  @Test func `signatures exchanged between headers are both bad`() {
    #expect(names(envelope.exchangingSignatures(0, 1)) == ["invalid", "invalid", "valid"])
    #expect(!isComplete(envelope.exchangingSignatures(0, 1)))
  }

  @Test func `a signature under another juror's header is named after who made it`() throws {
    func owner(_ envelope: Envelope, _ place: Int) -> String? {
      let status = envelope.verify(expected: expected, type: Jurors.type).signatures[place].status
      guard case .invalid(.swappedSignature(let owner)) = status else { return nil }
      return owner
    }
    let exchanged = envelope.exchangingSignatures(0, 1)
    #expect(owner(exchanged, 0) == jurors[1].facts.juror)
    #expect(owner(exchanged, 1) == jurors[0].facts.juror)
    // Their own header gone from the file: the other's is what they signed, or was theirs before it was changed.
    let other = jurors[1].facts
    let claim = Header(kid: expected[1].kid, type: Jurors.type, facts: jurors[0].facts).bytes
    #expect(owner(envelope.keeping([0]).changingHeader(0, claim), 0) == jurors[0].facts.juror)
    let renamed = SigningFacts(juror: other.juror, capacity: other.capacity, at: jurors[0].facts.at)
    let disguise = Header(kid: expected[1].kid, type: Jurors.type, facts: renamed).bytes
    #expect(owner(envelope.keeping([0]).changingHeader(0, disguise), 0) == jurors[0].facts.juror)
    let forged = try jurors[0].key.signature(of: envelope.signingInput(disguise))
    #expect(
      owner(envelope.holding([.init(protected: disguise, bytes: forged)], refusals: []), 0) == jurors[0].facts.juror)
    // Nobody's who is expected.
    #expect(owner(envelope.changingSignature(0) { _ in Array(repeating: 1, count: 64) }, 0) == nil)
  }

  @Test func `a refusal to sign is named for what it is, and nothing with one is complete`() {
    func refusal(_ juror: String) -> Envelope.Refusal { .init(juror: juror, reason: "désaccord", at: "10:42") }
    func statuses(_ envelope: Envelope) -> [String] {
      envelope.verify(expected: expected, type: Jurors.type).refusals.map(\.status.rawValue)
    }
    let two = envelope.keeping([0, 1])
    let refused = two.refused([refusal(jurors[2].facts.juror)])
    #expect(statuses(refused) == ["standing"])
    #expect(refused.verify(expected: expected, type: Jurors.type).missing == [expected[2]])
    let all = two.refused(["stranger", jurors[2].facts.juror, jurors[2].facts.juror, "amina"].map(refusal))
    #expect(statuses(all) == ["foreign", "standing", "doubled", "contradicted"])
    for kept in [refused, all, envelope.refused([refusal("stranger")]), envelope.refused([refusal("amina")])] {
      #expect(!isComplete(kept))
    }
    // A bad signature contradicts nothing.
    #expect(statuses(envelope.changingSignature(0) { $0.reversed() }.refused([refusal("amina")])) == ["standing"])
    #expect(isComplete(envelope))
  }

  @Test func `signatures of another payload are bad`() throws {
    let other = try Envelope(payload: Array(#"{"candidate":"leo"}"#.utf8)).adding(envelope)
    #expect(names(other) == ["invalid", "invalid", "invalid"])
    #expect(other.verify(expected: expected, type: Jurors.type).missing == expected)
  }

  @Test func `where nobody is expected every signature is a stranger's`() {
    #expect(names(envelope, expected: []) == ["foreign", "foreign", "foreign"])
  }

  @Test func `one key never counts for two expected signers`() throws {
    for other in [expected[0], ExpectedSigner(juror: "other", key: expected[0].key)] {
      for signatures in [[0], [0, 0]] {
        let verification = envelope.keeping(signatures).verify(expected: [expected[0], other], type: Jurors.type)
        #expect(verification.missing == [other])
        #expect(!verification.isComplete)
      }
    }
  }

  @Test func `a signature for another kind of document is not one for this`() {
    let verification = envelope.verify(expected: expected, type: "jury-minutes+json")
    #expect(
      verification.signatures.map(\.status)
        == Array(
          repeating: .invalid(.wrongType(found: Jurors.type, expected: "jury-minutes+json")), count: 3))
    #expect(verification.missing == expected)
  }

  @Test func `a juror who signs in another's name is found out`() throws {
    var impostor = jurors[0]
    impostor.facts = SigningFacts(juror: "bruno", capacity: "Jury", at: "now")
    let verification = try impostor.sign(envelope.keeping([])).verify(expected: expected, type: Jurors.type)
    #expect(verification.signatures.map(\.status) == [.invalid(.wrongJuror(found: "bruno", expected: "amina"))])
    #expect(verification.missing == expected)
  }

  /// Each header is well signed by the expected key, so that only the fault named can refuse it.
  @Test(arguments: [
    (#"{"alg":"none"}"#, "algorithm-refused"), (#"{"alg":"HS256"}"#, "algorithm-refused"),
    (#"{"jwk":{"kty":"OKP"}}"#, "embedded-key"), (#"{"crit":["exp"]}"#, "critical-extension"),
    (#"{"b64":false}"#, "unencoded-payload"), (#"{"typ":"jury-minutes+json"}"#, "wrong-type"),
    (#"{"juror":"bruno"}"#, "wrong-juror"), (#"{"nonce":"x"}"#, "unknown-member"),
  ])
  func `a signed header with a fault is invalid by name`(change: String, fault: String) throws {
    let header = try Forgery.header().changing(JSON.parse(Array(change.utf8))).bytes
    try expectInvalid(header, fault)
  }

  @Test func `a signed header that is not canonical is invalid`() throws {
    try expectInvalid([0x20] + Forgery.header().bytes, "not-canonical")
  }

  private func expectInvalid(_ header: [UInt8], _ fault: String) throws {
    let unsigned = try Envelope(payload: Array("{}".utf8))
    let forged = try Forgery.envelope(header: header, key: jurors[0].key)
    let verification = forged.verify(expected: [jurors[0].expected], type: Jurors.type)
    let status = try #require(verification.signatures.first?.status)
    guard case .invalid(let found) = status else {
      Issue.record("\(status)")
      return
    }
    #expect(found.name == fault)
    #expect(forged.payload == unsigned.payload)
    #expect(verification.missing == [jurors[0].expected])
    #expect(!verification.isComplete)
  }

  @Test func `a signature of the wrong length is bad`() throws {
    let short = envelope.changingSignature(1) { $0.dropLast() }
    let long = envelope.changingSignature(1) { $0 + [0] }
    for changed in [short, long, envelope.changingSignature(1) { _ in [] }] {
      #expect(names(changed) == ["valid", "invalid", "valid"])
    }
  }

  @Test func `no single bit of a signed file can change and leave it complete`() throws {
    let signer = jurors[0]
    var bytes = try signer.sign(Envelope(payload: Array(#"{"a":1}"#.utf8))).bytes
    #expect(try Envelope(parsing: bytes).verify(expected: [signer.expected], type: Jurors.type).isComplete)
    for index in bytes.indices {
      for bit in 0..<8 {
        bytes[index] ^= 1 << UInt8(bit)
        defer { bytes[index] ^= 1 << UInt8(bit) }
        guard let changed = try? Envelope(parsing: bytes) else { continue }
        let verification = changed.verify(expected: [signer.expected], type: Jurors.type)
        #expect(!verification.isComplete, "byte \(index), bit \(bit)")
      }
    }
  }

  @Test func `a crowd of signatures, made up to keep a machine busy, is refused in no time`() throws {
    let crowd = (0..<300).reduce(envelope.keeping(Array(repeating: 0, count: 300))) { crowd, place in
      crowd.changingSignature(place) { [$0[0] ^ 1] + $0.dropFirst() }
    }
    let clock = ContinuousClock()
    var statuses: [String] = []
    let time = clock.measure {
      statuses = crowd.verify(expected: Array(repeating: expected, count: 100).flatMap(\.self), type: Jurors.type)
        .signatures.map(\.status.name)
    }
    #expect(statuses == Array(repeating: "invalid", count: 300))
    #expect(time < .seconds(5))
  }
}
