import ArgumentParser
import Evaluation
import Store

/// `jury verify`: whether a grid, or a whole session's, is complete and intact.
struct VerifyCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "verify",
      abstract: Phrase(
        "Vérifie une grille, un procès-verbal, un paquet, ou tout ce qu'une session a scellé.",
        "Verify a grid, minutes, a package, or all that a session has sealed.")(.preferred),
      discussion: Phrase(
        "Code 0 : complet et intact. 1 : vérifié, et non valide. 65 : illisible. 66 : introuvable.",
        "Exit 0: complete and intact. 1: verified, and not valid. 65: unreadable. 66: not there.")(.preferred))
  }

  @Argument(
    help: .told(
      "Grille, procès-verbal, paquet, ou répertoire de session.",
      "A grid, minutes, a package, or a session's directory.",
      valueName: "path"))
  var path: String

  @Option(
    help: .told(
      "Session purgée d'où vient la grille : ses empreintes la vérifient encore.",
      "Purged session that the grid is from: its digests verify it still.", valueName: "directory"))
  var purged: String?

  @Flag(help: .told("En JSON, pour les scripts.", "As JSON, for scripts."))
  var json = false

  // One code in 64 begins with a hyphen.
  @Option(
    parsing: .unconditional,
    help: .told(
      "Code imprimé sur la grille ou le procès-verbal : un fichier doit le porter.",
      "The code printed on the grid or the minutes: a file must bear it.", valueName: "code"))
  var code: String?

  @OptionGroup var options: LanguageOption

  func run() throws {
    var report = try report()
    if let code { report.expect(code: code, seals: (try? Session(path: path).sealFacts) ?? []) }
    if json {
      print(json: report.json(options.language).text)
    } else {
      print(report.text(options.language), terminator: "")
    }
    if let code = report.exitCode { throw ArgumentParser.ExitCode(code.rawValue) }
  }

  private func report() throws -> VerifyReport {
    let disk = SystemDisk()
    let absolute = Session.absolute(path)
    if let status = try? disk.status(of: absolute), status.isDirectory {
      try refusePurged()
      let directory = SessionDirectory(absolute)
      if case .purged(let purge) = try PurgeStanding(of: directory) {
        var report = VerifyReport()
        report.purge = purge.statement
        report.findings = try PurgeCheck(purge, in: directory).findings
        return report
      }
      if PackageCheck.isPackage(absolute) { return try PackageCheck(absolute).report }
      return try Session(directory).verified()
    }
    let bytes: [UInt8]
    do throws(StoreFault) {
      bytes = try disk.contents(of: absolute, limit: SessionDirectory.limit)
    } catch {
      throw error.refusal
    }
    guard Minutes.isHeld(in: bytes) else { return VerifyReport(grids: [try verified(bytes, at: absolute)]) }
    try refusePurged()
    return VerifyReport(minutes: try verifiedMinutes(bytes, at: absolute))
  }

  /// Only a grid is held against a session that was purged.
  private func refusePurged() throws(Refusal) {
    guard purged != nil else { return }
    throw Refusal(
      Phrase("--purged ne vaut que pour le fichier d'une grille", "--purged is for a grid's file alone"), code: .usage)
  }

  /// The minutes' file: against its session when it lies in one, else by itself.
  private func verifiedMinutes(_ bytes: [UInt8], at absolute: String) throws(Refusal) -> VerifyReport.MinutesFile {
    let directory = SessionDirectory(parent(of: absolute))
    if (try? directory.disk.status(of: directory.plan))?.isFile == true {
      return try Session(directory).verified(minutes: bytes, path: path)
    }
    let sealed: Sealed<Minutes>
    do throws(Refusal) { sealed = try Sealed(parsing: bytes) } catch { throw error.inside(path) }
    return VerifyReport.MinutesFile(
      path: path, sealed: sealed, findings: MinutesCheck(sealed: sealed, setting: nil).findings, isCompared: false)
  }

  private func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// A grid's file: against the purged session that was named, or its own when it lies in one, else by itself.
  private func verified(_ bytes: [UInt8], at absolute: String) throws(Refusal) -> VerifyReport.GridFile {
    if let purged { return try verified(bytes, against: purged) }
    var steps = absolute.split(separator: "/", omittingEmptySubsequences: false)
    let name = steps.popLast() ?? ""
    let candidate = String(name.prefix { $0 != "." })
    if steps.popLast() == "grids" {
      let directory = SessionDirectory(steps.joined(separator: "/"))
      if (try? directory.disk.status(of: directory.plan))?.isFile == true {
        return try Session(directory).verified(bytes, path: path, candidate: candidate)
      }
    }
    let sealed = try grid(bytes)
    return VerifyReport.GridFile(
      path: path, candidate: sealed.grid.candidate, sealed: sealed,
      findings: GridCheck(sealed: sealed, setting: nil).findings, isCompared: false)
  }

  private func verified(_ bytes: [UInt8], against purged: String) throws(Refusal) -> VerifyReport.GridFile {
    let sealed = try grid(bytes)
    let directory = SessionDirectory(Session.absolute(purged))
    guard case .purged(let purge) = try PurgeStanding(of: directory) else {
      throw Refusal(Phrase("aucune session purgée ici", "no purged session here"), place: purged, code: .noInput)
    }
    let check = try PurgeCheck(purge, in: directory)
    return VerifyReport.GridFile(
      path: path, candidate: sealed.grid.candidate, sealed: sealed,
      findings: check.findings + check.findings(of: sealed), isCompared: true)
  }

  private func grid(_ bytes: [UInt8]) throws(Refusal) -> SealedGrid {
    do throws(Refusal) { return try SealedGrid(parsing: bytes) } catch { throw error.inside(path) }
  }
}
