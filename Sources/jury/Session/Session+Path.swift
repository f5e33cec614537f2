import Evaluation
import Glibc
import Store

extension Session {
  /// The session of a directory as people name it.
  init(path: String) throws(Refusal) { try self.init(SessionDirectory(Self.absolute(path))) }

  /// A file of the session as a grid names it, from the session's directory; another as it is.
  func path(of file: String) -> String {
    let inside = directory.path + "/"
    return file.hasPrefix(inside) ? String(file.dropFirst(inside.count)) : file
  }

  /// Without links and relative steps, so that a session has one name; a path that is not there stays as it is.
  static func absolute(_ path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }
}

extension KeyStore {
  /// Where the keys for a session's signatures are: this user's, but a sample session brings its own, so that
  /// nobody mistakes them for real ones.
  static func serving(_ session: Session) throws(Refusal) -> KeyStore {
    let own = session.directory.path + "/keys"
    let hasOwn = (try? session.directory.disk.status(of: own))?.isDirectory ?? false
    return session.plan.isSample && hasOwn ? KeyStore(directory: own) : try .ofThisUser()
  }
}
