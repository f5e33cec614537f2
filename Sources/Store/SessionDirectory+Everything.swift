extension SessionDirectory {
  /// Every file and directory in the session's, whoever put it there; a directory before what it holds.
  public func everything() throws(StoreFault) -> [String] { try entries().dropFirst().map(\.path) }

  /// Makes what was removed from the session's directory removed for good.
  public func synchronise() throws(StoreFault) { try disk.synchroniseDirectory(path) }
}
