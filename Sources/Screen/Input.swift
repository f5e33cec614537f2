/// A key as the person pressed it.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 is `function(1)`.
  case function(Int)
  /// Ctrl with a lower-case letter: Ctrl-C is `control("c")`.
  case control(Character)
}

/// What the mouse did, and on which cell.
public struct Mouse: Equatable, Sendable {
  public enum Act: Equatable, Sendable { case press, doublePress, scrollUp, scrollDown }

  public let act: Act
  public let position: Position

  public init(_ act: Act, at position: Position) {
    self.act = act
    self.position = position
  }
}

/// Everything a terminal can tell the console.
public enum Input: Equatable, Sendable {
  case key(Key)
  case mouse(Mouse)
  case resized(Size)
  /// A pasted text, whole: its line ends are not Enter keys.
  case pasted(String)
  /// The terminal is gone, or the program was asked to end.
  case ended
}
