import Documents
import Evaluation

/// What a candidate takes home: the file that the program reads anywhere, and a report.
struct ReviewExport {
  let name: String
  let json: [UInt8]
  let page: String

  init(_ review: Review, _ progress: Progress?, _ language: Language) {
    name = review.candidate
    json = Array(review.json.readableText.utf8)
    page = HTML.render(ReviewDocument.document(review, progress: progress, language))
  }

  /// Makes the directory. Without WeasyPrint there is no PDF in it, and that is said (69).
  func make(_ directory: String) throws(Refusal) {
    try NewDirectory.refuseTaken(directory)
    var files = ["\(name).review.json": json, "\(name).html": Array(page.utf8)]
    let printer = PDFPrinter()
    if let printer { files["\(name).pdf"] = try printer.print(page) }
    try NewDirectory.make(directory, holding: files)
    print(files.keys.sorted().map { "\(directory)/\($0)" }.joined(separator: "\n"))
    guard printer == nil else { return }
    throw Refusal(
      Phrase("pas de PDF sans WeasyPrint ; le reste est écrit", "no PDF without WeasyPrint; the rest is written"),
      hint: Phrase("apt install weasyprint l'installe.", "apt install weasyprint installs it."), code: .unavailable)
  }
}
