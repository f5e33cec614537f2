extension SessionDirectory {
  /// All that is in the session's directory, of any kind, at any depth, whoever put it there; a directory before what it
  /// holds. No symbolic link is followed.
  public func everything() throws(StoreFault) -> [String] {
    try entries(at: path, depth: .max).dropFirst().map(\.path)
  }

  /// Makes what was removed from the session's directory removed for good.
  public func synchronise() throws(StoreFault) { try disk.synchroniseDirectory(path) }
}
