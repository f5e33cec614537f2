extension Plan {
  /// Whether candidates may review what the jury saw: of an *oral blanc*, or among made-up people.
  public var isReviewed: Bool { isMock || isSample }
}

extension Oral {
  /// What its candidate may know of it.
  ///
  /// Where the jury shares a console its marks are the jury's. Where each juror has one, marks are each juror's own until
  /// the jury has decided the whole and each has confirmed it: none is told before, were they all alike. Then a mark is in
  /// it if all who sat marked the criterion alike, at the whole minute at which the last of them had: what they differed
  /// on the jury settled as verdicts, as the grid does, and which criteria those were is not told.
  ///
  /// - Throws: for a real oral, and before the end; where jurors mark apart, before all have handed in.
  public func review() throws(Refusal) -> Review {
    guard plan.isReviewed else {
      throw Refusal(
        Phrase(
          "ce n'est pas un oral blanc : ce que le jury a vu reste au jury",
          "this is no mock oral: what the jury saw stays with the jury"),
        hint: Phrase("« \"mock\": true » dans session.json", "“\"mock\": true” in session.json"), code: .badData)
    }
    guard isDeliberating, let start = clock.moments.first?.at, let end = clock.endedAt else {
      throw Refusal(
        Phrase(
          clock.state == .ended ? "toutes les grilles ne sont pas remises" : "l'oral n'est pas terminé",
          clock.state == .ended ? "not all grids are handed in" : "the oral has not ended"), code: .badData)
    }
    let isWhole = decision != nil && (!isIndividual || sittingJurors.allSatisfy { confirmations[$0.id] == revision })
    func since(_ stamp: Stamp) -> Int { stamp.elapsed(since: start).milliseconds }
    return Review(
      session: plan.id, sessionTitle: plan.title, isMock: plan.isMock, isSample: plan.isSample,
      certification: referential.certification.id, certificationTitle: referential.certification.title,
      candidate: candidate.id, family: candidate.family, given: candidate.given, route: candidate.route,
      format: format.title,
      startedAt: start.at, isAgreed: isIndividual, isAlone: false, waivesJudgement: plan.settings.waivesSelfJudgement,
      phases: clock.reviewedPhases, pauses: clock.reviewedPauses(from: start, to: end),
      moments: clock.reviewedMoments(from: start),
      assessments: assessments.map { Review.Assessment(id: $0.id, label: $0.label) },
      competencies: competencies.map { competency in
        Review.Competency(competency, acquired: isWhole ? verdicts[competency.id]?.acquired : nil)
      },
      ticks: (isIndividual ? isWhole ? agreedTicks(since) : [] : sharedTicks(since)).filter { $0.at <= since(end) },
      comments: sharedComments, decision: isWhole ? decision : nil, comment: isWhole ? comment : "")
  }

  /// As the jury put them on its one console.
  private func sharedTicks(_ since: (Stamp) -> Int) -> [Review.Tick] {
    let ticks = self[sheetOf: Oral.jury].ticks.filter { criterion($0.criterion) != nil }
    return ticks.map { Review.Tick(at: since($0.at), criterion: $0.criterion, mark: $0.mark) }
  }

  /// What all who sat marked alike, in the order of their times, then of the criteria.
  private func agreedTicks(_ since: (Stamp) -> Int) -> [Review.Tick] {
    let sheets = sittingJurors.map { self[sheetOf: $0.id] }
    let ticks = competencies.flatMap(\.criteria).compactMap { criterion -> Review.Tick? in
      guard let mark = sheets.first?.mark(of: criterion.id), mark != .none,
        sheets.allSatisfy({ $0.mark(of: criterion.id) == mark })
      else { return nil }
      let last = sheets.compactMap { $0.markedAt[criterion.id].map(since) }.max() ?? 0
      // Marked after the end: it belongs to no minute of the oral.
      let end = clock.endedAt.map(since) ?? 0
      return Review.Tick(at: min(last, end) / 60_000 * 60_000, criterion: criterion.id, mark: mark)
    }
    return ticks.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
  }

  /// Those on the whole oral first, then in the criteria's order: not in that of their writing, nor by author.
  private var sharedComments: [Review.Comment] {
    let authors = isIndividual ? sittingJurors.map(\.id) : [Oral.jury]
    let notes = authors.flatMap { self[sheetOf: $0].notes() }.filter(\.isShared)
    let subjects = ["oral"] + competencies.flatMap { [$0.id] + $0.criteria.map(\.id) }
    return subjects.flatMap { subject in
      notes.filter { $0.subject == subject }.map { Review.Comment(subject: subject, text: $0.text) }
        .sorted { $0.text < $1.text }
    }
  }

  func refusalOfSharing(_ number: Int, by author: String) -> Refusal? {
    guard plan.isReviewed else {
      return no("une note ne se partage qu'à l'oral blanc", "a note is shared in a mock oral only")
    }
    return self[sheetOf: author].notes.contains { $0.number == number && !$0.isWithdrawn }
      ? nil : no("aucune note \(number) à partager", "no note \(number) to share")
  }
}
