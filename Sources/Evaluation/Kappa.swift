/// Agreement beyond what chance would give: (observed − expected) / (1 − expected).
///
/// 1 is perfect agreement, 0 what chance gives, below 0 less than that. No words such as "good" go with a value: where
/// they are used, their thresholds are someone's choice.
public enum Kappa: Equatable, Sendable {
  public enum Method: String, Sendable {
    /// Two jurors, the same for every item.
    case cohen
    /// As many jurors for every item, not always the same ones: three or more, or two who change.
    case fleiss
  }

  case value(Ratio, Method)
  /// So few items in common that one mark would make another figure.
  case tooFew(common: Int)
  /// Everyone put one and the same mark everywhere: chance would give full agreement, so nothing can be beyond it.
  case undefined
  /// Some items were judged by more jurors than others, which neither formula knows.
  case unequalJuries

  /// Cohen's kappa, for two raters and nominal categories.
  ///
  /// J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960),
  /// 37–46. With N items, a of them on the diagonal, and S the sum over categories of both raters' totals multiplied:
  /// (a/N − S/N²) / (1 − S/N²) = (aN − S) / (N² − S).
  ///
  /// - Parameter table: items by the first rater's category (row) and the second's (column); as many of both.
  /// - Returns: nil when the expected agreement is 1, or there is no item.
  static func cohen(_ table: [[Int]]) -> Ratio? {
    let count = table.joined().reduce(0, +)
    let agreed = table.indices.reduce(0) { $0 + table[$1][$1] }
    let chance = table.indices.reduce(0) { sum, category in
      sum + table[category].reduce(0, +) * table.reduce(0) { $0 + $1[category] }
    }
    return Ratio(agreed * count - chance, over: count * count - chance)
  }

  /// Fleiss' kappa, for a fixed number of raters an item and nominal categories.
  ///
  /// J. L. Fleiss, "Measuring nominal scale agreement among many raters", Psychological Bulletin 76 (1971), 378–382.
  /// With n raters, m marks in all, A the ordered pairs of raters who agree on an item, and S the sum of the squared
  /// totals of the categories: (A/(m(n−1)) − S/m²) / (1 − S/m²) = (Am − S(n−1)) / ((n−1)(m² − S)).
  ///
  /// - Parameter table: one row an item: how many raters chose each category. Every row adds up to the same number.
  /// - Returns: nil when the expected agreement is 1, or there is no item, or one rater.
  static func fleiss(_ table: [[Int]]) -> Ratio? {
    guard let first = table.first else { return nil }
    let others = first.reduce(0, +) - 1
    let marks = table.count * (others + 1)
    let agreeing = table.joined().reduce(0) { $0 + $1 * ($1 - 1) }
    let chance = first.indices.reduce(0) { sum, category in
      let total = table.reduce(0) { $0 + $1[category] }
      return sum + total * total
    }
    return Ratio(agreeing * marks - chance * others, over: others * (marks * marks - chance))
  }
}
