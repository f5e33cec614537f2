extension Review {
  /// A stretch of the oral within one phase, in milliseconds since the start.
  public struct Stretch: Equatable, Sendable {
    public let from: Int
    public let to: Int
    /// Index of the phase.
    public let phase: Int
    /// The clock stood.
    public let isPause: Bool
  }

  /// The oral as it went, from its start to its end, without those of no length.
  public var stretches: [Stretch] {
    zip(moments, moments.dropFirst()).filter { $0.at < $1.at }.map {
      Stretch(from: $0.at, to: $1.at, phase: $0.phase, isPause: !$0.isRunning)
    }
  }

  /// The oral as its format plans it, each phase after the one before.
  public var plannedStretches: [Stretch] {
    var from = 0
    return phases.indices.map { phase in
      defer { from += phases[phase].planned }
      return Stretch(from: from, to: from + phases[phase].planned, phase: phase, isPause: false)
    }
  }

  /// What both fit in, in milliseconds.
  public var timeLineLength: Int { max(1, length, planned) }

  /// Phases that took longer than planned by a second at least, and by how much.
  public var overruns: [(phase: Phase, over: Int)] {
    phases.filter { $0.spent - $0.planned >= 1000 }.map { ($0, $0.spent - $0.planned) }
  }

  /// How the time was kept, in words: « dans le temps », or what overran.
  public func discipline(_ language: Language) -> String {
    let over = overruns.map { "\($0.phase.title) +\(minutesText($0.over))" }
    return over.isEmpty
      ? Phrase("chaque phase dans son temps", "each phase within its time")(language)
      : Phrase("dépassé : ", "over: ")(language) + over.joined(separator: ", ")
  }

  /// When the criteria of each competency were seen, those still marked at the end; all competencies, in their order.
  public var seenByCompetency: [(competency: Competency, ticks: [Tick])] {
    let seen = seen
    return competencies.map { competency in
      let ids = Set(competency.criteria.map(\.id))
      return (competency, seen.filter { ids.contains($0.criterion) })
    }
  }
}
