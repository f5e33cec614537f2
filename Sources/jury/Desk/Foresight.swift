import Console

/// What follows once an action is taken, worked out before: the disk has not answered yet, and it may refuse.
struct Foresight {
  let action: Action
  let console: Console
  let effects: [Effect]
  /// Till when the picture drawn meanwhile shows it, by itself: milliseconds since the boot.
  let drawnUntil: Int
}
