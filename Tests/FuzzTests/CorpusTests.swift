import Foundation
import Testing

/// What fuzzing found, and what it begins with, read again.
@Suite struct CorpusTests {
  private static let here = URL(filePath: #filePath).deletingLastPathComponent()
  private static let top = here.deletingLastPathComponent().deletingLastPathComponent()

  private static func read(_ file: URL, by target: FuzzTarget) throws {
    let bytes = Array(try Data(contentsOf: file))
    let start = processorSeconds()
    #expect(throws: Never.self, "\(file.path)") { try target.read(bytes) }
    #expect(processorSeconds() - start < patience, "\(file.path)")
  }

  /// Every file under a directory.
  private static func files(_ directory: URL) throws -> [URL] {
    let found = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
    return found.map { directory.appending(path: $0) }.filter { !$0.hasDirectoryPath && !isDirectory($0) }
  }

  private static func isDirectory(_ url: URL) -> Bool {
    (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true
  }

  @Test(arguments: FuzzTarget.allCases)
  func `what was kept breaks no law`(target: FuzzTarget) throws {
    let kept = try Self.files(Self.here.appending(path: "Corpus/\(target.rawValue)"))
    #expect(!kept.isEmpty)
    for file in kept { try Self.read(file, by: target) }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `no file of the samples breaks a law, whoever reads it`(target: FuzzTarget) throws {
    let samples = try ["sample-sessions", "themes"].flatMap { try Self.files(Self.top.appending(path: $0)) }
    #expect(samples.count > 50)
    for file in samples { try Self.read(file, by: target) }
  }

  @Test func `every folder of the corpus is some reader's`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.here.appending(path: "Corpus").path)
    #expect(Set(folders) == Set(FuzzTarget.allCases.map(\.rawValue)))
  }
}
