import Evaluation
import Glibc
import JSON
import Seal
import Store

/// The private keys of the people who use this computer: a directory with one file a key, named after its thumbprint.
///
/// Its law: the directory is 0700 and the files 0600, whatever the umask; a file is whole or not there; no key is ever
/// overwritten.
struct KeyStore {
  let directory: String
  private let disk = SystemDisk()

  init(directory: String) { self.directory = directory }

  /// `$XDG_DATA_HOME/jury/keys`, by default `~/.local/share/jury/keys`. A relative `$XDG_DATA_HOME` is ignored, as its
  /// specification asks.
  static func ofThisUser() throws(Refusal) -> KeyStore {
    if let data = environment("XDG_DATA_HOME"), data.hasPrefix("/") { return KeyStore(directory: "\(data)/jury/keys") }
    guard let home = environment("HOME"), home.hasPrefix("/") else {
      throw Refusal(
        Phrase(
          "ni HOME ni XDG_DATA_HOME ne disent où sont les clés", "neither HOME nor XDG_DATA_HOME says where keys are"),
        hint: Phrase("Donnez à XDG_DATA_HOME un chemin absolu.", "Set XDG_DATA_HOME to an absolute path."),
        code: .config)
    }
    return KeyStore(directory: "\(home)/.local/share/jury/keys")
  }

  func path(of thumbprint: String) -> String { "\(directory)/\(thumbprint).json" }

  /// Adds a key that is not there yet; durable when this returns.
  func add(_ file: KeyFile) throws(Refusal) {
    let path = path(of: file.facts.publicKey.thumbprint)
    do throws(StoreFault) {
      try makeDirectories()
      guard (try? disk.status(of: path)) == nil else { throw StoreFault(.alreadyThere, path: path) }
      try disk.replace(path, with: file.bytes)
    } catch {
      throw error.refusal
    }
  }

  /// The directory and those above it, each made durable by a synchronisation of the one above.
  private func makeDirectories() throws(StoreFault) {
    var path = ""
    for name in directory.split(separator: "/") {
      path += "/\(name)"
      if (try? disk.status(of: path)) != nil { continue }
      try disk.ensureDirectory(path)
    }
  }

  /// Every key, by juror then date, and a refusal for each file that is not one. Nothing is decrypted.
  func contents() throws(Refusal) -> (keys: [KeyFile], refused: [Refusal]) {
    var keys: [KeyFile] = []
    var refused: [Refusal] = []
    for name in try names() where name.hasSuffix(".json") && !name.hasPrefix(".") {
      do throws(Refusal) { keys.append(try file(String(name.dropLast(5)))) } catch { refused.append(error) }
    }
    keys.sort { ($0.facts.juror, $0.facts.created) < ($1.facts.juror, $1.facts.created) }
    return (keys, refused)
  }

  private func names() throws(Refusal) -> [String] {
    do throws(DiskError) { return try disk.names(in: directory) } catch {
      // Nobody made a key yet.
      if error.code == ENOENT { return [] }
      throw StoreFault(.cannotRead(error), path: directory).refusal
    }
  }

  /// The file of a key, read and checked; nothing is decrypted.
  func file(_ thumbprint: String) throws(Refusal) -> KeyFile {
    let path = path(of: thumbprint)
    let bytes: [UInt8]
    do throws(StoreFault) { bytes = try disk.contents(of: path, limit: 1 << 16) } catch { throw error.refusal }
    do throws(SealFault) {
      let file = try KeyFile(parsing: bytes)
      let found = file.facts.publicKey.thumbprint
      guard found == thumbprint else { throw .thumbprintMismatch(found: thumbprint, expected: found) }
      return file
    } catch {
      throw error.refusal.at(path)
    }
  }

  /// Whether this computer has the private key of a thumbprint.
  func holds(_ thumbprint: String) -> Bool {
    // Thumbprints come from files of others: only 32 bytes in base64url may become a path.
    Base64URL.decode(thumbprint)?.count == 32 && (try? disk.status(of: path(of: thumbprint))) != nil
  }

  /// The key of a thumbprint, opened. Takes about half a second: trying passphrases must be slow.
  func privateKey(thumbprint: String, passphrase: String) throws(Refusal) -> PrivateKey {
    guard holds(thumbprint) else {
      throw Refusal(
        Phrase(
          "cet ordinateur n'a pas la clé d'empreinte \(thumbprint)",
          "this computer has no key of thumbprint \(thumbprint)"),
        hint: Phrase(
          "Copiez son fichier dans \(directory), ou créez une autre clé : jury keys new.",
          "Copy its file into \(directory), or make another key: jury keys new."), code: .noInput)
    }
    let file = try file(thumbprint)
    do throws(SealFault) { return try file.open(Passphrase(passphrase)) } catch { throw error.refusal }
  }
}
