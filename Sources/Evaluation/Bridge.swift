/// What one machine measured of another's boot clock, so that elapsed time goes on across both (law 4).
public struct Bridge: Equatable, Sendable {
  /// The other's boot.
  public var boot: String
  /// This machine's boot.
  public var here: String
  /// Milliseconds to add to a reading of the other's clock to have this machine's.
  public var offset: Int
  /// Milliseconds by which the other's wall clock is ahead of this machine's.
  public var wallAhead: Int

  public init(boot: String, here: String, offset: Int, wallAhead: Int) {
    self.boot = boot
    self.here = here
    self.offset = offset
    self.wallAhead = wallAhead
  }

  /// The same instant by this machine's clocks.
  func cross(_ stamp: Stamp) -> Stamp {
    Stamp(at: stamp.at.advanced(by: -wallAhead), boot: here, up: stamp.up + offset)
  }
}

extension [Bridge] {
  /// A stamp of another machine as this one would have read it; nil when nothing was measured between them.
  public func stamp(_ stamp: Stamp, onBoot boot: String) -> Stamp? {
    if stamp.boot == boot { return stamp }
    return first { $0.boot == stamp.boot && $0.here == boot }?.cross(stamp)
  }

  /// This instant as another boot's clock reads it, and whether that was measured; by wall clocks from `last`, a stamp of
  /// that boot, where it was not.
  public func reckon(_ now: Stamp, asOf last: Stamp) -> (up: Int, isCertain: Bool) {
    if last.boot == now.boot { return (now.up, true) }
    if let bridge = first(where: { $0.boot == last.boot && $0.here == now.boot }) {
      return (now.up - bridge.offset, true)
    }
    return (last.up + Swift.max(0, now.at.unixMilliseconds - last.at.unixMilliseconds), false)
  }
}
