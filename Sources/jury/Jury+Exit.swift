import ArgumentParser
import Evaluation
import Glibc
import Screen

extension Jury {
  /// Ends the program as an error asks: a refusal with its reason and hint, or what the parser has to say (a usage error,
  /// help, the version), in the person's language.
  static func exit(telling error: any Error) -> Never {
    if let refusal = error as? Refusal {
      complain(refusal.text(.preferred))
      Glibc.exit(refusal.code.rawValue)
    }
    if let refusals = error as? Refusals {
      for refusal in refusals.all { complain(refusal.text(.preferred)) }
      Glibc.exit(refusals.code.rawValue)
    }
    let code = exitCode(for: error)
    let said = fullMessage(for: error)
    let isFrench = Language.preferred == .fr
    if code.isSuccess {
      // What else comes with success is for machines: completion scripts, the version.
      print(isFrench && said.hasPrefix(ParserText.helpStart) ? ParserText.french(help: said) : said)
    } else if !said.isEmpty {
      // It repeats what stands on the command line.
      complain(SafeText.paragraph(isFrench ? ParserText.french(error: said) : said) + "\n")
    }
    Glibc.exit(code.rawValue)
  }

  private static func complain(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
