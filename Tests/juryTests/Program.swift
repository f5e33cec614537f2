import Foundation
import Testing

/// The program, run as people run it in a directory of its own, which goes with the value.
final class Program {
  let directory: String

  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  init() throws {
    directory = NSTemporaryDirectory() + "/jury-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// - Parameters:
  ///   - umask: octal, as the shell's command takes it.
  ///   - input: what the program reads, whole, on its standard input.
  ///   - environment: variables besides the usual ones, or instead of them.
  func run(
    _ arguments: String..., umask: String = "022", input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(arguments, umask: umask, input: input, environment: environment)
  }

  func run(
    _ arguments: [String], umask: String = "022", input: String = "", environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // setsid: no terminal, whoever runs the tests.
    process.arguments = ["-c", "umask \(umask); exec /usr/bin/setsid -w \"$0\" \"$@\"", try Self.path()] + arguments
    process.currentDirectoryURL = URL(fileURLWithPath: directory)
    process.environment = ["XDG_DATA_HOME": directory, "LANG": "en_GB.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(Self.counting) { $1 }.merging(environment) { $1 }
    // Files rather than pipes, which could fill up and wait for each other.
    let (inputFile, outputFile, errorFile) = (directory + "/in", directory + "/out", directory + "/err")
    try input.write(toFile: inputFile, atomically: false, encoding: .utf8)
    for file in [outputFile, errorFile] { try "".write(toFile: file, atomically: false, encoding: .utf8) }
    process.standardInput = FileHandle(forReadingAtPath: inputFile)
    process.standardOutput = FileHandle(forWritingAtPath: outputFile)
    process.standardError = FileHandle(forWritingAtPath: errorFile)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOfFile: outputFile, encoding: .utf8),
      errors: try String(contentsOfFile: errorFile, encoding: .utf8))
  }

  /// Permission bits of a path under ``directory``, in octal.
  func mode(_ path: String) throws -> String {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(path)")
    return String(try #require(attributes[.posixPermissions] as? NSNumber).intValue, radix: 8)
  }

  /// Names in a directory under ``directory``, sorted.
  func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(directory)/\(path)").sorted()
  }

  /// Where a program that counts the lines it runs is to write them, when it is one: `.ci/coverage`.
  static let counting = ProcessInfo.processInfo.environment.filter { $0.key == "LLVM_PROFILE_FILE" }

  /// Built beside the tests.
  static func path() throws -> String {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let path = URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("jury").path
    try #require(FileManager.default.isExecutableFile(atPath: path))
    return path
  }
}
