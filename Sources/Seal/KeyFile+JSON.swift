import JSON

extension KeyFile {
  static let format = "jury-key/1"
  static let derivation = "scrypt"
  static let cipher = "AES-256-GCM"

  /// The file's canonical text.
  public var bytes: [UInt8] {
    let cipher = JSON.object([
      "ciphertext": .string(Base64URL.encode(box.ciphertext)), "name": .string(Self.cipher),
      "nonce": .string(Base64URL.encode(box.nonce)),
    ])
    return facts.json(cipher: cipher).bytes
  }

  /// The file of a canonical text; nothing is decrypted.
  public init(parsing bytes: [UInt8]) throws(SealFault) {
    let file = try StrictObject(canonical: bytes, .keyFile)
    // Before the rest, so that a later format is called by its name.
    let format = try file.string("format")
    guard format.isExactly(Self.format) else { throw .formatRefused(format) }
    try file.allow(only: ["cipher", "created", "format", "juror", "kdf", "kid", "name", "public"])
    self.init(
      facts: try Facts(reading: file), box: try SealedBox(reading: StrictObject(file.member("cipher"), .keyFile)))
  }
}

extension KeyFile.Facts {
  /// Authenticated with the key: all of the file but `cipher`.
  var bytes: [UInt8] { json(cipher: nil).bytes }

  func json(cipher: JSON?) -> JSON {
    .object([
      "cipher": cipher, "created": .string(created), "format": .string(KeyFile.format), "juror": .string(juror),
      "kdf": .object([
        "N": .int(cost.rounds), "name": .string(KeyFile.derivation), "p": .int(Cost.parallelism),
        "r": .int(Cost.blockSize), "salt": .string(Base64URL.encode(salt)),
      ]),
      "kid": .string(publicKey.thumbprint), "name": .string(name), "public": publicKey.jwk,
    ])
  }

  fileprivate init(reading file: StrictObject) throws(SealFault) {
    let derivation = try StrictObject(file.member("kdf"), .keyFile)
    cost = try Cost(reading: derivation)
    salt = try derivation.bytes("salt")
    guard salt.count == Cost.saltLength else { throw .wrongMember(.keyFile, "salt") }
    publicKey = try PublicKey(jwk: file.member("public"))
    let kid = try file.string("kid")
    guard kid.isExactly(publicKey.thumbprint) else {
      throw .thumbprintMismatch(found: kid, expected: publicKey.thumbprint)
    }
    juror = try file.words("juror")
    name = try file.words("name")
    created = try file.words("created")
  }
}

extension Cost {
  fileprivate init(reading derivation: StrictObject) throws(SealFault) {
    try derivation.allow(only: ["N", "name", "p", "r", "salt"])
    try derivation.require("name", KeyFile.derivation)
    for (name, only) in ["r": Cost.blockSize, "p": Cost.parallelism] as KeyValuePairs {
      let found = try derivation.int(name)
      guard found == only else { throw .costRefused(name, found) }
    }
    try self.init(rounds: try derivation.int("N"))
  }
}

extension SealedBox {
  fileprivate init(reading cipher: StrictObject) throws(SealFault) {
    try cipher.allow(only: ["ciphertext", "name", "nonce"])
    try cipher.require("name", KeyFile.cipher)
    nonce = try cipher.bytes("nonce")
    guard nonce.count == Self.nonceLength else { throw .wrongMember(.keyFile, "nonce") }
    ciphertext = try cipher.bytes("ciphertext")
    guard ciphertext.count == 32 + Self.tagLength else { throw .wrongMember(.keyFile, "ciphertext") }
  }
}
