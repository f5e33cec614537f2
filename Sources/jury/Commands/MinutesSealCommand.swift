import ArgumentParser
import Evaluation
import Glibc

/// `jury minutes seal`: freezes their bytes, once nothing is missing.
struct MinutesSealCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "seal",
      abstract: Phrase("Scelle le procès-verbal : ses octets sont figés.", "Seal the minutes: their bytes are frozen.")(
        .preferred))
  }

  @OptionGroup var options: MinutesOptions

  func run() throws {
    let sealed = try options.journal().seal()
    options.say("Procès-verbal scellé : \(sealed.digest)", "Minutes sealed: \(sealed.digest)")
    let signers = sealed.signers.map(\.juror).joined(separator: ", ")
    options.say("À signer par : \(signers)", "To be signed by: \(signers)")
  }
}

/// `jury minutes sign`: a juror's signature, or the manager's.
struct MinutesSignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sign",
      abstract: Phrase(
        "Signe le procès-verbal scellé : un juré, ou le responsable.",
        "Sign the sealed minutes: a juror, or the manager."
      )(.preferred))
  }

  @OptionGroup var options: MinutesOptions

  @Option(
    name: .customLong("as"),
    help: .told("Juré du plan, ou manager.", "A juror of the plan, or manager.", valueName: "signer"))
  var signer: String

  @Option(
    help: .told(
      "Fichier dont la première ligne est la phrase secrète ; - pour l'entrée standard.",
      "File whose first line is the passphrase; - for the standard input.", valueName: "file"))
  var passphraseFile: String?

  func run() throws {
    let journal = try options.journal()
    let keys = try KeyStore.serving(journal.session)
    let language = options.language.language
    let sealed = try journal.sign(as: signer) { (thumbprint) throws(Refusal) in
      let question = Phrase("Phrase secrète (invisible) : ", "Passphrase (hidden): ")(language)
      let passphrase = try ExistingPassphrase.read(file: passphraseFile, question)
      return try keys.privateKey(thumbprint: thumbprint, passphrase: passphrase)
    }
    let missing = sealed.verification.missing.map(\.juror).joined(separator: ", ")
    if missing.isEmpty {
      options.say("Signé de tous.", "Signed by all.")
    } else {
      options.say("Signé. Manquent encore : \(missing)", "Signed. Still missing: \(missing)")
    }
  }
}

/// `jury minutes reopen`: takes sealed minutes back before the last signature.
struct MinutesReopenCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "reopen",
      abstract: Phrase(
        "Rouvre le procès-verbal avant la dernière signature ; les autres sont annulées.",
        "Reopen the minutes before the last signature; the others are void.")(.preferred))
  }

  @OptionGroup var options: MinutesOptions

  @Option(help: .told("Pourquoi.", "Why.", valueName: "text"))
  var reason: String

  func run() throws {
    try options.journal().reopen(because: reason)
    options.say("Procès-verbal rouvert.", "Minutes reopened.")
  }
}
