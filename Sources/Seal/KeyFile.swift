/// A private key at rest: readable facts about its owner, and the key under a passphrase.
///
/// Its law: a canonical JSON text; the encryption authenticates every other member, so that none can be changed
/// without the passphrase; a cost outside the allowed range is refused before any work.
public struct KeyFile: Equatable, Sendable {
  public let facts: Facts
  let box: SealedBox

  /// What the file says in clear.
  public struct Facts: Equatable, Sendable {
    /// The juror's id, as the plan has it.
    public let juror: String
    public let name: String
    /// RFC 3339, given by the caller.
    public let created: String
    public let publicKey: PublicKey
    public let cost: Cost
    let salt: [UInt8]
  }

  init(facts: Facts, box: SealedBox) {
    self.facts = facts
    self.box = box
  }

  /// A file for `key`, encrypted under `passphrase` with a new salt and nonce.
  public init(
    sealing key: PrivateKey, juror: String, name: String, created: String, passphrase: Passphrase,
    cost: Cost = .standard
  ) throws(SealFault) {
    let facts = Facts(
      juror: juror, name: name, created: created, publicKey: key.publicKey, cost: cost, salt: Cost.newSalt())
    let derived = try cost.derive(passphrase, salt: facts.salt)
    self.init(facts: facts, box: try SealedBox(key.seed, under: derived, binding: facts.bytes))
  }

  /// The private key, when the passphrase is right and the key is that of ``Facts/publicKey``.
  public func open(_ passphrase: Passphrase) throws(SealFault) -> PrivateKey {
    let derived = try facts.cost.derive(passphrase, salt: facts.salt)
    let key = try PrivateKey(seed: box.open(with: derived, binding: facts.bytes))
    guard key.publicKey == facts.publicKey else { throw .keyMismatch }
    return key
  }
}
