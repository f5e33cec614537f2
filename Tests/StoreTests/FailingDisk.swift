import Glibc

@testable import Store

/// The machine's disk, one call of which fails: the `armed`th from now, once or from then on.
final class FailingDisk: Disk {
  /// What a failing call does.
  struct Plan: CustomStringConvertible {
    var code: Int32
    /// Every later call fails too, until ``heal()``.
    var forEver = false
    /// The call is made, and only then said to have failed.
    var afterwards = false

    var description: String { "errno \(code)\(forEver ? " for ever" : "")\(afterwards ? ", though done" : "")" }
  }

  private let disk = SystemDisk()
  private var plan: Plan?
  private var left = 0
  /// The most bytes one write takes.
  var writeLimit = Int.max
  /// Whether the first byte of each read comes back otherwise.
  var isRotten = false
  /// How many calls failed, but for interrupted reads and writes, which are made again.
  private(set) var failures = 0
  private(set) var calls = 0
  private(set) var bytesRead = 0
  private(set) var log: [DiskCall] = []

  func arm(_ plan: Plan, at call: Int) {
    self.plan = plan
    left = call
  }

  func heal() { plan = nil }

  /// Whether the next call fails.
  var isBroken: Bool { (plan?.forEver ?? false) && left <= 1 }

  private func call<Result>(_ call: DiskCall, _ body: () throws(DiskError) -> Result) throws(DiskError) -> Result {
    calls += 1
    log.append(call)
    guard let plan else { return try body() }
    left -= 1
    guard left == 0 || left < 0 && plan.forEver else { return try body() }
    if plan.code != EINTR || call != .write && call != .read { failures += 1 }
    if plan.afterwards { _ = try body() }
    throw DiskError(call, plan.code)
  }

  func open(_ path: String, flags: Int32, mode: mode_t) throws(DiskError) -> Int32 {
    // Not done before failing: nobody could close the descriptor.
    try call(.open) { () throws(DiskError) in
      plan?.afterwards ?? false && left == 0 ? -1 : try disk.open(path, flags: flags, mode: mode)
    }
  }
  func close(_ descriptor: Int32) { disk.close(descriptor) }
  func read(_ descriptor: Int32, upTo count: Int, at offset: Int) throws(DiskError) -> [UInt8] {
    // An interrupted read has read nothing.
    try call(.read) { () throws(DiskError) in
      if plan?.afterwards ?? false && left == 0 { return [] }
      var bytes = try disk.read(descriptor, upTo: count, at: offset)
      bytesRead += bytes.count
      if isRotten, !bytes.isEmpty { bytes[0] ^= 1 }
      return bytes
    }
  }
  func write(_ descriptor: Int32, _ bytes: ArraySlice<UInt8>) throws(DiskError) -> Int {
    try call(.write) { () throws(DiskError) in
      // An interrupted write has written nothing, by POSIX.
      if let plan, plan.code == EINTR, left == 0 { return 0 }
      return try disk.write(descriptor, bytes.prefix(writeLimit))
    }
  }
  func truncate(_ descriptor: Int32, to size: Int) throws(DiskError) {
    try call(.truncate) { () throws(DiskError) in try disk.truncate(descriptor, to: size) }
  }
  // Not passed on: a true one takes a millisecond, and nobody pulls the plug here.
  func synchroniseData(_ descriptor: Int32) throws(DiskError) { try call(.fdatasync) {} }
  func synchronise(_ descriptor: Int32) throws(DiskError) { try call(.fsync) {} }
  func setMode(_ descriptor: Int32, _ mode: mode_t) throws(DiskError) {
    try call(.fchmod) { () throws(DiskError) in try disk.setMode(descriptor, mode) }
  }
  func unlock(_ descriptor: Int32) { disk.unlock(descriptor) }

  func lock(_ descriptor: Int32) throws(DiskError) {
    try call(.flock) { () throws(DiskError) in try disk.lock(descriptor) }
  }
  func rename(_ old: String, to new: String) throws(DiskError) {
    try call(.rename) { () throws(DiskError) in try disk.rename(old, to: new) }
  }
  func remove(_ path: String) throws(DiskError) { try call(.remove) { () throws(DiskError) in try disk.remove(path) } }
  func makeDirectory(_ path: String, mode: mode_t) throws(DiskError) {
    try call(.mkdir) { () throws(DiskError) in try disk.makeDirectory(path, mode: mode) }
  }
  func status(of path: String) throws(DiskError) -> FileStatus {
    try call(.stat) { () throws(DiskError) in try disk.status(of: path) }
  }
  func status(of descriptor: Int32) throws(DiskError) -> FileStatus {
    try call(.stat) { () throws(DiskError) in try disk.status(of: descriptor) }
  }
  func names(in path: String) throws(DiskError) -> [String] {
    try call(.list) { () throws(DiskError) in try disk.names(in: path) }
  }
}
