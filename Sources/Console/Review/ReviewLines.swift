import Evaluation
import Screen

// The pages of a review that are read: lines of the screen's width.

extension ReviewConsole {
  var width: Int { max(20, size.columns - 2) }

  /// The lines of the page.
  var lines: [[Run]] {
    switch page {
    case .time: timeLines
    case .minutes: minuteLines
    case .gaps: gapLines
    case .comparison: comparisonLines
    case .comments: commentLines
    case .progress: progressLines
    case .judgement, .replay: []
    }
  }

  func padded(_ text: String, _ columns: Int) -> String {
    let cut = Width.columns(text) > columns ? String(text.prefix(max(0, columns - 1))) + "…" : text
    return cut + String(repeating: " ", count: max(0, columns - Width.columns(cut)))
  }

  private func wrapped(_ text: String, indent: Int, _ role: Role = .text) -> [[Run]] {
    Wrap.lines(text, width: max(10, width - indent)).map {
      [Run(String(repeating: " ", count: indent)), Run($0, role)]
    }
  }

  // MARK: Time

  private var timeLines: [[Run]] {
    var lines: [[Run]] = [[]]
    if let decision = review.decision {
      let said = decision.phrase(on: review.route)(language)
      lines += [[Run(t("Décision du jury : ", "The jury's decision: ")), Run(said, "text.strong")]]
      if !review.comment.isEmpty { lines += wrapped(review.comment, indent: 2, "text.dim") }
      lines.append([])
    }
    lines += timeLine + [[]]
    let longest = max(1, review.phases.map { max($0.planned, $0.spent) }.max() ?? 1)
    let title = min(26, width / 3)
    let room = max(8, width - title - 24)
    for phase in review.phases {
      let over = phase.spent - phase.planned
      let track = room * phase.planned / longest
      let bar = Line.bar(phase.spent, of: longest, width: room)
      lines.append([
        Run(padded(phase.title, title) + " "), Run(bar.done, over > 0 ? "mark.notMet" : "bar.done"),
        Run(bar.rest, "bar.todo"), Run("  \(minutesText(phase.spent))", "text.strong"),
        Run(" / \(minutesText(phase.planned))", "text.dim"),
        Run(over > 0 ? " +\(minutesText(over))" : "", "mark.notMet"),
      ])
      lines.append([
        Run(String(repeating: " ", count: title + 1 + max(0, track - 1)) + "▲ " + t("prévu", "planned"), "text.dim")
      ])
    }
    lines += [
      [],
      [
        Run(t("En tout ", "In all "), "text.dim"), Run(minutesText(review.spent), "text.strong"),
        Run(t(" sur \(minutesText(review.planned)) prévues", " of \(minutesText(review.planned)) planned"), "text.dim"),
      ],
      [],
    ]
    if review.pauses.isEmpty { lines.append([Run(t("Aucune pause.", "No pause."), "text.dim")]) }
    for pause in review.pauses {
      lines.append([
        Run(t("Pause à ", "Pause at ") + minutesText(pause.at)), Run("  " + minutesText(pause.length), "text.dim"),
      ])
    }
    return lines
  }

  // MARK: Criterion by minute

  /// What the lists hold where jurors marked apart.
  private var agreedLines: [[Run]] {
    guard review.isAgreed else { return [[]] }
    guard review.decision != nil else {
      return [[]]
        + wrapped(
          t(
            "Les jurés ont coché à part : rien n'en est montré tant que le jury n'a pas arrêté l'ensemble, confirmé par chacun.",
            "The jurors marked apart: nothing of it is shown until the jury has decided the whole, confirmed by each."),
          indent: 0, "text.dim") + [[]]
    }
    return [[]]
      + wrapped(
        t(
          "Les jurés ont coché à part : seul ce que tous ont coché de même est montré, à la minute où le dernier l'a vu.",
          "The jurors marked apart: only what all marked alike is shown, at the minute at which the last one saw it."),
        indent: 0, "text.dim") + [[]]
  }

  private var minuteLines: [[Run]] {
    let seen = review.seen
    guard !seen.isEmpty else {
      return agreedLines + [[Run(t("Aucun critère coché.", "No criterion marked."), "text.dim")]]
    }
    return agreedLines + minuteChart + [[]] + seen.map(line(of:))
  }

  // MARK: Gaps

  private var gapLines: [[Run]] {
    let gaps = review.gaps
    guard !gaps.isEmpty else { return agreedLines + [[Run(t("Rien ne manque.", "Nothing is missing."), "mark.met")]] }
    var lines = agreedLines
    func title(_ gap: Review.Gap) -> String { "\(gap.assessment.id) \(gap.assessment.label)" }
    func title(_ missing: Review.Missing) -> String {
      "  \(padded(missing.competency.id, 3))  \(missing.competency.label)"
    }
    let titles = min(width - 38, gaps.map { Width.columns(title($0)) }.max() ?? 0)
    let competencies = min(width - 14, gaps.flatMap(\.competencies).map { Width.columns(title($0)) }.max() ?? 0)
    for gap in gaps {
      let bar = Line.bar(gap.met, of: max(1, gap.total), width: 20)
      lines.append([
        Run(padded(title(gap), max(0, titles)) + "  ", "text.strong"), Run(bar.done, "bar.done"),
        Run(bar.rest, "bar.todo"),
        Run(t("  \(gap.met)/\(gap.total) montrés", "  \(gap.met)/\(gap.total) shown"), "text.dim"),
      ])
      for missing in gap.competencies {
        let verdict =
          missing.competency.acquired.map {
            $0
              ? Run(t("acquise", "acquired"), "verdict.acquired")
              : Run(t("non acquise", "not acquired"), "verdict.notAcquired")
          } ?? Run("")
        lines.append([Run(padded(title(missing), max(0, competencies)) + "  "), verdict])
        for (mark, criteria) in [(Mark.notMet, missing.notMet), (.toProbe, missing.toProbe)] {
          for criterion in criteria {
            lines.append([
              Run("       "), Self.sign(of: mark), Run("  \(padded(criterion.id, 6))", "text.dim"),
              Run(criterion.label),
            ])
          }
        }
        if !missing.unmarked.isEmpty {
          let ids = missing.unmarked.map(\.id).joined(separator: " ")
          lines += wrapped(t("· sans coche : ", "· without a mark: ") + ids, indent: 7, "text.dim")
        }
      }
      lines.append([])
    }
    return lines
  }

  // MARK: Self against jury

  private var comparisonLines: [[Run]] {
    let all = review.comparisons
    guard !all.isEmpty else {
      return [
        [],
        [Run(t("Rien à comparer : pas d'avis de votre part.", "Nothing to compare: no view of yours."), "text.dim")],
      ]
    }
    var lines = agreedLines
    for kind in Review.Comparison.allCases {
      let own = all.filter { $0.comparison == kind }
      guard !own.isEmpty else { continue }
      let title: String =
        switch kind {
        case .overrated:
          t("Vous pensiez l'avoir montré, le jury ne l'a pas vu", "You thought you showed it, the jury did not see it")
        case .underrated:
          t("Vous ne pensiez pas l'avoir montré, le jury l'a vu", "You thought you did not show it, the jury saw it")
        case .unsure: t("L'un des deux n'est pas sûr", "One of the two is not sure")
        case .alike: t("Même avis", "The same view")
        }
      lines.append([Run("\(title) (\(own.count))", "text.strong")])
      lines += own.map { line in
        [
          Run(t("  moi ", "  me ")), Self.sign(of: line.own), Run(t("  jury ", "  jury ")), Self.sign(of: line.jury),
          Run("  \(padded(line.criterion.id, 6)) ", "text.dim"), Run(line.criterion.label),
        ]
      }
      lines.append([])
    }
    if !review.judgement.again.isEmpty {
      lines.append([Run(t("Ce que vous referiez", "What you would do again"), "text.strong")])
      lines += wrapped(review.judgement.again, indent: 2)
    }
    return lines
  }

  // MARK: Comments

  private var commentLines: [[Run]] {
    guard !review.comments.isEmpty else {
      return [[], [Run(t("Aucun commentaire partagé par le jury.", "No comment shared by the jury."), "text.dim")]]
    }
    return [[]]
      + review.comments.flatMap { comment -> [[Run]] in
        let label =
          review.criteria.first { $0.id == comment.subject }?.label
          ?? review.competencies.first { $0.id == comment.subject }?.label ?? ""
        let subject = comment.subject == "oral" ? t("Tout l'oral", "The whole oral") : "\(comment.subject)  \(label)"
        let paragraphs = comment.text.split(separator: "\n").flatMap { wrapped(String($0), indent: 2) }
        return [[Run(subject, "text.strong")]] + paragraphs + [[]]
      }
  }

  // MARK: Progress

  private var progressLines: [[Run]] {
    guard let progress else { return [] }
    var lines: [[Run]] = [[]]
    for review in progress.reviews {
      let met = review.marks().values.count { $0 == .met }
      let total = review.criteria.count
      let bar = Line.bar(met, of: max(1, total), width: 16)
      let over = review.spent - review.planned
      lines.append([
        Run("\(review.startedAt.date.text) \(review.startedAt.minuteText)  ", "text.strong"), Run(bar.done, "bar.done"),
        Run(bar.rest, "bar.todo"), Run(t("  \(met)/\(total) montrés", "  \(met)/\(total) shown")),
        Run(
          "  \(minutesText(review.spent)) / \(minutesText(review.planned))"
            + (over >= 1000 ? " +\(minutesText(over))" : ""),
          over >= 1000 ? "mark.notMet" : "text.dim"),
      ])
      lines += wrapped(
        review.format + (review.isAlone ? t(" · répétition", " · rehearsal") : "")
          + " · \(review.discipline(language))",
        indent: 2, "text.dim")
    }
    for (title, list) in [
      (t("Ce qui progresse", "What improved"), progress.improved),
      (t("Ce qui manque encore", "What still fails"), progress.failing),
    ] {
      lines += [[], [Run("\(title) (\(list.count))", "text.strong")]]
      lines += list.map { line in
        [Run("  ")] + line.marks.flatMap { [Self.sign(of: $0), Run(" ")] }
          + [Run(" \(padded(line.criterion.id, 6)) ", "text.dim"), Run(line.criterion.label)]
      }
    }
    return lines
  }
}
