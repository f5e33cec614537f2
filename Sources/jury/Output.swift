import Evaluation
import Glibc
import Store

/// Where a command's document goes: a file, whole or not at all, or the standard output.
struct Output {
  /// Nil for the standard output.
  let path: String?

  func write(_ bytes: [UInt8]) throws(Refusal) { try write(bytes, to: path) }

  /// Prints a page as a PDF; without WeasyPrint the page itself is written, and said.
  ///
  /// - Parameter name: of the page, without its ending, where no file was named.
  func print(_ html: String, named name: String) throws(Refusal) {
    guard let printer = PDFPrinter() else {
      let page = pagePath(name)
      try write(Array(html.utf8), to: page)
      throw Refusal(
        Phrase(
          "pas de PDF sans WeasyPrint ; la page est dans \(page)", "no PDF without WeasyPrint; the page is in \(page)"),
        hint: Phrase(
          "apt install weasyprint l'installe ; un navigateur imprime la page aussi.",
          "apt install weasyprint installs it; a browser prints the page too."), code: .unavailable)
    }
    try write(try printer.print(html))
  }

  /// Refuses to write a PDF to a terminal, before any work is done.
  func refuseTerminal(example: Phrase) throws(Refusal) {
    guard path == nil, isatty(STDOUT_FILENO) == 1 else { return }
    throw Refusal(
      Phrase("un PDF ne s'affiche pas dans un terminal", "a PDF does not show in a terminal"),
      hint: Phrase("Donnez un fichier : -o \(example.fr).", "Give a file: -o \(example.en)."), code: .usage)
  }

  /// Beside the PDF that could not be made.
  private func pagePath(_ name: String) -> String {
    guard let path else { return "\(name).html" }
    return (path.hasSuffix(".pdf") ? String(path.dropLast(4)) : path) + ".html"
  }

  private func write(_ bytes: [UInt8], to path: String?) throws(Refusal) {
    if let path { return try told { () throws(StoreFault) in try SystemDisk().replace(path, with: bytes) } }
    // What was printed before comes first.
    fflush(nil)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard written > 0 else {
        if written < 0, errno == EINTR { continue }
        throw Refusal(Phrase("écriture impossible", "cannot write"), place: "stdout", code: .ioError)
      }
      rest = rest.dropFirst(written)
    }
  }
}
