import Evaluation
import Foundation
import Glibc
import Store

/// The text editor that a person named, on the terminal of this process.
struct Editor {
  /// A shell's words: `vim -u NONE`.
  let command: String

  /// `$VISUAL`, else `$EDITOR`, else `editor`, which Debian gives everybody.
  static func ofThisUser() -> Editor {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap(environment).first { !$0.isEmpty }
    return Editor(command: named ?? "editor")
  }

  /// Has a text edited, and returns what was saved.
  ///
  /// The text lies in a directory that only this user can enter, and is removed afterwards.
  /// - Parameter name: of the file, for the editor's title line.
  /// - Throws: software (70) when the editor fails: then nothing is to change.
  func edit(_ text: String, name: String) throws(Refusal) -> String {
    let directory = try DemoDirectory.temporary()
    let path = "\(directory)/\(name)"
    defer {
      _ = unlink(path)
      _ = rmdir(directory)
    }
    try told { () throws(StoreFault) in try SystemDisk().replace(path, with: Array(text.utf8)) }
    let code = run(on: path)
    guard code == 0 else { throw Self.failure(command, code) }
    let bytes = try told { () throws(StoreFault) in try SystemDisk().contents(of: path, limit: 1 << 20) }
    guard let edited = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(
        Phrase("l'éditeur a laissé autre chose que de l'UTF-8", "the editor left something but UTF-8"), code: .badData)
    }
    return edited
  }

  /// The code with which the editor ended. It keeps this process's terminal.
  private func run(on path: String) -> Int32 {
    func strings(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map { strdup($0) } + [nil] }
    var arguments = strings(["/bin/sh", "-c", "\(command) \"$1\"", "sh", path])
    var variables = strings(ProcessInfo.processInfo.environment.map { "\($0)=\($1)" })
    defer { for string in arguments + variables { free(string) } }
    var child: pid_t = 0
    guard posix_spawn(&child, "/bin/sh", nil, nil, &arguments, &variables) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return 127 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  private static func failure(_ command: String, _ code: Int32) -> Refusal {
    Refusal(
      Phrase("l'éditeur « \(command) » a échoué (code \(code))", "the editor “\(command)” failed (code \(code))"),
      hint: Phrase(
        "EDITOR en nomme un autre ; --from FICHIER s'en passe.", "EDITOR names another; --from FILE does without."),
      code: .software)
  }
}
