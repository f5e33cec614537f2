import Screen

/// The tables of escape sequences: xterm's control sequences, with rxvt's and the VT220's numbers.
enum Sequences {
  /// The key of ESC [ parameters final. Modifiers (a second parameter) are not told apart.
  static func key(_ numbers: [Int], final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "Z"): .backTab
    case UInt8(ascii: "~"): numbered(numbers.first ?? 0)
    // Rxvt's Shift-arrows are small letters.
    case UInt8(ascii: "a")...UInt8(ascii: "d"): keypad(final - 0x20)
    // F3 here is also a report of the cursor's place, which no one asked for.
    case UInt8(ascii: "A")...UInt8(ascii: "D"), UInt8(ascii: "F"), UInt8(ascii: "H"),
      UInt8(ascii: "P")...UInt8(ascii: "S"):
      keypad(final)
    default: nil
    }
  }

  /// The key of ESC O final: arrows and F1 to F4, and the number pad in its application mode.
  static func keypad(_ final: UInt8) -> Key? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 0x40)))
    default: nil
    }
  }

  private static func numbered(_ number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 4, 8: .end
    case 3: .delete
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  /// The mouse act of ESC [ < button ; column ; row, ended by "M" for a press and "m" for a release.
  static func mouse(_ parameters: ArraySlice<UInt8>, final: UInt8) -> Mouse? {
    let numbers = numbers(parameters)
    guard numbers.count == 3, final == UInt8(ascii: "M"), numbers[1] > 0, numbers[2] > 0 else { return nil }
    let position = Position(row: numbers[2] - 1, column: numbers[1] - 1)
    // Bits 2 to 4 are Shift, Alt and Ctrl; bit 5 a movement, bit 6 the wheel.
    switch numbers[0] & ~0b11100 {
    case 0: return Mouse(.press, at: position)
    case 64: return Mouse(.scrollUp, at: position)
    case 65: return Mouse(.scrollDown, at: position)
    default: return nil
    }
  }

  /// Numbers separated by semicolons; what is no small number counts as 0.
  static func numbers(_ parameters: ArraySlice<UInt8>) -> [Int] {
    parameters.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { $0.count < 6 ? Int(String(decoding: $0, as: UTF8.self)) ?? 0 : 0 }
  }
}
