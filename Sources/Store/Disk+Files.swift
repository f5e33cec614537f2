import Glibc

extension Disk {
  /// The bytes of a regular file of at most `limit` bytes.
  ///
  /// A symbolic link, a device or a pipe is refused, and never waited for.
  public func contents(of path: String, limit: Int) throws(StoreFault) -> [UInt8] {
    do throws(DiskError) {
      let descriptor = try open(path, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK, mode: 0)
      defer { close(descriptor) }
      let status = try status(of: descriptor)
      guard status.isFile else { throw DiskError(.open, EISDIR) }
      guard status.size <= limit else { throw DiskError(.read, EFBIG) }
      return try readAll(descriptor, from: 0, expecting: status.size, limit: limit)
    } catch {
      throw StoreFault(reading: path, limit: limit, error)
    }
  }

  /// Puts these bytes at this path, whole or not at all, in a new file of mode 0600: written, synchronised, read back
  /// through another descriptor, renamed over what was there, the directory synchronised.
  public func replace(_ path: String, with bytes: [UInt8]) throws(StoreFault) {
    let directory = parent(of: path)
    let temporary = "\(directory)/.\(path.dropFirst(directory.count + 1)).\(UInt32.random(in: .min ... .max)).new"
    do throws(StoreFault) {
      try create(temporary, with: bytes)
      guard try contents(of: temporary, limit: bytes.count) == bytes else {
        throw StoreFault(.readBackDiffers, path: path)
      }
      do throws(DiskError) { try rename(temporary, to: path) } catch {
        throw StoreFault(.cannotWrite(error), path: path)
      }
    } catch {
      // Ours alone, and useless: leaving it would only puzzle whoever looks.
      try? remove(temporary)
      throw StoreFault(error.reason, path: path)
    }
    try synchroniseDirectory(directory)
  }

  /// Writes a file that must not exist yet (`cannotCreate` with `EEXIST` otherwise), mode 0600 whatever the umask; none when
  /// it cannot be written whole.
  func create(_ path: String, with bytes: [UInt8]) throws(StoreFault) {
    let descriptor: Int32
    do throws(DiskError) {
      descriptor = try open(path, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
    } catch {
      throw StoreFault(.cannotCreate(error), path: path)
    }
    defer { close(descriptor) }
    do throws(DiskError) {
      try setMode(descriptor, 0o600)
      try writeAll(descriptor, bytes)
      try synchronise(descriptor)
    } catch {
      // Ours alone, and not whole: left there, it would only take up its name.
      try? remove(path)
      throw StoreFault(.cannotWrite(error), path: path)
    }
  }

  /// Keeps bytes that have no place any more beside the file they came from, under the first free
  /// `<path>.<word>-<number>`, synchronised with its directory. Returns its path.
  func setAside(_ bytes: [UInt8], of path: String, as word: String) throws(StoreFault) -> String {
    var number = 1
    while true {
      let side = "\(path).\(word)-\(number)"
      do throws(StoreFault) {
        try create(side, with: bytes)
        try synchroniseDirectory(parent(of: path))
        return side
      } catch {
        guard error.reason == .cannotCreate(DiskError(.open, EEXIST)), number < 1000 else { throw error }
        number += 1
      }
    }
  }

  /// A directory of mode 0700 whatever the umask. One that exists is left as it is.
  public func ensureDirectory(_ path: String) throws(StoreFault) {
    do throws(DiskError) {
      if isDirectory(path) { return }
      do throws(DiskError) { try makeDirectory(path, mode: 0o700) } catch {
        // Another console made it meanwhile.
        guard error.code == EEXIST, isDirectory(path) else { throw error }
        return
      }
      let descriptor = try open(path, flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW, mode: 0)
      defer { close(descriptor) }
      try setMode(descriptor, 0o700)
    } catch {
      throw StoreFault(.cannotCreate(error), path: path)
    }
  }

  private func isDirectory(_ path: String) -> Bool { (try? status(of: path))?.isDirectory ?? false }

  /// Makes the names in a directory durable.
  func synchroniseDirectory(_ path: String) throws(StoreFault) {
    do throws(DiskError) {
      let descriptor = try open(path, flags: O_RDONLY | O_DIRECTORY, mode: 0)
      defer { close(descriptor) }
      try synchronise(descriptor)
    } catch {
      throw StoreFault(.cannotWrite(error), path: path)
    }
  }

  /// Every byte, however few the system takes at a time. An interrupted call is made again, so many times and no more: the
  /// console must never hang on one; nothing else is.
  func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(DiskError) {
    var rest = bytes[...]
    var interruptions = 0
    while !rest.isEmpty {
      do throws(DiskError) {
        let written = try write(descriptor, rest)
        // A write that takes nothing and says nothing would loop for ever.
        guard written > 0 else { throw DiskError(.write, EIO) }
        rest = rest.dropFirst(written)
      } catch {
        interruptions += 1
        guard error.code == EINTR, interruptions < SystemDisk.patience else { throw error }
      }
    }
  }

  /// Every byte from `offset` on, of a file that is said to be of `size` bytes and may be of `limit`.
  func readAll(_ descriptor: Int32, from offset: Int, expecting size: Int, limit: Int) throws(DiskError) -> [UInt8] {
    var bytes: [UInt8] = []
    var interruptions = 0
    while true {
      do throws(DiskError) {
        // More than expected: a file that grew meanwhile is read to its end. Never more than so much at a time: its size
        // is what it says of itself.
        let at = offset + bytes.count
        let more = try read(descriptor, upTo: min(max(size - at, 0), 16 << 20) + 4096, at: at)
        if more.isEmpty { return bytes }
        if bytes.isEmpty { bytes = more } else { bytes += more }
        guard offset + bytes.count <= limit else { throw DiskError(.read, EFBIG) }
      } catch {
        interruptions += 1
        guard error.code == EINTR, interruptions < SystemDisk.patience else { throw error }
      }
    }
  }
}

extension StoreFault {
  /// What it means that a file of at most `limit` bytes could not be read.
  init(reading path: String, limit: Int, _ error: DiskError) {
    switch error.code {
    case EFBIG: self.init(.tooLarge(limit: limit), path: path)
    case EISDIR, ELOOP, ENXIO: self.init(.notAFile, path: path)
    default: self.init(.cannotRead(error), path: path)
    }
  }
}

/// The directory a path is in: "." for a bare name.
func parent(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
