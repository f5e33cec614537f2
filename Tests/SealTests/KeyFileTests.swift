import JSON
import Testing

@testable import Seal

@Suite struct KeyFileTests {
  /// RFC 8037's key under "été à Sète", made with Python's hashlib and cryptography.
  static let known =
    #"{"cipher":{"ciphertext":"3c9uuG1GtyaHclWtkdQqpF0E-7U6DUiXndnNSiv9gSdWRrMQfv0RCHyFG9KHEPCk","name":"AES-256-GCM","nonce":"ZGVmZ2hpamtsbW5v"},"created":"2026-12-01T09:12:33.412+01:00","format":"jury-key/1","juror":"amina","kdf":{"N":16384,"name":"scrypt","p":1,"r":8,"salt":"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"},"kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","name":"Amina BENALI","public":{"crv":"Ed25519","kid":"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}}"#

  @Test func `a file made elsewhere opens, and is written back byte for byte`() throws {
    let file = try KeyFile(parsing: Array(Self.known.utf8))
    #expect(String(decoding: file.bytes, as: UTF8.self) == Self.known)
    #expect(file.facts.juror == "amina")
    #expect(file.facts.name == "Amina BENALI")
    #expect(file.facts.created == "2026-12-01T09:12:33.412+01:00")
    #expect(try file.open(Passphrase("été à Sète")).seed == RFC8037.privateKey().seed)
  }

  @Test func `a new key comes back from its file, under another salt and nonce each time`() throws {
    let key = try PrivateKey()
    let files = try (0..<2).map { _ in
      try KeyFile(
        sealing: key, juror: "léo", name: "Léo \"Q\" PETIT", created: "now", passphrase: Passphrase("12345678"),
        cost: .least)
    }
    #expect(files[0].facts.salt != files[1].facts.salt)
    #expect(files[0].box.nonce != files[1].box.nonce)
    for file in files {
      let read = try KeyFile(parsing: file.bytes)
      #expect(read == file)
      #expect(try read.open(Passphrase("12345678")).seed == key.seed)
    }
  }

  @Test func `what is shipped costs 2^17`() {
    #expect(Cost.standard.rounds == 131_072)
  }

  @Test(arguments: ["été à sète", "été à Sète ", "x"])
  func `a wrong passphrase is told apart`(passphrase: String) throws {
    let file = try KeyFile(parsing: Array(Self.known.utf8))
    #expect(faultName { () throws(SealFault) in _ = try file.open(Passphrase(passphrase)) } == "wrong-passphrase")
  }

  @Test func `an empty passphrase neither opens nor seals`() throws {
    let file = try KeyFile(parsing: Array(Self.known.utf8))
    let key = try RFC8037.privateKey()
    #expect(faultName { () throws(SealFault) in _ = try file.open(Passphrase("")) } == "empty-passphrase")
    #expect(
      faultName { () throws(SealFault) in
        _ = try KeyFile(sealing: key, juror: "a", name: "A", created: "now", passphrase: Passphrase(""), cost: .least)
      } == "empty-passphrase")
  }

  /// Each member is authenticated: a file still well formed, with one fact changed, does not open.
  @Test(arguments: [
    ("amina", "aminb"), ("Amina BENALI", "Amina BENALO"), (":12:33.412", ":12:34.412"), ("\"N\":16384", "\"N\":32768"),
    ("AAECAw", "AAECBw"), ("ZGVmZ2", "ZGVmZ3"), ("3c9uuG", "3c9uuH"),
  ])
  func `a changed fact is found out`(fact: String, lie: String) throws {
    let file = try KeyFile(parsing: Array(Self.known.replacing(fact, with: lie).utf8))
    #expect(faultName { () throws(SealFault) in _ = try file.open(Passphrase("été à Sète")) } == "wrong-passphrase")
  }

  @Test func `a file whose private key is another's is refused`() throws {
    let file = try KeyFile(parsing: Array(Self.known.utf8))
    let derived = try file.facts.cost.derive(Passphrase("été à Sète"), salt: file.facts.salt)
    let box = try SealedBox(PrivateKey().seed, under: derived, binding: file.facts.bytes)
    let mixed = KeyFile(facts: file.facts, box: box)
    #expect(faultName { () throws(SealFault) in _ = try mixed.open(Passphrase("été à Sète")) } == "key-mismatch")
  }

  @Test(arguments: [
    ("\"N\":16384", "\"N\":8192", "cost-refused"),
    ("\"N\":16384", "\"N\":262144", "cost-refused"),
    ("\"N\":16384", "\"N\":9007199254740991", "cost-refused"),
    ("\"N\":16384", "\"N\":16385", "cost-refused"),
    ("\"N\":16384", "\"N\":0", "cost-refused"),
    ("\"N\":16384", "\"N\":-16384", "cost-refused"),
    ("\"r\":8", "\"r\":1048576", "cost-refused"),
    ("\"p\":1", "\"p\":1073741823", "cost-refused"),
    ("\"p\":1,", "", "missing-member"),
    ("\"p\":1", "\"p\":\"1\"", "wrong-member"),
    ("scrypt", "argon2id", "wrong-member"),
    ("AES-256-GCM", "AES-256-CBC", "wrong-member"),
    ("jury-key/1", "jury-key/2", "format-refused"),
    ("AAEC", "", "wrong-member"),
    ("tsbW5v", "tsbW5", "not-base64url"),
    ("tsbW5v", "ts", "wrong-member"),
    ("3c9uuG", "3c9u", "not-base64url"),
    ("3c9uuG1G", "", "wrong-member"),
    ("\"juror\":\"amina\"", "\"juror\":\"\"", "wrong-member"),
    ("\"juror\":\"amina\",", "", "missing-member"),
    ("\"juror\":\"amina\"", "\"juror\":\"amina\",\"juror\":\"amina\"", "duplicate-member"),
    (
      "\"kid\":\"kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k\",\"name\"", "\"kid\":\"k\",\"name\"",
      "thumbprint-mismatch"
    ),
    ("\"name\":\"Amina", "\"motto\":\"\",\"name\":\"Amina", "unknown-member"),
    ("\"p\":1", "\"p\":1,\"pepper\":1", "unknown-member"),
    ("\"name\":\"AES", "\"mac\":1,\"name\":\"AES", "unknown-member"),
    ("\"crv\"", "\"d\":\"AA\",\"crv\"", "not-canonical"),
    ("{\"cipher\"", " {\"cipher\"", "not-canonical"),
    ("{\"cipher\"", "[\"cipher\"", "not-json"),
  ])
  func `a file with one fault is refused by name, before any work`(part: String, fault: String, name: String) throws {
    let text = Self.known.replacing(part, with: fault)
    try #require(text != Self.known)
    #expect(faultName { () throws(SealFault) in _ = try KeyFile(parsing: Array(text.utf8)) } == name)
  }
}
