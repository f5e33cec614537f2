import ArgumentParser
import Evaluation
import Glibc

extension Language {
  /// What the environment asks for: English when the first of `LC_ALL`, `LC_MESSAGES`, `LANG` that is set says so,
  /// French otherwise.
  static var preferred: Language {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
    return asked?.hasPrefix("en") == true ? .en : .fr
  }
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
