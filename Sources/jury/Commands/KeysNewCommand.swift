import ArgumentParser
import Evaluation
import Screen
import Seal
import Store

/// `jury keys new`: makes a key, keeps it under a passphrase, shows what goes in the plan.
struct KeysNewCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "new",
      abstract: Phrase(
        "Crée la clé d'un juré, gardée sous une phrase secrète.", "Make a juror's key, kept under a passphrase.")(
          .preferred))
  }

  @Option(help: .told("Identifiant du juré dans session.json.", "The juror's id in session.json.", valueName: "id"))
  var juror: String

  @Option(help: .told("Nom du juré : \"Prénom NOM\".", "The juror's name: \"Given FAMILY\".", valueName: "name"))
  var name: String

  @OptionGroup var passphrase: PassphraseOption

  @OptionGroup var options: LanguageOption

  func run() throws {
    let language = options.language
    try refuseUnusableFacts()
    let store = try KeyStore.ofThisUser()
    let secret = try NewPassphrase.read(file: passphrase.file, language)
    let file = try newFile(secret)
    try store.add(file)
    let key = file.facts.publicKey
    print(Phrase("Clé créée pour \(name) (\(juror)).", "Key made for \(name) (\(juror)).")(language))
    print(Phrase("Empreinte : \(key.thumbprint)", "Thumbprint: \(key.thumbprint)")(language))
    let path = SafeText.line(store.path(of: key.thumbprint))
    print(Phrase("Fichier : \(path)", "File: \(path)")(language))
    print(Phrase("Dans session.json, pour ce juré, \"key\" :", "In session.json, for this juror, \"key\":")(language))
    print(json: key.jwk.text)
    print(
      Phrase(
        "Une phrase secrète oubliée ne se retrouve pas : il faudra une autre clé.",
        "A forgotten passphrase cannot be recovered: another key would be needed.")(language))
  }

  private func newFile(_ passphrase: Passphrase) throws(Refusal) -> KeyFile {
    let now = BootClock().now()
    let created = WallTime(unixMilliseconds: now.unixMilliseconds, offsetMinutes: now.offsetMinutes).text
    do throws(SealFault) {
      return try KeyFile(
        sealing: PrivateKey(), juror: juror, name: name, created: created, passphrase: passphrase)
    } catch {
      throw error.refusal
    }
  }

  private func refuseUnusableFacts() throws(Refusal) {
    guard SessionDirectory.isSafe(juror) else {
      throw Refusal(
        Phrase("--juror « \(juror) » ne peut pas nommer un juré", "--juror “\(juror)” cannot name a juror"),
        hint: Phrase(
          "Des lettres de a à z, des chiffres et des tirets, comme dans session.json.",
          "Letters a to z, digits and hyphens, as in session.json."), code: .usage)
    }
    guard !name.allSatisfy(\.isWhitespace), SafeText.line(name) == name else {
      throw Refusal(
        Phrase(
          "--name est vide ou contient des caractères invisibles",
          "--name is empty or has characters that cannot be seen"), code: .usage)
    }
  }
}
