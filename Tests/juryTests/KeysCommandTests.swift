import JSON
import Seal
import Testing

@Suite struct KeysCommandTests {
  private func new(_ program: Program, umask: String = "022", passphrase: String = "été à Sète") throws
    -> Program.Outcome
  {
    try program.run(
      "keys", "new", "--juror", "amina", "--name", "Amina BENALI", "--passphrase-file", "-", umask: umask,
      input: "\(passphrase)\r\nnot this line\n")
  }

  @Test(arguments: ["000", "077", "777"])
  func `keys are for their owner only, whatever the umask`(umask: String) throws {
    let program = try Program()
    #expect(try new(program, umask: umask).status == 0)
    let names = try program.names("jury/keys")
    #expect(names.count == 1)
    #expect(try program.mode("jury") == "700")
    #expect(try program.mode("jury/keys") == "700")
    #expect(try program.mode("jury/keys/\(try #require(names.first))") == "600")
  }

  @Test func `a new key is shown, listed, exported, and opens with its passphrase`() throws {
    let program = try Program()
    let made = try new(program)
    let jwk = try #require(made.output.split(separator: "\n").first { $0.hasPrefix("{") })
    let key = try PublicKey(parsingJWK: Array(jwk.utf8))
    #expect(made.output.contains("Thumbprint: \(key.thumbprint)\n"))
    #expect(try program.names("jury/keys") == ["\(key.thumbprint).json"])
    for id in ["amina", key.thumbprint] {
      #expect(try program.run("keys", "export", id).output == "\(jwk)\n")
    }
    let listed = try JSON.parse(Array(program.run("keys", "list", "--json").output.utf8)).array ?? []
    #expect(listed.map { $0["kid"]?.string } == [key.thumbprint])
    #expect(listed.map { $0["juror"]?.string } == ["amina"])
    #expect(listed.map { $0["name"]?.string } == ["Amina BENALI"])
    #expect(try program.run("keys", "list").output.hasPrefix("\(key.thumbprint)  amina  Amina BENALI  20"))
  }

  @Test func `a short, empty or missing passphrase makes no key`() throws {
    let program = try Program()
    for passphrase in ["", "1234567", "e\u{301}e\u{301}e\u{301}e\u{301}"] {
      let outcome = try new(program, passphrase: passphrase)
      #expect(outcome.status == 64)
      #expect(outcome.errors.contains("a setting of this program"))
    }
    let outcome = try program.run("keys", "new", "--juror", "amina", "--name", "Amina BENALI")
    #expect(outcome.status == 69)
    #expect(outcome.errors.hasPrefix("jury: no terminal to ask the passphrase on\n"))
    #expect(throws: (any Error).self) { try program.names("jury") }
  }

  @Test(arguments: [
    ("../amina", "A"), ("Amina", "A"), ("", "A"), ("amina", ""), ("amina", " "), ("amina", "A\u{1B}[2J"),
  ])
  func `an owner that cannot be named is refused`(juror: String, name: String) throws {
    let program = try Program()
    let outcome = try program.run(
      "keys", "new", "--juror", juror, "--name", name, "--passphrase-file", "-", input: "12345678\n")
    #expect(outcome.status == 64)
    #expect(throws: (any Error).self) { try program.names("jury") }
  }

  @Test func `an unknown or ambiguous owner is told apart`() throws {
    let program = try Program()
    #expect(try program.run("keys", "export", "amina").status == 66)
    #expect(try program.run("keys", "list").output == "No key: jury keys new makes one.\n")
    #expect(try new(program).status == 0)
    #expect(try new(program).status == 0)
    let outcome = try program.run("keys", "export", "amina")
    #expect(outcome.status == 64)
    for name in try program.names("jury/keys") { #expect(outcome.errors.contains(name.dropLast(5))) }
  }
}
