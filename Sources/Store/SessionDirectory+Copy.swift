extension SessionDirectory {
  /// Copies the session to a directory that must not exist yet: 0700, its files 0600, whatever they were here.
  ///
  /// Locks, hidden files, who is present and what is neither file nor directory stay behind.
  /// - Throws: `alreadyThere`; what the disk refused.
  public func copy(to destination: String) throws(StoreFault) -> SessionDirectory {
    let copy = SessionDirectory(destination, disk: disk)
    guard try disk.isAbsent(copy.path) else { throw StoreFault(.alreadyThere, path: copy.path) }
    try copy.create()
    for (source, status) in try entries().dropFirst() {
      let inner = source.dropFirst(path.count + 1)
      let components = inner.split(separator: "/")
      if components.contains(where: { $0.hasPrefix(".") }) || inner.hasSuffix(".lock") { continue }
      if components.first == "presence" { continue }
      let target = "\(copy.path)/\(inner)"
      if status.isDirectory {
        try disk.ensureDirectory(target)
      } else {
        try disk.create(target, with: try read(source))
      }
    }
    for entry in try copy.entries() where entry.status.isDirectory { try disk.synchroniseDirectory(entry.path) }
    return copy
  }
}
