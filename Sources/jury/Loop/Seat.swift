import Screen

/// What the loop runs: a console at work, whichever its screens are.
///
/// Its law: it knows no terminal. What concerns one is in ``takeRequests()``, so that tests can sit there.
protocol Seat: AnyObject {
  var picture: Frame { get }
  /// The person asked to leave.
  var isDone: Bool { get }
  /// Milliseconds until something changes by itself, or is to be tried again.
  var delay: Int { get }
  /// What becomes readable when the disk has news; -1 where nothing tells.
  var descriptors: [Int32] { get }
  /// Something slow waits for the frame that announces it: show it, then ``work()``.
  var isWorking: Bool { get }

  /// What the terminal said; never that it ended.
  func act(_ input: Input)
  /// The wait ended, some descriptors being readable, or none: reads what the disk has.
  ///
  /// - Returns: false when nothing of it can show.
  func woke(_ ready: [Int32]) -> Bool
  /// About once a second while ``delay`` says so, and after each wait.
  func pass()
  func work()
  /// What was asked of the terminal since the last call.
  func takeRequests() -> [TerminalRequest]
}

/// What only a terminal can do.
enum TerminalRequest: Equatable {
  case bell, redraw, suspend
}

extension Seat {
  var isWorking: Bool { false }

  // One that follows no disk:
  var descriptors: [Int32] { [] }
  func woke(_ ready: [Int32]) -> Bool { true }
  func pass() {}

  func work() {}
}
