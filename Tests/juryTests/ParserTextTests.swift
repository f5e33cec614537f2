import Testing

@testable import jury

/// What the parser says when the program is run, so that another wording of it is noticed.
@Suite struct ParserTextTests {
  private static let french = ["LANG": "fr_FR.UTF-8", "COLUMNS": "80"]

  /// Each form of error that a command line can get, by the line that tells it.
  @Test(arguments: [
    ("--nope", "jury : option « --nope » inconnue"),
    ("show . -xy", "jury : option « -xy » inconnue"),
    ("open . --candidat x", "jury : option « --candidat » inconnue ; serait-ce « --candidate » ?"),
    ("show . ---x", "jury : option mal écrite : « ---x »"),
    ("open", "jury : il manque « <session> »"),
    ("agreement", "jury : il manque « <session> ... »"),
    ("grid .", "jury : il manque « --candidate <id> »"),
    ("open . --candidate", "jury : il manque la valeur de « --candidate <id> »"),
    ("grid . -o", "jury : il manque la valeur de « -o <file> »"),
    ("show . --json=1", "jury : l'option « --json » ne prend pas de valeur, « 1 » est de trop"),
    ("opne", "jury : argument inattendu : « opne »"),
    ("keys nope", "jury : argument inattendu : « nope »"),
    ("open a b c d", "jury : 3 arguments inattendus : « b », « c », « d »"),
    ("demo --lang de", "jury : « de » ne convient pas à « --lang <lang> »"),
    (
      "grid . --candidate x --format doc",
      "jury : « doc » ne convient pas à « --format <format> » ; il faut « text », « html », « pdf » ou « json »"
    ),
  ])
  func `a usage error is told in French`(line: String, reason: String) throws {
    let run = try Program().run(line.split(separator: " ").map(String.init), environment: Self.french)
    #expect(run.status == 64 && run.output == "")
    let told = run.errors.split(separator: "\n").map(String.init)
    #expect(told.first == reason)
    // The lines after it are hints; the last two are the usage and where there is more.
    #expect(told.dropFirst().allSatisfy { $0.hasPrefix("  → ") })
    #expect(told.dropLast().last?.hasPrefix("  → jury ") == true)
    #expect(told.last?.hasSuffix(" --help » en dit plus") == true)
  }

  @Test func `what is missing is explained, and the usage given`() throws {
    let run = try Program().run("open", environment: Self.french)
    #expect(
      run.errors == """
        jury : il manque « <session> »
          → <session>  Répertoire de la session.
          → jury open <session> [--candidate <id>] [--as <juror>] [--watch] [--theme <name|file>] [--lang <lang>]
          → « jury open --help » en dit plus

        """)
  }

  @Test func `an option glued to its value is told both ways`() throws {
    let run = try Program().run("grid", ".", "-ofile", environment: Self.french)
    #expect(
      run.errors.hasPrefix(
        """
        jury : option « -ofile » inconnue
          ou : il manque la valeur de « -o <file> » dans « -ofile »
          → jury grid <session>
        """))
  }

  @Test(arguments: [
    (["--generate-completion-script", "csh"], "jury : pas de complétion pour « csh »"),
    (["--generate-completion-script"], "jury : l'interpréteur de commandes n'est pas reconnu"),
  ])
  func `a shell without completion is told in French`(arguments: [String], reason: String) throws {
    let run = try Program().run(arguments, environment: Self.french)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix(reason + "\n  → --generate-completion-script=<shell> :\n    zsh bash fish\n  → jury "))
  }

  @Test func `--lang decides, wherever it stands`() throws {
    let program = try Program()
    #expect(try program.run("opne", "--lang", "fr").errors.hasPrefix("jury : argument inattendu : « opne »"))
    #expect(
      try program.run("opne", "--lang=en", environment: Self.french).errors.hasPrefix(
        "Error: Unexpected argument 'opne'"))
  }

  @Test func `a usage error repeats no control character`() throws {
    for environment in [Self.french, [:]] {
      let run = try Program().run("open", ".", "\u{1B}[2J", environment: environment)
      #expect(run.status == 64 && run.errors.contains("\u{FFFD}[2J") && !run.errors.contains("\u{1B}"))
    }
  }

  @Test func `help is in French too`() throws {
    let run = try Program().run("demo", "--help", environment: Self.french)
    #expect(run.status == 0 && run.errors == "")
    #expect(
      run.output == """
        Ouvre la console sur une session d'exemple, aux personnes inventées.

        Usage : jury demo [--directory <directory>] [--format <format>] [--day] [--seconds <seconds>] [--theme <name|file>] [--lang <lang>]

        Options :
          --directory <directory> Répertoire neuf ou vide où garder la démo ; sinon, un
                                  répertoire temporaire.
          --format <format>       Format de l'oral, ou la journée entière. (valeurs :
                                  title, block1, block2, block3, day ; sinon : title)
          --day                   Joue une journée de trois salles et douze candidats,
                                  du premier oral au paquet, sans console.
          --seconds <seconds>     Avec --day : secondes que dure la journée. (sinon :
                                  30)
          --theme <name|file>     Thème : dark, light, high-contrast, colour-blind,
                                  monochrome, ou un fichier .toml. (sinon : dark)
          --lang <lang>           Langue des messages : fr ou en.
          --version               Donne la version.
          -h, --help              Donne cette aide.


        """)
  }

  @Test(arguments: [
    "", "open", "show", "grid", "verify", "agreement", "keys", "keys new", "referential", "referential check",
  ])
  func `no English is left in a help text`(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let run = try Program().run(["help"] + words, environment: Self.french)
    #expect(run.status == 0 && run.output.contains("\nUsage : jury"))
    for english in ["OVERVIEW", "USAGE", "ARGUMENTS:", "OPTIONS:", "COMMANDS:", "Show", "See", "default", "values"] {
      #expect(!run.output.contains(english))
    }
  }

  @Test func `in English the parser speaks for itself`() throws {
    let run = try Program().run("keys", "--help", environment: ["COLUMNS": "80"])
    #expect(run.output.hasPrefix("OVERVIEW: The keys jurors sign with.\n\nUSAGE: jury keys <subcommand>\n"))
  }

  @Test func `a completion script and the version are the same in every language`() throws {
    let program = try Program()
    #expect(try program.run("--version", environment: Self.french).output == program.run("--version").output)
    let script = try program.run("--generate-completion-script", "bash", environment: Self.french)
    #expect(script.status == 0 && script.output.hasPrefix("#!/bin/bash\n"))
  }
}
