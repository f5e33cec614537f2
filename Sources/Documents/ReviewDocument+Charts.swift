import Evaluation

// The charts of a review: each line with its own words, for those who do not see it.

extension ReviewDocument {
  /// The plan above the oral as it went, on one scale.
  static func timeLine(_ review: Review, _ language: Language) -> Document.Table {
    let length = review.timeLineLength
    let lines = [
      (Phrase("Prévu", "Planned"), review.plannedStretches), (Phrase("Réel", "Actual"), review.stretches),
    ]
    let rows = lines.map { name, stretches -> [[Document.Part]] in
      let words = stretches.map { said($0, review, language) }.joined(separator: Phrase(" ; ", "; ")(language))
      let track = Document.Track(
        stretches.map { span($0, of: length) }, lines: scale(of: length), text: "\(name(language)) : \(words)")
      return [[.paragraph(name(language))], [.track(track)]]
    }
    return Document.Table(
      [.init(Phrase("Déroulé", "Course")(language), share: 14), .init(minutes(length, language), share: 86)], rows: rows
    )
  }

  /// A competency a line: where the jury saw its criteria, and how.
  static func minuteChart(_ review: Review, _ language: Language) -> Document.Table {
    let length = max(1, review.length)
    let rows = review.seenByCompetency.map { competency, ticks -> [[Document.Part]] in
      let spans = ticks.map { tick in
        let from = tick.at * 1000 / length
        let look: Document.Track.Look = tick.mark == .met ? .full : tick.mark == .toProbe ? .half : .thin
        return Document.Track.Span(from: min(from, 992), to: min(from, 992) + 8, look)
      }
      let track = Document.Track(spans, lines: scale(of: length), text: said(ticks, of: competency, review, language))
      let count = "\(ticks.count { $0.mark == .met })/\(competency.criteria.count)"
      return [[.paragraph(competency.label, lead: competency.id)], [.track(track)], [.paragraph(count)]]
    }
    return Document.Table(
      [
        .init(Phrase("Compétence", "Competency")(language), share: 30), .init(minutes(length, language), share: 60),
        .init(Phrase("Montrés", "Shown")(language), share: 10),
      ], rows: rows)
  }

  /// How the lines of ``minuteChart(_:_:)`` are to be read.
  static let legend = Phrase(
    "Barre pleine : montré. Demi-barre claire : à creuser. Trait : non montré.",
    "Full bar: shown. Lighter half bar: to probe. Thin line: not shown.")

  // MARK: Scale

  /// Minutes between two lines of a scale.
  private static func step(of length: Int) -> Int {
    [1, 2, 5, 10, 15, 30, 60].first { length / 60_000 / $0 < 12 } ?? 120
  }

  /// In thousandths of the length.
  private static func scale(of length: Int) -> [Int] {
    let step = step(of: length) * 60_000
    return stride(from: step, to: length, by: step).map { $0 * 1000 / length }
  }

  private static func minutes(_ length: Int, _ language: Language) -> String {
    let (last, step) = ((length + 59_999) / 60_000, step(of: length))
    return Phrase("0 à \(last) min, un repère toutes les \(step) min", "0 to \(last) min, a line every \(step) min")(
      language)
  }

  /// Phases by turns full and half as high; a pause is a thin line, seen however short.
  private static func span(_ stretch: Review.Stretch, of length: Int) -> Document.Track.Span {
    let (from, to) = (stretch.from * 1000 / length, stretch.to * 1000 / length)
    if stretch.isPause { return .init(from: from, to: max(to, from + 2), .thin) }
    return .init(from: from, to: to, stretch.phase.isMultiple(of: 2) ? .full : .half)
  }

  // MARK: In words

  private static func said(_ stretch: Review.Stretch, _ review: Review, _ language: Language) -> String {
    let title = review.phases.indices.contains(stretch.phase) ? review.phases[stretch.phase].title : ""
    let name = stretch.isPause ? Phrase("pause", "pause")(language) : title
    let (from, to) = (minutesText(stretch.from), minutesText(stretch.to))
    return Phrase("\(name) de \(from) à \(to)", "\(name) from \(from) to \(to)")(language)
  }

  private static func said(
    _ ticks: [Review.Tick], of competency: Review.Competency, _ review: Review, _ language: Language
  ) -> String {
    guard !ticks.isEmpty else {
      return Phrase("\(competency.id) : aucune coche", "\(competency.id): no mark")(language)
    }
    let marks = ticks.map { "\($0.criterion) \(minute($0, review)) \(said($0.mark, language))" }
    return Phrase("\(competency.id) : ", "\(competency.id): ")(language) + marks.joined(separator: ", ")
  }
}
