import Foundation
import Testing

@testable import jury

@Suite struct HiddenArgumentsTests {
  @Test func `whoever lists processes sees which command runs, and no name that it was given`() throws {
    let program = try Program()
    let pipe = program.directory + "/pipe"
    #expect(mkfifo(pipe, 0o600) == 0)
    // It waits for its passphrase.
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try Program.path())
    process.arguments = ["keys", "new", "--juror", "zoe", "--name", "Zoé SECRET", "--passphrase-file", pipe]
    process.environment = ["XDG_DATA_HOME": program.directory, "LANG": "en_GB.UTF-8"]
    process.standardError = FileHandle.nullDevice
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let listing = "/proc/\(process.processIdentifier)/cmdline"
    var seen = ""
    let began = ContinuousClock.now
    repeat {
      seen = String(decoding: try Data(contentsOf: URL(fileURLWithPath: listing)), as: UTF8.self)
      // While the system starts the program, there is nothing to read.
    } while (seen.isEmpty || seen.contains("SECRET")) && ContinuousClock.now - began < .seconds(20)
    try "une phrase bien longue\n".write(toFile: pipe, atomically: false, encoding: .utf8)
    process.waitUntilExit()
    #expect(seen.split(separator: "\0").dropFirst() == ["keys"])
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(process.terminationStatus == 0 && said.contains("Zoé SECRET (zoe)"))
  }
}
