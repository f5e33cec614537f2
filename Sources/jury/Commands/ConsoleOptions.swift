import ArgumentParser
import Evaluation

/// What every command that opens the console takes.
struct ConsoleOptions: ParsableArguments {
  @Option(
    help: .told(
      "Thème : dark, light, high-contrast, colour-blind, monochrome, ou un fichier .toml.",
      "Theme: dark, light, high-contrast, colour-blind, monochrome, or a .toml file.", valueName: "name|file"))
  var theme: String = BuiltInTheme.dark.rawValue

  @OptionGroup var options: LanguageOption

  var look: ConsoleLook { ConsoleLook(theme: theme, language: options.language) }
}
