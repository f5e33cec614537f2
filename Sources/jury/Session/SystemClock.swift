import Evaluation
import Store

/// The machine's clocks, read as stamps.
struct SystemClock {
  private let clock = BootClock()

  func now() -> Stamp {
    let time = clock.now()
    return Stamp(
      at: WallTime(unixMilliseconds: time.unixMilliseconds, offsetMinutes: time.offsetMinutes), boot: time.boot,
      up: time.upMilliseconds)
  }
}
