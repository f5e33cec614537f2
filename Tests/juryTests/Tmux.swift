import Foundation
import Glibc
import Testing

/// The program in a real terminal: one of tmux's, on a server of its own, which ends with the value.
final class Tmux {
  private let socket = "jury-\(UUID().uuidString.prefix(8))"
  /// Its own files, apart from any session's.
  private let directory = NSTemporaryDirectory() + "jury-terminal-\(UUID().uuidString)"

  /// Runs `jury` with these arguments; its exit status and the terminal's modes are shown after it.
  init(
    _ arguments: String..., columns: Int = 100, rows: Int = 30, language: String = "en_GB",
    environment: [String: String] = [:]
  ) throws {
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let program =
      "sh -c 'echo $$ > \(directory)/pid; exec \(try Program.path()) \(arguments.joined(separator: " "))'"
    // The mark is put together by the shell: what is typed, if echoed, never looks like it.
    let script = "\(program); echo LEFT-$?-; stty -a; sleep 600"
    _ = try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-e", "LANG=\(language).UTF-8",
        "-e", "HOME=\(directory)/home", "-e", "XDG_STATE_HOME=\(directory)/home",
      ] + Program.counting.merging(environment) { $1 }.flatMap { ["-e", "\($0)=\($1)"] } + [script])
  }

  deinit {
    _ = try? tmux("kill-server")
    try? FileManager.default.removeItem(atPath: directory)
  }

  /// Keys by tmux's names ("Space", "C-q"), in order.
  func type(_ keys: String...) throws { _ = try tmux(["send-keys"] + keys) }

  var screen: String { get throws { try tmux("capture-pane", "-p") } }

  /// Waits until the terminal shows a text; the test fails after ten seconds.
  @discardableResult
  func shows(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Bool {
    try waits(sourceLocation: sourceLocation) { try screen.contains(text) }
  }

  /// Waits until something is so.
  @discardableResult
  func waits(sourceLocation: SourceLocation = #_sourceLocation, until isSo: () throws -> Bool) throws -> Bool {
    for _ in 0..<200 {
      if try isSo() { return true }
      usleep(50_000)
    }
    Issue.record("after ten seconds, on screen:\n\(try screen)", sourceLocation: sourceLocation)
    return false
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) throws {
    let text = try String(contentsOfFile: directory + "/pid", encoding: .utf8)
    kill(try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines))), number)
  }

  private func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  private func tmux(_ arguments: [String]) throws -> String {
    let path = "\(directory)/tmux.out"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    // A test's thread may hold signals back, and tmux would inherit that: it ends by one.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ["tmux", "-L", socket] + arguments
    var argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let variables = ["PATH=/usr/local/bin:/usr/bin:/bin", "LANG=C.UTF-8", "TERM=xterm-256color", "SHELL=/bin/sh"]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
    defer { (argv + environment).forEach { free($0) } }
    // Not Foundation's Process: it waits for every heir of its socket, and the first call leaves a server behind.
    var child: pid_t = 0
    try #require(posix_spawnp(&child, "tmux", &actions, &attributes, &argv, &environment) == 0)
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return try String(contentsOfFile: path, encoding: .utf8)
  }
}
