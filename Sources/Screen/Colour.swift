/// A colour of the terminal's own, or one that a theme states.
public enum Colour: Hashable, Sendable {
  /// What the terminal shows when asked for nothing.
  case `default`
  /// sRGB, 0 to 255 each.
  case rgb(UInt8, UInt8, UInt8)

  /// Reads `#rrggbb`; nil for anything else.
  public init?(hex: String) {
    let digits = hex.utf8.dropFirst()
    guard hex.utf8.first == UInt8(ascii: "#"), digits.count == 6, !digits.contains(where: { $0 == 43 || $0 == 45 }),
      let value = UInt32(String(hex.dropFirst()), radix: 16)
    else { return nil }
    self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  /// The contrast of two colours, 1 to 21 (WCAG 2.2, "contrast ratio"); nil when one is the terminal's own.
  public func contrast(with other: Colour) -> Double? {
    guard let a = linear?.luminance, let b = other.linear?.luminance else { return nil }
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// The components as amounts of light, nil for the terminal's own colour.
  var linear: LinearColour? {
    guard case .rgb(let red, let green, let blue) = self else { return nil }
    return LinearColour(red: Self.light(red), green: Self.light(green), blue: Self.light(blue))
  }

  /// IEC 61966-2-1's transfer function, as WCAG uses it: x^2.4 is the fifth root of x^12.
  static func light(_ component: UInt8) -> Double {
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let x = (value + 0.055) / 1.055
    let x3 = x * x * x
    return root(x3 * x3 * x3 * x3, 5)
  }
}

/// A colour as amounts of light, 0 to 1 each.
struct LinearColour {
  var red, green, blue: Double

  /// WCAG's relative luminance.
  var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

  /// The colour in OKLab (Björn Ottosson, 2020), where distances are near those an eye sees.
  var perceived: PerceivedColour {
    let l = root(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue, 3)
    let m = root(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue, 3)
    let s = root(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue, 3)
    return PerceivedColour(
      lightness: 0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
      a: 1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
      b: 0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s)
  }
}

/// A colour in OKLab.
struct PerceivedColour {
  /// 0 black to 1 white.
  var lightness: Double
  /// Green to red, and blue to yellow; both 0 for greys.
  var a, b: Double

  var chroma: Double { (a * a + b * b).squareRoot() }

  /// The square of the distance to another colour.
  func distance(to other: PerceivedColour) -> Double {
    let (l, a, b) = (lightness - other.lightness, a - other.a, b - other.b)
    return l * l + a * a + b * b
  }
}

/// The `n`-th root of a number from 0 to 1, by Newton's method: there is no mathematics library here.
private func root(_ x: Double, _ n: Int) -> Double {
  guard x > 0 else { return 0 }
  // The fourth root, which the machine gives, is near the third and the fifth.
  var y = x.squareRoot().squareRoot()
  for _ in 0..<64 {
    let power = (1..<n).reduce(1.0) { product, _ in product * y }
    let next = y - (y - x / power) / Double(n)
    if next == y || abs(next - y) < 1e-15 { return next }
    y = next
  }
  return y
}
