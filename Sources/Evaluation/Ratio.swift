/// A quotient of integers in lowest terms, exact until someone reads it: journals and JSON hold no other numbers.
public struct Ratio: Equatable, Sendable {
  public let numerator: Int
  /// More than 0.
  public let denominator: Int

  /// Nil when it would divide by zero.
  public init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    var (divisor, rest) = (denominator, numerator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    if (denominator / divisor) < 0 { divisor = -divisor }
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  public var value: Double { Double(numerator) / Double(denominator) }

  /// How many hundredths, thousandths … it is, to the nearest one, a half away from zero.
  ///
  /// - Parameter scale: 100 for hundredths; more than 0.
  public func rounded(per scale: Int) -> Int {
    let (whole, rest) = (abs(numerator) * scale).quotientAndRemainder(dividingBy: denominator)
    return (whole + (2 * rest >= denominator ? 1 : 0)) * (numerator < 0 ? -1 : 1)
  }

  /// Two decimals, as each language writes them: « 0,43 », “0.43”.
  public var phrase: Phrase {
    let hundredths = rounded(per: 100)
    let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
    let (sign, decimals) = (hundredths < 0 ? "−" : "", rest < 10 ? "0\(rest)" : "\(rest)")
    return Phrase("\(sign)\(whole),\(decimals)", "\(sign)\(whole).\(decimals)")
  }
}
