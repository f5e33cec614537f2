import Documents
import Evaluation
import Seal
import Store

/// Makes a session's package: signed grids and minutes, as they are and as PDF, a cover sheet, a manifest, a message.
struct PackageBuilder {
  let session: Session
  let minutes: StoredMinutes
  let printer: PDFPrinter
  /// The sender's address, or nil.
  let from: String?
  let at: WallTime

  /// - Throws: why the session has no package: a rehearsal, or anything that `jury verify` finds; no WeasyPrint (69).
  init(_ session: Session, from: String?, at: WallTime) throws(Refusal) {
    guard !session.plan.isMock else {
      throw Refusal(
        Phrase("un oral blanc ne se transmet pas au certificateur", "a mock oral is not sent to the certifier"),
        place: "\(session.directory.plan): mock", code: .badData)
    }
    let report = try session.verified()
    guard let minutes = try StoredMinutes(in: session) else { throw StoredMinutes.missing }
    guard report.stands else {
      let first = report.allFindings.first.map {
        Phrase(" : \($0.subject), \($0.reason.fr)", ": \($0.subject), \($0.reason.en)")
      }
      throw Refusal(
        Phrase("la session n'est pas complète\(first?.fr ?? "")", "the session is not complete\(first?.en ?? "")"),
        hint: Phrase("jury verify SESSION dit tout ce qui manque.", "jury verify SESSION says all that is missing."),
        code: .badData)
    }
    guard let printer = PDFPrinter() else {
      throw Refusal(
        Phrase("pas de PDF sans WeasyPrint", "no PDF without WeasyPrint"),
        hint: Phrase("apt install weasyprint l'installe.", "apt install weasyprint installs it."), code: .unavailable)
    }
    (self.session, self.minutes, self.printer, self.from, self.at) = (session, minutes, printer, from, at)
  }

  /// How many files take time.
  var steps: Int { minutes.sealed.content.rows.count { $0.grid != nil } + 2 }

  /// Every file of the package by name.
  ///
  /// - Parameter work: told before each file that takes time.
  func files(_ work: inout LongWork) throws(Refusal) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    var pieces: [CoverDocument.Piece] = []
    func add(_ name: String, _ title: String, _ stored: [UInt8], _ document: Document) throws(Refusal) {
      try work.step("\(name).pdf")
      for (ending, bytes) in [("pdf", try printer.print(HTML.render(document))), ("json", stored)] {
        files["\(name).\(ending)"] = bytes
        pieces.append(
          .init(name: "\(name).\(ending)", title: title, digest: PackageManifest.hexadecimal(bytes)))
      }
    }
    let content = minutes.sealed.content
    try add(PackageManifest.minutesName, "Procès-verbal", minutes.bytes, minutes.document(session))
    for row in content.rows where row.grid != nil {
      let grid = try StoredGrid(of: try session.candidate(row.candidate), in: session)
      let title = "Grille de \(row.family.uppercased()) \(row.given)"
      try add(PackageManifest.gridName(row.candidate), title, grid.bytes, try grid.document(session))
    }
    try work.step(PackageManifest.coverName)
    let certification = session.referential.certification
    files[PackageManifest.coverName] = try printer.print(
      HTML.render(CoverDocument.document(minutes: content, to: certification, pieces: pieces, at: at)))
    let manifest = PackageManifest(
      session: session.plan.id, title: session.plan.title, toName: certification.committee,
      toAddress: certification.committeeAddress, from: from, at: at,
      files: files.sorted { $0.key < $1.key }.map { .init(name: $0.key, $0.value) })
    files[PackageManifest.messageName] = manifest.message(files).bytes
    files[PackageManifest.name] = manifest.bytes
    return files
  }
}
