import Documents
import Evaluation
import Store

/// Whether a text, a page or a PDF is what signed bytes look like: made anew from them, and compared to the byte.
///
/// A PDF is printed anew by this machine's WeasyPrint: one that another version printed differs, and counts as another.
struct Rendering {
  let document: Document
  let format: DocumentFormat

  /// - Throws: not valid (1) when the file is another; what the file, or printing, refused.
  func check(_ path: String) throws(Refusal) {
    let found = try told { () throws(StoreFault) in
      try SystemDisk().contents(of: Session.absolute(path), limit: SessionDirectory.limit)
    }
    guard try found != bytes() else { return }
    throw Refusal(
      Phrase(
        "ce fichier n'est pas ce que donnent les octets signés", "this file is not what the signed bytes look like"),
      hint: Phrase(
        "Les octets signés font foi ; un PDF d'une autre version de WeasyPrint diffère aussi.",
        "The signed bytes count; a PDF that another version of WeasyPrint printed differs, too."), place: path,
      code: .notValid)
  }

  private func bytes() throws(Refusal) -> [UInt8] {
    switch format {
    case .html: return Array(HTML.render(document).utf8)
    case .text, .json: return Array(PlainText.render(document).utf8)
    case .pdf:
      guard let printer = PDFPrinter() else {
        throw Refusal(
          Phrase("un PDF ne se vérifie pas sans WeasyPrint", "no PDF is checked without WeasyPrint"),
          hint: Phrase("apt install weasyprint l'installe.", "apt install weasyprint installs it."), code: .unavailable)
      }
      return try printer.print(HTML.render(document))
    }
  }
}
