import ArgumentParser
import Evaluation
import JSON
import Screen
import Seal
import Store

/// `jury keys`: the keys jurors sign with.
struct KeysCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "keys",
      abstract: Phrase("Les clés de signature des jurés.", "The keys jurors sign with.")(.preferred),
      subcommands: [KeysNewCommand.self, KeysListCommand.self, KeysExportCommand.self])
  }
}

/// `jury keys list`: whose keys this computer has.
struct KeysListCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Phrase("Liste les clés de cet ordinateur.", "List the keys of this computer.")(.preferred))
  }

  @Flag(help: .told("En JSON, pour les scripts.", "As JSON, for scripts."))
  var json = false

  @OptionGroup var options: LanguageOption

  func run() throws {
    let store = try KeyStore.ofThisUser()
    let (keys, refused) = try store.contents()
    if json {
      print(json: JSON.array(keys.map(\.facts.listed)).text)
    } else {
      for key in keys { print(key.facts.line) }
      if keys.isEmpty && refused.isEmpty {
        print(Phrase("Aucune clé : jury keys new en crée une.", "No key: jury keys new makes one.")(options.language))
      }
    }
    // The others are listed first: one bad file hides no key.
    if let first = refused.first { throw first }
  }
}

/// `jury keys export`: a public key, for the plan.
struct KeysExportCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Phrase("Donne une clé publique, en JWK.", "Give a public key, as a JWK.")(.preferred))
  }

  @Argument(help: .told("Identifiant du juré, ou empreinte.", "The juror's id, or a thumbprint."))
  var id: String

  @Option(name: .shortAndLong, help: .told("Fichier à écrire.", "File to write.", valueName: "file"))
  var output: String?

  @OptionGroup var options: LanguageOption

  func run() throws {
    let text = try KeyStore.ofThisUser().publicKey(of: id).jwk.text
    guard let output else { return print(text) }
    do throws(StoreFault) { try SystemDisk().replace(output, with: Array((text + "\n").utf8)) } catch {
      throw error.refusal
    }
  }
}

extension KeyStore {
  /// The public key of a thumbprint, or the only one of a juror.
  func publicKey(of id: String) throws(Refusal) -> PublicKey {
    if holds(id) { return try file(id).facts.publicKey }
    let matching = try contents().keys.filter { $0.facts.juror == id }.map(\.facts.publicKey)
    let shown = SafeText.line(id)
    guard let key = matching.first else {
      throw Refusal(
        Phrase("aucune clé pour « \(shown) »", "no key for “\(shown)”"),
        hint: Phrase("jury keys list montre celles qu'il y a.", "jury keys list shows those there are."), code: .noInput
      )
    }
    guard matching.count == 1 else {
      let all = matching.map(\.thumbprint).joined(separator: ", ")
      throw Refusal(
        Phrase("« \(shown) » a plusieurs clés", "“\(shown)” has several keys"),
        hint: Phrase("Donnez une empreinte : \(all).", "Give a thumbprint: \(all)."), code: .usage)
    }
    return key
  }
}

extension KeyFile.Facts {
  /// `thumbprint  juror  name  created`; the thumbprint is always 43 characters, so the columns that people read stay put.
  fileprivate var line: String {
    [publicKey.thumbprint, juror, name, created].map(SafeText.line).joined(separator: "  ")
  }

  fileprivate var listed: JSON {
    .object([
      "created": .string(created), "juror": .string(juror), "kid": .string(publicKey.thumbprint), "name": .string(name),
      "public": publicKey.jwk,
    ])
  }
}
