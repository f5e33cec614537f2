import Evaluation

/// A review of a mock oral as a document to take home, with a small chart beside each figure, and in words.
public enum ReviewDocument {
  public static func document(_ review: Review, progress: Progress? = nil, _ language: Language) -> Document {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    let title =
      review.isAlone
      ? t("Retour de répétition", "Review of a rehearsal") : t("Retour d'oral blanc", "Review of a mock oral")
    var document = Document(
      title: title, subtitle: review.certificationTitle,
      watermarks: (review.isSample ? [.sample] : []) + (review.isMock ? [.mock] : []),
      header: "\(review.name) · \(title) · \(review.certification)", footer: t("N'attribue rien.", "Awards nothing."),
      blocks: [.facts(facts(review, language))])
    document.language = language.rawValue
    document.blocks += [
      .heading(t("L'oral sur une ligne de temps", "The oral as a time line")), .table(timeLine(review, language)),
      .heading(t("Temps par phase", "Time by phase")), .table(times(review, language)),
    ]
    if !review.pauses.isEmpty {
      document.blocks.append(
        .part(
          .list(
            review.pauses.map {
              .init(t("Pause à \(minutesText($0.at)), ", "Pause at \(minutesText($0.at)), ") + minutesText($0.length))
            })))
    }
    document.blocks += [.heading(t("À travailler, dans l'ordre", "To work on, in order"))]
    document.blocks += gaps(review, language)
    document.blocks += [.heading(t("Critère par minute", "Criterion by minute"))]
    if review.isAgreed {
      document.blocks.append(
        .part(
          .note(
            t(
              review.decision == nil
                ? "Les jurés ont coché à part : rien n'en est montré tant que le jury n'a pas arrêté l'ensemble."
                : "Les jurés ont coché à part : seul ce que tous ont coché de même est montré.",
              review.decision == nil
                ? "The jurors marked apart: nothing of it is shown until the jury has decided the whole."
                : "The jurors marked apart: only what all marked alike is shown."))))
    }
    if !review.seen.isEmpty {
      let order =
        review.isAlone
        ? t("Ce que j'ai coché, dans l'ordre", "What I marked, in order")
        : t("Ce que le jury a vu, dans l'ordre", "What the jury saw, in order")
      document.blocks += [
        .part(.note(legend(language))), .table(minuteChart(review, language)), .heading(order),
        .table(minutes(review, language)),
      ]
    } else if !review.isAgreed {
      document.blocks.append(.part(.paragraph(t("Aucun critère coché.", "No criterion marked."))))
    }
    let compared = review.comparisons
    if !compared.isEmpty {
      document.blocks += [.heading(t("Mon avis et celui du jury", "My view and the jury's"))]
      document.blocks.append(.table(comparison(review, language)))
    }
    if !review.judgement.again.isEmpty {
      document.blocks += [
        .heading(t("Ce que je referais", "What I would do again")), .part(.paragraph(review.judgement.again)),
      ]
    }
    if !review.comments.isEmpty {
      document.blocks.append(.heading(t("Commentaires partagés par le jury", "Comments shared by the jury")))
      document.blocks += review.comments.map {
        .part(.paragraph($0.text, lead: $0.subject == "oral" ? t("Tout l'oral", "The whole oral") : $0.subject))
      }
    }
    if let progress { document.blocks += blocks(of: progress, language) }
    return document
  }

  private static func facts(_ review: Review, _ language: Language) -> [Document.Fact] {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    var facts = [
      Document.Fact(t("Candidat", "Candidate"), review.name),
      Document.Fact(t("Session", "Session"), review.sessionTitle),
      Document.Fact(t("Date", "Date"), review.startedAt.date.longText(language)),
      Document.Fact(t("Oral", "Oral"), review.format),
    ]
    if let decision = review.decision {
      let said = decision.phrase(on: review.route)(language)
      facts.append(Document.Fact(t("Décision du jury blanc", "The mock jury's decision"), said))
      if !review.comment.isEmpty { facts.append(Document.Fact(t("Commentaire", "Comment"), review.comment)) }
    }
    let met = review.marks().values.count { $0 == .met }
    let total = review.criteria.count
    let text = t("\(met) sur \(total)", "\(met) of \(total)")
    facts.append(
      Document.Fact(
        t("Critères montrés", "Criteria shown"), .bar(.init(permille: met * 1000 / max(1, total), text: text))))
    return facts
  }

  private static func times(_ review: Review, _ language: Language) -> Document.Table {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    let longest = max(1, review.phases.map { max($0.planned, $0.spent) }.max() ?? 1)
    let rows = review.phases.map { phase -> [[Document.Part]] in
      let (spent, planned) = (minutesText(phase.spent), minutesText(phase.planned))
      let over = phase.spent - phase.planned
      let text =
        t("\(spent), prévu \(planned)", "\(spent), planned \(planned)")
        + (over >= 1000 ? t(", dépassé de \(minutesText(over))", ", over by \(minutesText(over))") : "")
      let bar = Document.Bar(permille: phase.spent * 1000 / longest, mark: phase.planned * 1000 / longest, text: text)
      return [[.paragraph(phase.title)], [.bar(bar)]]
    }
    return Document.Table([.init("Phase", share: 40), .init(t("Temps", "Time"), share: 60)], rows: rows)
  }

  private static func gaps(_ review: Review, _ language: Language) -> [Document.Block] {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    let gaps = review.gaps
    guard !gaps.isEmpty else { return [.part(.paragraph(t("Rien ne manque.", "Nothing is missing.")))] }
    return gaps.flatMap { gap -> [Document.Block] in
      let text = t("\(gap.met) critères montrés sur \(gap.total)", "\(gap.met) of \(gap.total) criteria shown")
      let items = gap.competencies.map { missing in
        let verdict = missing.competency.acquired.map {
          $0 ? t(" (acquise)", " (acquired)") : t(" (non acquise)", " (not acquired)")
        }
        return Document.Item(
          "\(missing.competency.id)  \(missing.competency.label)\(verdict ?? "")",
          details: missing.notMet.map { t("non montré : ", "not shown: ") + "\($0.id) \($0.text)" }
            + missing.toProbe.map { t("à creuser : ", "to probe: ") + "\($0.id) \($0.text)" }
            + (missing.unmarked.isEmpty
              ? [] : [t("sans coche : ", "without a mark: ") + missing.unmarked.map(\.id).joined(separator: ", ")]))
      }
      return [
        .facts([
          Document.Fact(
            "\(gap.assessment.id) \(gap.assessment.label)",
            .bar(.init(permille: gap.met * 1000 / max(1, gap.total), text: text)))
        ]), .part(.list(items)),
      ]
    }
  }

  static func said(_ mark: Mark, _ language: Language) -> String {
    switch mark {
    case .met: Phrase("✓ montré", "✓ shown")(language)
    case .notMet: Phrase("✗ non montré", "✗ not shown")(language)
    case .toProbe: Phrase("? à creuser", "? to probe")(language)
    case .none: Phrase("sans coche", "without a mark")(language)
    }
  }

  private static func said(_ answer: SelfJudgement.Answer, _ language: Language) -> String {
    switch answer {
    case .shown: Phrase("✓ montré", "✓ shown")(language)
    case .notShown: Phrase("✗ non montré", "✗ not shown")(language)
    case .unsure: Phrase("? pas sûr", "? not sure")(language)
    }
  }

  /// When it was seen; where jurors marked apart, the minute by which all had.
  static func minute(_ tick: Review.Tick, _ review: Review) -> String {
    review.isAgreed ? "≤ \(tick.at / 60_000 + 1) min" : minutesText(tick.at)
  }

  private static func minutes(_ review: Review, _ language: Language) -> Document.Table {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    let rows = review.seen.map { tick -> [[Document.Part]] in
      let text = review.criteria.first { $0.id == tick.criterion }?.text ?? ""
      return [
        [.paragraph(minute(tick, review))], [.paragraph(text, lead: tick.criterion)],
        [.paragraph(said(tick.mark, language))],
      ]
    }
    return Document.Table(
      [
        .init("Minute", share: 12), .init(t("Critère", "Criterion"), share: 68),
        .init(review.isAlone ? t("Moi", "Me") : "Jury", share: 20),
      ],
      rows: rows)
  }

  private static func comparison(_ review: Review, _ language: Language) -> Document.Table {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    let rows = review.comparisons.map { line -> [[Document.Part]] in
      [
        [.paragraph(line.criterion.text, lead: line.criterion.id)], [.paragraph(said(line.own, language))],
        [.paragraph(said(line.jury, language))],
      ]
    }
    return Document.Table(
      [.init(t("Critère", "Criterion"), share: 60), .init(t("Moi", "Me"), share: 20), .init("Jury", share: 20)],
      rows: rows)
  }

  private static func blocks(of progress: Progress, _ language: Language) -> [Document.Block] {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    func list(_ lines: [Progress.Line]) -> Document.Block {
      guard !lines.isEmpty else { return .part(.paragraph(t("Aucun critère.", "No criterion."))) }
      return .part(.list(lines.map { .init("\($0.criterion.id) \($0.criterion.text)") }))
    }
    let facts = progress.reviews.map { review in
      let met = review.marks().values.count { $0 == .met }
      let total = review.criteria.count
      let (spent, planned) = (minutesText(review.spent), minutesText(review.planned))
      let text =
        t(
          "\(met) critères montrés sur \(total) ; \(spent), prévu \(planned) ; ",
          "\(met) of \(total) criteria shown; \(spent), planned \(planned); ") + review.discipline(language)
      return Document.Fact(
        "\(review.startedAt.date.longText(language)), \(review.startedAt.minuteText)"
          + (review.isAlone ? t(" (répétition)", " (rehearsal)") : ""),
        .bar(.init(permille: met * 1000 / max(1, total), text: text)))
    }
    return [
      .heading(t("Progrès d'un oral blanc à l'autre", "Progress from one mock oral to the next")), .facts(facts),
      .heading(t("Ce qui progresse", "What improved")), list(progress.improved),
      .heading(t("Ce qui manque encore", "What still fails")), list(progress.failing),
    ]
  }
}
