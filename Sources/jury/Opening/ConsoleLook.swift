import Evaluation
import Glibc
import Screen
import Store
import Terminal

/// How a console looks and speaks, whichever command opens it.
struct ConsoleLook: Equatable {
  /// A built-in theme's name, or a file's path.
  var theme = BuiltInTheme.dark.rawValue
  var language: Language

  /// Opens the console on a session and returns when the person leaves.
  ///
  /// - Parameters:
  ///   - name: the juror whose console it is, where each has one.
  ///   - isWatching: shows what another console writes, and writes nothing.
  ///   - candidate: whose oral opens at once.
  ///   - notice: said on the first screen.
  ///   - isRemembered: as the session that `jury` alone opens.
  func open(
    _ session: Session, as name: String? = nil, isWatching: Bool = false, candidate: String?, notice: Phrase? = nil,
    isRemembered: Bool = true
  ) throws(Refusal) {
    let viewer = try session.viewer(as: name)
    if let candidate { _ = try session.candidate(candidate) }
    let keys = try KeyStore.serving(session)
    let terminal = try terminal()
    defer { terminal.close() }
    let clock = SystemClock()
    let desk = Desk(
      session, viewer: viewer, isWatching: isWatching, spool: Spool.ofThisUser, key: keys.privateKey,
      language: language, size: terminal.size,
      now: clock.now)
    defer { desk.close() }
    desk.start(opening: candidate)
    if let notice { desk.say(notice) }
    if isRemembered { LastSession.ofThisUser.write(session.directory.path) }
    Loop(seat: desk, terminal: terminal).run()
  }

  static func refuseWithoutTerminal() throws(Refusal) {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else {
      throw TerminalFailure.notATerminal.refusal
    }
  }

  func terminal() throws(Refusal) -> TerminalScreen {
    let theme = try ThemeFile.load(nameOrPath: theme)
    let depth = ColourDepth.detected(
      term: environment("TERM"), colorterm: environment("COLORTERM"), noColor: environment("NO_COLOR"))
    do throws(TerminalFailure) {
      return try TerminalScreen(theme: theme, colours: depth, mouse: true)
    } catch {
      throw error.refusal
    }
  }
}

extension LastSession {
  static var ofThisUser: LastSession { LastSession(environment: stateEnvironment) }
}

extension StateDirectory {
  /// Nil where the user has no home.
  static var ofThisUser: String? { path(stateEnvironment) }
}

extension Spool {
  /// Nil where the user has no home.
  static var ofThisUser: Spool? { ofThisUser(environment: stateEnvironment) }
}

/// What tells where this user's state is kept.
private var stateEnvironment: [String: String] {
  let names = ["XDG_STATE_HOME", "HOME"].compactMap { name in environment(name).map { (name, $0) } }
  return Dictionary(uniqueKeysWithValues: names)
}
