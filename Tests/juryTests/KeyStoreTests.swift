import Evaluation
import Foundation
import Testing

@testable import Seal
@testable import jury

@Suite struct KeyStoreTests {
  private let program: Program
  private let store: KeyStore
  private let key: PrivateKey
  private let file: KeyFile

  init() throws {
    program = try Program()
    store = KeyStore(directory: program.directory + "/deep/keys")
    key = try PrivateKey()
    file = try KeyFile(
      sealing: key, juror: "amina", name: "Amina BENALI", created: "2026-12-01T09:12:33.412+01:00",
      passphrase: Passphrase("12345678"), cost: .least)
  }

  private func refusal(_ work: () throws(Refusal) -> Void) -> Refusal? {
    do throws(Refusal) {
      try work()
      return nil
    } catch {
      return error
    }
  }

  @Test func `a key added is a key that opens`() throws {
    try store.add(file)
    #expect(store.holds(key.publicKey.thumbprint))
    #expect(try store.contents().keys == [file])
    let opened = try store.privateKey(thumbprint: key.publicKey.thumbprint, passphrase: "12345678")
    #expect(opened.publicKey == key.publicKey)
    let wrong = refusal { () throws(Refusal) in
      _ = try store.privateKey(thumbprint: key.publicKey.thumbprint, passphrase: "12345679")
    }
    #expect(wrong?.code == .noPermission)
  }

  @Test func `a key is never overwritten`() throws {
    try store.add(file)
    let twin = try KeyFile(
      sealing: key, juror: "amina", name: "Other", created: "later", passphrase: Passphrase("abcdefgh"), cost: .least)
    #expect(refusal { () throws(Refusal) in try store.add(twin) } != nil)
    #expect(try store.contents().keys == [file])
    #expect(try program.names("deep/keys") == ["\(key.publicKey.thumbprint).json"])
  }

  @Test(arguments: ["", "../../etc/passwd", "x", "AAAA", "/dev/zero"])
  func `a thumbprint that is none never becomes a path`(thumbprint: String) {
    #expect(!store.holds(thumbprint))
    let told = refusal { () throws(Refusal) in
      _ = try store.privateKey(thumbprint: thumbprint, passphrase: "12345678")
    }
    #expect(told?.code == .noInput)
  }

  @Test func `a key under another's name is refused, and hides no other`() throws {
    try store.add(file)
    let other = try PrivateKey().publicKey.thumbprint
    let path = store.path(of: other)
    #expect(FileManager.default.createFile(atPath: path, contents: Data(file.bytes)))
    let (keys, refused) = try store.contents()
    #expect(keys == [file])
    #expect(refused.map(\.place) == [path])
    #expect(refused.map(\.code) == [.badData])
  }
}
