import ArgumentParser
import Evaluation
import Screen

/// `jury watch`: all rooms of one or several sessions on one screen, for the session's manager.
struct WatchCommandLine: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "watch",
      abstract: Phrase(
        "Toutes les salles d'une ou plusieurs sessions, pour le responsable de session.",
        "All rooms of one or several sessions, for the session's manager.")(.preferred),
      discussion: Phrase(
        "Ce qui demande quelqu'un d'abord. Aucune coche n'y figure : des comptes et des temps. Elle écrit le journal du responsable (manager.jsonl), fait par fait : le procès-verbal et les commandes s'emploient en même temps.",
        "What needs somebody first. No mark is in it: counts and times. It writes the manager's journal (manager.jsonl), fact by fact: the minutes and the commands can be used at the same time."
      )(.preferred))
  }

  @Argument(help: .told("Répertoires de sessions.", "The sessions' directories.", valueName: "session"))
  var sessions: [String]

  @Flag(
    help: .told(
      "Regarde sans écrire : ni message, ni incident, ni présence.",
      "Watches without writing: no message, incident or attendance."))
  var readOnly = false

  @Flag(
    help: .told(
      "Écrit une fois l'état des salles en JSON, pour les scripts ; n'écrit rien dans les sessions.",
      "Writes the rooms' state once as JSON, for scripts; writes nothing to the sessions."))
  var json = false

  @OptionGroup var console: ConsoleOptions

  func run() throws {
    let sessions = try sessions.map { try Session(path: $0) }
    for (index, session) in sessions.enumerated()
    where sessions[..<index].contains(where: { $0.directory.path == session.directory.path }) {
      throw Refusal(
        Phrase("cette session est nommée deux fois", "this session is named twice"), place: session.directory.path,
        code: .usage)
    }
    guard !json else {
      let now = SystemClock().now()
      let posts = try sessions.map { try WatchPost($0, isReadOnly: true, at: now) }
      print(json: WatchReport.json(posts, at: now, console.look.language).readableText)
      return
    }
    try console.look.watch(sessions, isReadOnly: readOnly)
  }
}

extension ConsoleLook {
  /// Opens the manager's console and returns when the person leaves.
  func watch(_ sessions: [Session], isReadOnly: Bool) throws(Refusal) {
    try Self.refuseWithoutTerminal()
    let clock = SystemClock()
    var posts: [WatchPost] = []
    for session in sessions { posts.append(try WatchPost(session, isReadOnly: isReadOnly, at: clock.now())) }
    let terminal = try terminal()
    defer { terminal.close() }
    let desk = WatchDesk(posts, language: language, size: terminal.size, now: clock.now)
    Loop(seat: desk, terminal: terminal).run()
  }
}
