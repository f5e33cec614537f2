import JSON
import Testing

@testable import Seal

/// A juror of the tests, who signs always in the same way.
struct TestJuror {
  let key: PrivateKey
  var facts: SigningFacts

  var expected: ExpectedSigner { ExpectedSigner(juror: facts.juror, key: key.publicKey) }

  func sign(_ envelope: Envelope) throws(SealFault) -> Envelope {
    try envelope.signing(with: key, as: facts, type: Jurors.type)
  }
}

enum Jurors {
  static let type = "jury-grid+json"

  static func three() throws -> [TestJuror] {
    try zip(["amina", "bruno", "chloé"], 1...).map { name, seed in
      TestJuror(
        key: try PrivateKey(seed: Array(repeating: seed, count: 32)),
        facts: SigningFacts(juror: name, capacity: "Jury", at: "2026-12-01T10:4\(seed):00.000+01:00"))
    }
  }
}

/// Files that ``Envelope`` would not write.
enum Forgery {
  /// The first juror's header.
  static func header() throws -> JSON {
    let juror = try Jurors.three()[0]
    return try JSON.parse(Header(kid: juror.expected.kid, type: Jurors.type, facts: juror.facts).bytes)
  }

  /// `{}` under any header, honestly signed.
  static func envelope(header: [UInt8], key: PrivateKey) throws -> Envelope {
    let unsigned = try Envelope(payload: Array("{}".utf8))
    let signature = try key.signature(of: unsigned.signingInput(header))
    return try Envelope(
      payload: unsigned.payload, entries: [Envelope.Signature(protected: header, bytes: signature)])
  }
}

extension Envelope {
  /// Any entries, by way of a file's text.
  init(payload: [UInt8], entries: [Signature]) throws(SealFault) {
    let file = JSON.object([
      "payload": .string(Base64URL.encode(payload)),
      "signatures": .array(
        entries.map {
          .object([
            "protected": .string(Base64URL.encode($0.protected)), "signature": .string(Base64URL.encode($0.bytes)),
          ])
        }),
    ])
    try self.init(parsing: file.bytes)
  }

  private func entries(_ entries: [Signature]) -> Envelope { holding(entries, refusals: refusals) }

  /// The same with these refusals, in place of its own.
  func refused(_ refusals: [Refusal]) -> Envelope { holding(signatures, refusals: refusals) }

  /// A header put in the place of another, the signature kept.
  func changingHeader(_ place: Int, _ header: [UInt8]) -> Envelope {
    var changed = signatures
    changed[place] = Signature(protected: header, bytes: changed[place].bytes)
    return entries(changed)
  }

  /// The signatures at these places only, in this order.
  func keeping(_ places: [Int]) -> Envelope { entries(places.map { signatures[$0] }) }

  /// This one's signatures, then the other's.
  func adding(_ other: Envelope) -> Envelope { entries(signatures + other.signatures) }

  func changingSignature(_ place: Int, _ change: ([UInt8]) -> [UInt8]) -> Envelope {
    var changed = signatures
    changed[place] = Signature(protected: changed[place].protected, bytes: change(changed[place].bytes))
    return entries(changed)
  }

  func exchangingSignatures(_ a: Int, _ b: Int) -> Envelope {
    let first = signatures[a].bytes
    let second = signatures[b].bytes
    return changingSignature(a) { _ in second }.changingSignature(b) { _ in first }
  }
}

extension JSON {
  func without(_ name: String) -> JSON { .members((members ?? []).filter { $0.key != name }) }

  /// This object, the other's members put over its own.
  func changing(_ other: JSON) -> JSON {
    let changes = other.members ?? []
    let kept = (members ?? []).filter { member in !changes.contains { $0.key == member.key } }
    return .members((kept + changes).sorted { $0.key < $1.key })
  }
}
