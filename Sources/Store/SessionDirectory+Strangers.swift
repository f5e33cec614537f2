import Glibc

extension SessionDirectory {
  /// Everything in the session that has no place there: a synchroniser's conflict copies, an unknown author's journal,
  /// whatever else. None of it is ever read; that it is there must be said.
  ///
  /// - Parameters:
  ///   - authors: those who may write a journal: the plan's jurors, or the one of a console that the jury shares.
  ///   - candidates: the plan's.
  ///   - referential: the file that the plan names beside itself, if any.
  /// - Returns: paths relative to the session, sorted; a directory stands for all that is in it.
  public func strangers(authors: Set<String>, candidates: Set<String>, referential: String?) throws(StoreFault)
    -> [String]
  {
    let places = Places(authors: authors, candidates: candidates, referential: referential)
    return try strangers(in: path, places.inSession).map { String($0.dropFirst(path.count + 1)) }.sorted()
  }

  private func strangers(in directory: String, _ place: (String) -> Places.Place?) throws(StoreFault) -> [String] {
    var found: [String] = []
    for name in try list(directory) where !Places.isPlumbing(name) {
      let inner = "\(directory)/\(name)"
      let status: FileStatus
      do throws(DiskError) { status = try disk.status(of: inner) } catch {
        // What went away since the directory was read is no stranger.
        guard error.code != ENOENT else { continue }
        throw StoreFault(.cannotRead(error), path: inner)
      }
      switch place(name) ?? (Places.isTemporary(name, place) ? .file : nil) {
      case .file where status.isFile: continue
      case .directory(let place) where status.isDirectory: found += try strangers(in: inner, place)
      default: found.append(inner)
      }
    }
    return found
  }

  private func list(_ directory: String) throws(StoreFault) -> [String] {
    do throws(DiskError) { return try disk.names(in: directory) } catch {
      throw StoreFault(.cannotRead(error), path: directory)
    }
  }
}
