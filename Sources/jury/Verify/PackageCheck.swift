import Evaluation
import Seal
import Store

/// Whether a package is whole: its manifest, its signed files, and that they belong together.
///
/// Its law: it reads nothing but the package; what its signers' keys are, the minutes alone say.
struct PackageCheck {
  private let directory: String
  private let names: [String]
  private let manifest: PackageManifest
  private var contents: [String: [UInt8]] = [:]

  /// Whether a directory is a package rather than a session.
  static func isPackage(_ directory: String) -> Bool {
    (try? SystemDisk().status(of: "\(directory)/\(PackageManifest.name)"))?.isFile == true
  }

  /// - Throws: what cannot be read.
  init(_ directory: String) throws(Refusal) {
    self.directory = directory
    do throws(DiskError) { names = try SystemDisk().names(in: directory) } catch {
      throw StoreFault(.cannotRead(error), path: directory).refusal
    }
    func read(_ name: String) throws(Refusal) -> [UInt8] {
      let limit = name == PackageManifest.messageName ? 1 << 30 : SessionDirectory.limit
      return try told { () throws(StoreFault) in
        try SystemDisk().contents(of: "\(directory)/\(name)", limit: limit)
      }
    }
    let text = try read(PackageManifest.name)
    do throws(Refusal) { manifest = try PackageManifest(parsing: text) } catch { throw error.inside(directory) }
    for name in manifest.files.map(\.name) + [PackageManifest.messageName] where names.contains(name) {
      contents[name] = try read(name)
    }
  }

  var report: VerifyReport {
    var report = VerifyReport()
    report.findings = files
    let name = "\(PackageManifest.minutesName).json"
    guard let bytes = contents[name] else { return report }
    let minutes: Sealed<Minutes>
    do throws(Refusal) { minutes = try Sealed(parsing: bytes) } catch {
      report.findings.append(Finding(.unreadable, name, error.reason))
      return report
    }
    report.minutes = .init(
      path: path(name), sealed: minutes, findings: MinutesCheck(sealed: minutes, setting: nil).findings,
      isCompared: false)
    report.findings += belonging(minutes.content)
    for row in minutes.content.rows {
      if row.grid == nil { report.absent.append("\(row.family.uppercased()) \(row.given)") }
      if let grid = grid(of: row, in: minutes.content) { report.grids.append(grid) }
    }
    return report
  }

  /// The files against the manifest, and the message against the files.
  private var files: [Finding] {
    var findings: [Finding] = []
    for file in manifest.files {
      guard let bytes = contents[file.name] else {
        findings.append(Finding(.fileMissing, file.name, Phrase("le fichier manque", "the file is missing")))
        continue
      }
      guard PackageManifest.File(name: file.name, bytes) != file else { continue }
      findings.append(
        Finding(
          .fileChanged, file.name,
          Phrase("ce n'est plus le fichier du manifeste", "it is no more the file of the manifest")))
    }
    let known = Set(manifest.files.map(\.name) + [PackageManifest.name, PackageManifest.messageName])
    for name in names where !known.contains(name) {
      findings.append(
        Finding(.fileUnlisted, name, Phrase("le manifeste n'en dit rien", "the manifest says nothing of it")))
    }
    guard let message = contents[PackageManifest.messageName] else {
      let name = PackageManifest.messageName
      return findings + [Finding(.fileMissing, name, Phrase("le fichier manque", "the file is missing"))]
    }
    // A file that changed makes another message: it is said already.
    if findings.isEmpty, message != manifest.message(contents).bytes {
      findings.append(
        Finding(
          .messageDiffers, PackageManifest.messageName,
          Phrase("le courriel ne porte pas ces fichiers", "the mail does not carry these files")))
    }
    return findings
  }

  /// What the minutes say that the package must hold, and for whom.
  private func belonging(_ minutes: Minutes) -> [Finding] {
    var findings: [Finding] = []
    if minutes.session != manifest.session {
      findings.append(
        Finding(
          .otherSession, minutes.session,
          Phrase("le procès-verbal est d'une autre session", "the minutes are another session's")))
    }
    if minutes.isMock {
      findings.append(
        Finding(.mock, minutes.session, Phrase("un oral blanc ne se transmet pas", "a mock oral is not sent")))
    }
    let grids = minutes.rows.filter { $0.grid != nil }.map { PackageManifest.gridName($0.candidate) }
    let expected = Set(
      ([PackageManifest.minutesName] + grids).flatMap { ["\($0).json", "\($0).pdf"] } + [PackageManifest.coverName])
    let listed = Set(manifest.files.map(\.name))
    findings += expected.subtracting(listed).sorted().map {
      Finding(.fileMissing, $0, Phrase("le manifeste n'en dit rien", "the manifest says nothing of it"))
    }
    findings += listed.subtracting(expected).sorted().map {
      Finding(.fileUnlisted, $0, Phrase("le procès-verbal n'en dit rien", "the minutes say nothing of it"))
    }
    return findings
  }

  private func grid(of row: Minutes.Row, in minutes: Minutes) -> VerifyReport.GridFile? {
    let name = "\(PackageManifest.gridName(row.candidate)).json"
    guard row.grid != nil, let bytes = contents[name] else { return nil }
    let sealed: SealedGrid
    do throws(Refusal) { sealed = try SealedGrid(parsing: bytes) } catch {
      return .init(
        path: path(name), candidate: row.candidate, sealed: nil,
        findings: [Finding(.unreadable, name, error.reason)], isCompared: false)
    }
    var findings = GridCheck(sealed: sealed, setting: nil).findings
    if sealed.digest != row.grid {
      findings.append(
        Finding(
          .gridDiffers, row.candidate,
          Phrase("ce n'est pas la grille du procès-verbal", "it is not the grid that the minutes name")))
    }
    for signer in sealed.grid.signers
    where !minutes.jury.contains(where: { $0.signer.juror == signer.juror && $0.signer.thumbprint == signer.thumbprint }
    ) {
      findings.append(
        Finding(
          .keyDiffers, signer.name,
          Phrase("sa clé n'est pas celle du procès-verbal", "their key is not the minutes'")))
    }
    return .init(path: path(name), candidate: row.candidate, sealed: sealed, findings: findings, isCompared: false)
  }

  private func path(_ name: String) -> String { "\(directory)/\(name)" }
}
