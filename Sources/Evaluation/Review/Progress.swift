/// Several mock orals of one person, the earliest first.
public struct Progress: Equatable, Sendable {
  /// A criterion that several of them heard.
  public struct Line: Equatable, Sendable {
    public let criterion: Review.Criterion
    /// In each oral, nil where it was not heard or bears no mark.
    public let marks: [Mark?]
  }

  public let reviews: [Review]
  /// Met at last, not met or to probe before.
  public let improved: [Line]
  /// Not met or to probe at last, however often.
  public let failing: [Line]

  /// - Throws: fewer than two; another person's or certification's; one given twice.
  public init(_ reviews: [Review]) throws(Refusal) {
    guard reviews.count > 1, let first = reviews.first else {
      throw Refusal(Phrase("un progrès demande deux oraux blancs", "progress takes two mock orals"))
    }
    for review in reviews where review.name != first.name || review.certification != first.certification {
      throw Refusal(
        Phrase(
          "ces fichiers ne sont pas d'une même personne et d'une même certification",
          "these files are not of one person and one certification"), code: .badData)
    }
    let sorted = reviews.sorted { $0.startedAt.unixMilliseconds < $1.startedAt.unixMilliseconds }
    for (a, b) in zip(sorted, sorted.dropFirst()) where a.session == b.session && a.startedAt == b.startedAt {
      throw Refusal(Phrase("un oral est donné deux fois", "an oral is given twice"))
    }
    self.reviews = sorted
    let marks = sorted.map { $0.marks() }
    var seen: Set<String> = []
    let criteria = sorted.reversed().flatMap(\.criteria).filter { seen.insert($0.id).inserted }
    let lines = criteria.map { criterion in Line(criterion: criterion, marks: marks.map { $0[criterion.id] }) }
    func told(_ line: Line) -> [Mark] { line.marks.compactMap { $0 } }
    improved = lines.filter { told($0).last == .met && told($0).contains { $0 != .met } }
    failing = lines.filter { line in told(line).last.map { $0 != .met } ?? false }
  }
}
