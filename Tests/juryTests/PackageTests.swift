import Evaluation
import Foundation
import JSON
import Testing

@testable import Seal
@testable import Store
@testable import jury

/// A complete session with its minutes signed, and a program that stands in for WeasyPrint.
struct PackedSession {
  let desk: ClosingDesk
  var program: Program { desk.sealed.program }
  var package: String { program.directory + "/paquet" }

  init(signed: Bool = true, fields: (String) -> String = { $0 }) throws {
    let sealed = try SealedSession()
    let plan = sealed.path + "/session.json"
    let text = try String(contentsOfFile: plan, encoding: .utf8)
    try fields(text).write(toFile: plan, atomically: false, encoding: .utf8)
    desk = try ClosingDesk(sealed)
    if signed { try desk.signAll() }
  }

  /// - Parameter printer: what stands in for WeasyPrint; its fourth argument is the page, its fifth the PDF.
  func make(_ arguments: String..., printer: String = "cp \"$4\" \"$5\"") throws -> Program.Outcome {
    let tool = program.directory + "/weasyprint"
    try "#!/bin/sh\n\(printer)\n".write(toFile: tool, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: tool)
    return try program.run(
      ["package", desk.sealed.path, "-o", package] + arguments,
      environment: ["PATH": "\(program.directory):/usr/bin:/bin"])
  }

  /// Names that end in the directory where the package was to be.
  func leftovers() throws -> [String] { try program.names("").filter { $0.contains("paquet") } }

  func change(_ name: String, _ change: (String) -> String) throws {
    try desk.sealed.change("\(package)/\(name)", change)
  }

  func put(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: "\(package)/\(name)"))
  }

  func bytes(_ name: String) throws -> [UInt8] { try SystemDisk().contents(of: "\(package)/\(name)", limit: 1 << 24) }

  /// Makes manifest and mail anew from the files that are there: all that somebody without a key can do.
  func listAnew() throws {
    var manifest = try PackageManifest(parsing: bytes(PackageManifest.name))
    let names = try program.names("paquet").filter {
      ![PackageManifest.name, PackageManifest.messageName].contains($0)
    }
    let contents = try Dictionary(uniqueKeysWithValues: names.map { ($0, try bytes($0)) })
    manifest.files = names.sorted().map { .init(name: $0, contents[$0] ?? []) }
    try put(PackageManifest.name, manifest.bytes)
    try put(PackageManifest.messageName, manifest.message(contents).bytes)
  }
}

@Test func `a package holds grids and minutes in both forms, a cover sheet, a manifest and a mail, and verifies`()
  throws
{
  let packed = try PackedSession()
  let run = try packed.make("--from", "m@example.org")
  #expect(run.status == 0 && run.output.hasPrefix("Package of 7 files in "))
  #expect(
    try packed.program.names("paquet") == [
      "bordereau.pdf", "grille-durand.json", "grille-durand.pdf", "manifest.json", "message.eml",
      "proces-verbal.json", "proces-verbal.pdf",
    ])
  #expect(try packed.program.mode("paquet") == "700" && packed.program.mode("paquet/message.eml") == "600")
  #expect(try packed.bytes("grille-durand.json") == packed.desk.sealed.sealed.envelope.bytes)
  let manifest = try JSON.parse(try packed.bytes("manifest.json"))
  #expect(manifest["to"]?["address"]?.string == "certification@simplon.co")
  #expect(manifest["files"]?.array?.count == 5)
  let mail = String(decoding: try packed.bytes("message.eml"), as: UTF8.self)
  #expect(mail.hasPrefix("From: m@example.org\r\nTo: =?UTF-8?B?"))
  #expect(mail.contains("\r\n <certification@simplon.co>\r\n") && mail.contains("\r\nX-Unsent: 1\r\n"))
  #expect(mail.ranges(of: "Content-Disposition: attachment").count == 6)
  #expect(try verifyFindings(packed.program, packed.package) == [])
}

@Test func `whatever is changed in a package is found by name`() throws {
  let packed = try PackedSession()
  #expect(try packed.make().status == 0)
  func findings() throws -> [String] { try verifyFindings(packed.program, packed.package).sorted() }
  let whole = packed.program.directory + "/whole"
  try FileManager.default.copyItem(atPath: packed.package, toPath: whole)
  func restore() throws {
    try FileManager.default.removeItem(atPath: packed.package)
    try FileManager.default.copyItem(atPath: whole, toPath: packed.package)
  }
  try packed.change("bordereau.pdf") { $0 + " " }
  #expect(try findings() == ["file-changed"])
  try restore()
  try packed.change("message.eml") { $0.replacing("X-Unsent: 1", with: "X-Unsent: 0") }
  #expect(try findings() == ["message-differs"])
  try restore()
  for name in ["proces-verbal.pdf", "message.eml", "proces-verbal.json", "grille-durand.json"] {
    try FileManager.default.removeItem(atPath: "\(packed.package)/\(name)")
    #expect(try findings().first == "file-missing")
    try restore()
  }
  try "x".write(toFile: packed.package + "/note.txt", atomically: false, encoding: .utf8)
  #expect(try findings() == ["file-unlisted"])
  try restore()
  // Another session's grid in the place of this one's: its own signatures are sound.
  let other = try SealedSession()
  try Data(other.sealed.envelope.bytes).write(to: URL(fileURLWithPath: packed.package + "/grille-durand.json"))
  #expect(try findings() == ["file-changed", "grid-differs", "key-differs", "key-differs"])
  try restore()
  try packed.change("manifest.json") { $0.replacing("jury-package/1", with: "jury-package/2") }
  #expect(try packed.program.run("verify", packed.package).status == 65)
}

@Test func `a package whose manifest and mail were made anew is held against what was signed`() throws {
  let packed = try PackedSession()
  #expect(try packed.make().status == 0)
  let whole = packed.program.directory + "/whole"
  try FileManager.default.copyItem(atPath: packed.package, toPath: whole)
  func findings(_ change: () throws -> Void) throws -> [String] {
    try change()
    try packed.listAnew()
    let findings = try verifyFindings(packed.program, packed.package)
    try FileManager.default.removeItem(atPath: packed.package)
    try FileManager.default.copyItem(atPath: whole, toPath: packed.package)
    return findings
  }
  func sealing(_ change: (inout Minutes) -> Void) throws {
    var minutes = try Sealed<Minutes>(parsing: packed.bytes("proces-verbal.json")).content
    change(&minutes)
    try packed.put("proces-verbal.json", Sealed(sealing: minutes).envelope.bytes)
  }
  let unsigned = Array(repeating: "signature-missing", count: 3)
  #expect(try findings {} == [])
  #expect(
    try findings { try FileManager.default.removeItem(atPath: packed.package + "/grille-durand.pdf") }
      == ["file-missing"])
  #expect(try findings { try packed.put("note.txt", [0x78]) } == ["file-unlisted"])
  #expect(try findings { try packed.put("proces-verbal.json", Array("{}".utf8)) } == ["unreadable"])
  #expect(try findings { try packed.put("grille-durand.json", Array("{}".utf8)) } == ["unreadable"])
  #expect(try findings { try sealing { $0.session = "autre" } } == unsigned + ["other-session"])
  #expect(try findings { try sealing { $0.isMock = true } } == unsigned + ["mock"])
}

@Test func `an incomplete session or a rehearsal has no package, and nothing is left`() throws {
  let unsealed = try PackedSession(signed: false)
  let run = try unsealed.make()
  #expect(run.status == 66 && run.errors.contains("the minutes are not sealed"))
  _ = try unsealed.desk.journal.seal()
  try unsealed.desk.sign("roux")
  #expect(try unsealed.make().errors.contains("the session is not complete: A BENALI, has no valid signature"))
  #expect(try unsealed.leftovers() == [])
  let mock = try PackedSession(signed: false) { $0.replacing("\"slots\":[]", with: "\"mock\":true,\"slots\":[]") }
  #expect(try mock.make().status == 65 && mock.leftovers() == [])
}

@Test func `a directory that is there is left alone, and so is everything when a step fails or is interrupted`() throws
{
  let packed = try PackedSession()
  try FileManager.default.createDirectory(atPath: packed.package, withIntermediateDirectories: false)
  #expect(try packed.make().status == 73)
  #expect(try packed.program.names("paquet") == [])
  try FileManager.default.removeItem(atPath: packed.package)
  #expect(try packed.make(printer: "exit 3").status == 70)
  #expect(try packed.leftovers() == [])
  // Ctrl-C while a page is printed.
  #expect(try packed.make(printer: "kill -INT $PPID; cp \"$4\" \"$5\"").status != 0)
  #expect(try packed.leftovers() == [])
  #expect(try packed.make().status == 0)
  #expect(try packed.make("--from", "no address").status == 64)
}
