import Glibc

/// One reading of the machine's clocks.
public struct SystemTime: Equatable, Sendable {
  /// Wall time, milliseconds since 1970 UTC.
  public let unixMilliseconds: Int
  /// What local time adds to UTC at that moment, in minutes.
  public let offsetMinutes: Int
  /// The boot `upMilliseconds` counts from.
  public let boot: String
  /// Milliseconds since the boot, suspended time counted.
  public let upMilliseconds: Int
}

/// The clocks of this boot: wall time for labels, time since the boot for durations.
public final class BootClock {
  /// The first 8 hexadecimal digits of the kernel's boot id: enough to tell boots apart (one chance in 4 billion that two
  /// are alike), and lines stay readable.
  public let boot: String
  private let offset: (_ second: Int) -> Int
  /// Of the minute last asked for: local time is put forward and back between two minutes, if at all.
  private var local = (minute: Int.min, offset: 0)

  /// - Parameters:
  ///   - bootID: where the kernel gives the id of this boot.
  ///   - offset: what local time adds to UTC, in minutes, in a second since 1970.
  ///
  /// Where there is none, the id is drawn for this process: after a restart it is another boot, and wall time is used, which
  /// is less exact but never wrong by another boot's count.
  public init(
    bootID: String = "/proc/sys/kernel/random/boot_id", disk: any Disk = SystemDisk(),
    offset: @escaping (_ second: Int) -> Int = BootClock.localOffset
  ) {
    self.offset = offset
    if let id = Self.read(bootID, disk), LineForm.isBoot(id) {
      boot = id
    } else {
      let drawn = String(UInt32.random(in: .min ... .max), radix: 16)
      boot = String(repeating: "0", count: 8 - drawn.count) + drawn
    }
  }

  public func now() -> SystemTime {
    var wall = timespec()
    clock_gettime(CLOCK_REALTIME, &wall)
    var up = timespec()
    clock_gettime(CLOCK_BOOTTIME, &up)
    return SystemTime(
      unixMilliseconds: Self.milliseconds(wall), offsetMinutes: offsetMinutes(at: wall.tv_sec), boot: boot,
      upMilliseconds: Self.milliseconds(up))
  }

  func offsetMinutes(at second: Int) -> Int {
    if local.minute != second / 60 { local = (second / 60, offset(second)) }
    return local.offset
  }

  /// By the time zone that the C library reads once.
  public static func localOffset(at second: Int) -> Int {
    var (second, time) = (second, tm())
    localtime_r(&second, &time)
    return time.tm_gmtoff / 60
  }

  private static func milliseconds(_ time: timespec) -> Int { time.tv_sec * 1000 + time.tv_nsec / 1_000_000 }

  private static func read(_ path: String, _ disk: any Disk) -> String? {
    // The size of a file in /proc is said to be 0: it is read, not asked.
    guard let descriptor = try? disk.open(path, flags: O_RDONLY, mode: 0) else { return nil }
    defer { disk.close(descriptor) }
    guard let bytes = try? disk.read(descriptor, upTo: 64, at: 0), bytes.count >= 8 else { return nil }
    return String(decoding: bytes.prefix(8), as: UTF8.self)
  }
}
