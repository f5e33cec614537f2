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

  @OptionGroup var passphrase: PassphraseOption

  func run() throws {
    let session = try options.session()
    let keys = try KeyStore.serving(session)
    // Before the journal is taken: nobody else waits while a passphrase is typed.
    let thumbprint = try session.minutesToSign(by: signer, try session.day()).thumbprint
    let question = Phrase("Phrase secrète (invisible) : ", "Passphrase (hidden): ")(options.language.language)
    let key = try keys.privateKey(
      thumbprint: thumbprint, passphrase: try ExistingPassphrase.read(file: passphrase.file, question))
    let sealed = try options.journal().sign(as: signer) { (_: String) throws(Refusal) in key }
    let missing = sealed.verification.missing.map(\.juror).joined(separator: ", ")
    if missing.isEmpty {
      options.say("Signé de tous.", "Signed by all.")
    } else {
      options.say("Signé. Manquent encore : \(missing)", "Signed. Still missing: \(missing)")
    }
  }
}

/// `jury minutes refuse`: a signer refuses, and says why.
struct MinutesRefuseCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "refuse",
      abstract: Phrase(
        "Note qu'un juré refuse de signer le procès-verbal, avec son motif : il ne sera pas complet.",
        "Record that a juror refuses to sign the minutes, with the reason: they will not be complete.")(.preferred))
  }

  @OptionGroup var options: MinutesOptions

  @Option(
    name: .customLong("as"),
    help: .told("Juré du plan, ou manager.", "A juror of the plan, or manager.", valueName: "signer"))
  var signer: String

  @Option(help: .told("Pourquoi.", "Why.", valueName: "text"))
  var reason: String

  func run() throws {
    let refused = try options.journal().refuse(as: signer, because: reason)
    let name = refused.content.signers.first { $0.juror == signer }?.name ?? signer
    options.say(
      "Refus de \(name) noté : ce procès-verbal ne sera pas complet.",
      "\(name)'s refusal is recorded: these minutes will not be complete.")
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
