/// What the jurors who judged a criterion of one oral put on it, each apart from the others.
public struct Rating: Equatable, Sendable {
  public let criterion: String
  /// By juror: everyone who judged this oral is here, with `none` where they put no mark.
  public let marks: [String: Mark]

  public init(criterion: String, marks: [String: Mark]) {
    self.criterion = criterion
    self.marks = marks
  }

  /// Whether two jurors or more judged it, and each put a mark: only then can it be compared.
  var isCommon: Bool { marks.count >= 2 && !marks.values.contains(.none) }

  /// How many jurors put each mark, in the order of ``Agreement/categories``.
  fileprivate var counts: [Int] { Agreement.categories.map { mark in marks.values.count { $0 == mark } } }
}

/// How far jurors agree on the marks they put apart, on nominal categories: no mark is nearer to one than to another.
public struct Agreement: Equatable, Sendable {
  /// Common items under which no kappa is told.
  ///
  /// The program's own number, not the règlement's nor the literature's: under ten items, one mark put otherwise moves
  /// the share of agreement by more than ten points.
  public static let fewestItems = 10

  /// What a juror may have put; no mark is no judgement, so it is no category.
  static let categories: [Mark] = [.met, .notMet, .toProbe]

  /// Items compared: each juror who judged them put a mark.
  public let items: Int
  /// Items that could not be: a juror's mark is missing, or there was one juror.
  public let leftOut: Int
  /// Pairs of jurors on a common item, and those in which both put the same mark. With two jurors, a pair is an item.
  public let pairs: Int
  public let agreeingPairs: Int
  /// The jurors who judged each common item, when it was as many for every one.
  public let jurors: Int?
  public let kappa: Kappa

  /// The share of pairs that agree; nil when nothing could be compared.
  ///
  /// With two jurors: the share of items on which they agree. With more: the mean over the pairs of jurors.
  public var percent: Ratio? { Ratio(agreeingPairs, over: pairs) }

  /// - Parameters:
  ///   - ratings: the first values: what each juror put before knowing the others'.
  ///   - fewest: common items under which no kappa is told.
  public init(_ ratings: [Rating], fewest: Int = fewestItems) {
    let common = ratings.filter(\.isCommon)
    items = common.count
    leftOut = ratings.count - common.count
    pairs = common.reduce(0) { $0 + $1.marks.count * ($1.marks.count - 1) / 2 }
    let counts = common.map(\.counts)
    agreeingPairs = counts.joined().reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    let sizes = Set(common.map(\.marks.count))
    jurors = sizes.count == 1 ? sizes.first : nil
    if common.count < max(fewest, 1) {
      kappa = .tooFew(common: common.count)
    } else if sizes.count > 1 {
      kappa = .unequalJuries
    } else if let table = Self.tableOfTwo(common) {
      kappa = Kappa.cohen(table).map { .value($0, .cohen) } ?? .undefined
    } else {
      kappa = Kappa.fleiss(counts).map { .value($0, .fleiss) } ?? .undefined
    }
  }

  /// One agreement for each group of ratings: by criterion over several orals, by assessment, by jury.
  ///
  /// - Parameter group: what a rating belongs to; nil leaves it aside.
  public static func by<Group: Hashable>(
    _ group: (Rating) -> Group?, of ratings: [Rating], fewest: Int = fewestItems
  ) -> [Group: Agreement] {
    var groups: [Group: [Rating]] = [:]
    for rating in ratings { if let group = group(rating) { groups[group, default: []].append(rating) } }
    return groups.mapValues { Agreement($0, fewest: fewest) }
  }

  /// Items by the mark of the first juror (row) and of the second (column); nil unless the same two judged them all.
  private static func tableOfTwo(_ ratings: [Rating]) -> [[Int]]? {
    guard let pair = ratings.first?.marks.keys.sorted(), pair.count == 2 else { return nil }
    var table = Array(repeating: Array(repeating: 0, count: categories.count), count: categories.count)
    for rating in ratings {
      let columns = pair.compactMap { juror in categories.firstIndex { $0 == rating.marks[juror] } }
      guard columns.count == 2 else { return nil }
      table[columns[0]][columns[1]] += 1
    }
    return table
  }
}
