import Evaluation
import Store

/// A console to open: on which session, at whose oral, how it looks.
struct Opening: Equatable {
  /// A session's directory; nil for the last one.
  var session: String?
  /// The juror whose console it is, where each has one.
  var juror: String?
  /// Shows what another console writes, and writes nothing.
  var isWatching = false
  /// Goes straight to the oral of this candidate.
  var candidate: String?
  var look: ConsoleLook

  /// Opens it; without any last session, says what the program is.
  func run() throws(Refusal) {
    guard let path = session ?? LastSession.ofThisUser.read() else {
      print(Self.welcome(look.language))
      return
    }
    let opened = try Session(path: path)
    if session == nil { try askWho(opened) }
    try look.open(opened, as: juror, isWatching: isWatching, candidate: candidate)
  }

  /// The last session is known, not which of its jurors sits down: the hint is the whole command to say it with.
  private func askWho(_ session: Session) throws(Refusal) {
    do throws(Refusal) { _ = try session.viewer(as: juror) } catch {
      let path = session.directory.path
      let ids = session.plan.jury.map(\.id).joined(separator: ", ")
      throw Refusal(
        error.reason,
        hint: Phrase(
          "jury open \(path) --as JURÉ, un parmi : \(ids).", "jury open \(path) --as JUROR, one of: \(ids)."),
        code: error.code)
    }
  }

  private static let welcome = Phrase(
    """
    jury : la console d'un jury de certification pendant un oral.
    Elle tient le temps et les coches, mène la délibération, fait signer la grille.
    Essayer, sur des personnes inventées :  jury demo
    Ouvrir une session :                    jury open RÉPERTOIRE
    Tout le reste :                         jury --help
    """,
    """
    jury: a certification jury's console during an oral.
    It keeps the time and the marks, leads the deliberation, seals the grid and has it signed.
    Try it, on made-up people:  jury demo
    Open a session:             jury open DIRECTORY
    Everything else:            jury --help
    """)
}

extension Opening {
  /// What `jury` alone and `jury open SESSION [--as JUROR] [--candidate ID] [--theme NAME] [--lang fr|en]` say, read at once:
  /// ArgumentParser builds every command before it reads one, which took a quarter of the start.
  ///
  /// Nil for all else, faults and `--help` included: they are ArgumentParser's to read and to tell.
  init?(words: [String]) {
    self.init(look: ConsoleLook(language: .preferred))
    guard let command = words.first else { return }
    guard command == "open" else { return nil }
    var said: [(name: String, value: String)] = []
    func value(_ name: String) -> String? { said.first { $0.name == name }?.value }
    var rest = words.dropFirst()
    while let word = rest.popFirst() {
      let isOption = ["--as", "--candidate", "--theme", "--lang"].contains(word)
      let name = isOption ? word : "session"
      guard let text = isOption ? rest.popFirst() : word, !text.isEmpty, text.utf8.first != UInt8(ascii: "-"),
        value(name) == nil
      else { return nil }
      said.append((name, text))
    }
    guard let session = value("session") else { return nil }
    self.session = session
    juror = value("--as")
    candidate = value("--candidate")
    if let theme = value("--theme") { look.theme = theme }
    if let lang = value("--lang") {
      guard let language = Language(rawValue: lang) else { return nil }
      look.language = language
    }
  }
}
