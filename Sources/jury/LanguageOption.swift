import ArgumentParser
import Evaluation
import Glibc

extension Language {
  /// What the person asks for: `--lang`, wherever it stands on the command line, since messages about the command line
  /// come before it is understood; else English when the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set says so,
  /// French otherwise.
  static var preferred: Language {
    asked(by: CommandLine.arguments)
      ?? asked(by: ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty })
  }

  static func asked(by arguments: [String]) -> Language? {
    let words = arguments.prefix { $0 != "--" }
    if let joined = words.last(where: { $0.hasPrefix("--lang=") }) {
      return Language(rawValue: String(joined.dropFirst(7)))
    }
    guard let option = words.lastIndex(of: "--lang"), words.indices.contains(option + 1) else { return nil }
    return Language(rawValue: words[option + 1])
  }

  private static func asked(by locale: String?) -> Language { locale?.hasPrefix("en") == true ? .en : .fr }
}

extension Language: ExpressibleByArgument {}

/// `--lang`, for every command that says something.
struct LanguageOption: ParsableArguments {
  @Option(help: .told("Langue des messages : fr ou en.", "Language of messages: fr or en."))
  var lang: Language?

  var language: Language { lang ?? .preferred }
}

extension ArgumentHelp {
  /// A help text in the environment's language: options are not read yet when help is shown.
  static func told(_ fr: String, _ en: String, valueName: String? = nil) -> ArgumentHelp {
    ArgumentHelp(Phrase(fr, en)(.preferred), valueName: valueName)
  }
}

/// The value of an environment variable, nil when it is not set.
func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
