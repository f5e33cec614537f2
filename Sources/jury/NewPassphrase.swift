import Evaluation
import Glibc
import Seal
import Store

/// Where the passphrase of a new key comes from.
enum NewPassphrase {
  /// Characters: a setting of this program; neither the règlement nor a standard asks for it.
  static let leastCharacters = 8

  /// Asked twice on the terminal, or the first line of a file (`-`: of the standard input).
  static func read(file: String?, _ language: Language) throws(Refusal) -> Passphrase {
    let text = if let file { try firstLine(of: file) } else { try askTwice(language) }
    let passphrase = Passphrase(text)
    guard passphrase.characters >= leastCharacters else {
      throw Refusal(
        passphrase.characters == 0
          ? Phrase("la phrase secrète est vide", "the passphrase is empty")
          : Phrase("la phrase secrète est trop courte", "the passphrase is too short"),
        hint: Phrase(
          "Il en faut \(leastCharacters) caractères au moins : c'est un réglage de ce programme. Quatre mots sans lien conviennent.",
          "At least \(leastCharacters) characters: a setting of this program. Four unrelated words do well."),
        code: .usage)
    }
    return passphrase
  }

  static let noTerminal = Refusal(
    Phrase("pas de terminal où demander la phrase secrète", "no terminal to ask the passphrase on"),
    hint: Phrase(
      "Donnez-la par --passphrase-file FICHIER, ou - pour l'entrée standard.",
      "Give it with --passphrase-file FILE, or - for the standard input."), code: .unavailable)

  private static func askTwice(_ language: Language) throws(Refusal) -> String {
    guard let prompt = HiddenPrompt() else { throw noTerminal }
    let first = try prompt.ask(Phrase("Phrase secrète (invisible) : ", "Passphrase (hidden): ")(language))
    let second = try prompt.ask(Phrase("Encore une fois : ", "Once more: ")(language))
    guard Passphrase(first) == Passphrase(second) else {
      throw Refusal(
        Phrase("les deux saisies diffèrent : aucune clé n'a été créée", "the two differ: no key was made"),
        hint: Phrase("Recommencez.", "Try again."), code: .usage)
    }
    return first
  }

  /// The first line of a file or a pipe, without its end.
  static func firstLine(of path: String) throws(Refusal) -> String {
    let descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFault(.cannotRead(DiskError(.open, errno)), path: path).refusal }
    defer { close(descriptor) }
    var line: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !line.contains(0x0A), line.count < 1 << 16 {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw StoreFault(.cannotRead(DiskError(.read, errno)), path: path).refusal }
      if count == 0 { break }
      line += buffer[..<count]
    }
    line = Array(line.prefix { $0 != 0x0A })
    if line.last == 0x0D { line.removeLast() }
    guard let text = String(validating: line, as: UTF8.self) else {
      throw Refusal(
        Phrase("la phrase secrète n'est pas de l'UTF-8", "the passphrase is not UTF-8"), place: path, code: .badData)
    }
    return text
  }
}

/// The passphrase of a key that is there.
enum ExistingPassphrase {
  /// Asked on the terminal, or the first line of a file (`-`: of the standard input).
  static func read(file: String?, _ question: String) throws(Refusal) -> String {
    if let file { return try NewPassphrase.firstLine(of: file) }
    guard let prompt = HiddenPrompt() else { throw NewPassphrase.noTerminal }
    return try prompt.ask(question)
  }
}
