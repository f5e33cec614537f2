/// Where the console keeps what this machine remembers of its user: `$XDG_STATE_HOME/jury`, by default
/// `~/.local/state/jury`.
public enum StateDirectory {
  /// Nil when there is neither `XDG_STATE_HOME` nor `HOME`.
  ///
  /// - Parameter environment: the process's.
  public static func path(_ environment: [String: String]) -> String? {
    // The XDG specification: a relative path is invalid and ignored.
    func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
    return (absolute("XDG_STATE_HOME") ?? absolute("HOME").map { "\($0)/.local/state" }).map { "\($0)/jury" }
  }

  /// What a session is called there.
  ///
  /// - Parameter id: any text. One that can be no file's name is known by its digest; no other begins with "_".
  public static func name(ofSession id: String) -> String {
    SessionDirectory.isSafe(id) ? id : "_" + LineDigest.of(Array(id.utf8))
  }
}
