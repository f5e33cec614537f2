import ArgumentParser

/// Where a passphrase comes from that is not typed.
struct PassphraseOption: ParsableArguments {
  /// Nil: it is asked for on the terminal.
  @Option(
    name: .customLong("passphrase-file"),
    help: .told(
      "Fichier dont la première ligne est la phrase secrète ; - pour l'entrée standard.",
      "File whose first line is the passphrase; - for the standard input.", valueName: "file"))
  var file: String?
}
