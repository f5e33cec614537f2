import Evaluation

extension Session {
  /// What the sitting jurors put apart; nil while a grid is awaited.
  ///
  /// Jurors go by id and name: another session may give the id to somebody else.
  func firstRatings(of candidate: Candidate) throws(Refusal) -> [Rating]? {
    // First values are only there for one who sits, and the facts say who does.
    guard let juror = try oral(of: candidate).sittingJurors.first else { return nil }
    let ratings = try oral(of: candidate, viewer: juror.id).firstRatings
    guard !ratings.isEmpty else { return nil }
    let people = Dictionary(plan.jury.map { ($0.id, "\($0.id) \($0.name)") }, uniquingKeysWith: { first, _ in first })
    return ratings.map { rating in
      let marks = rating.marks.map { (people[$0] ?? $0, $1) }
      return Rating(criterion: rating.criterion, marks: Dictionary(marks, uniquingKeysWith: { first, _ in first }))
    }
  }

  /// Why this session's marks do not compare with another's; nil when they do.
  func refusalOfComparing(with first: Session) -> Refusal? {
    if plan.marking != .individual {
      return Refusal(
        Phrase(
          "le jury y partage une console : il n'y a qu'une grille, et rien à comparer",
          "its jury shares one console: there is one grid, and nothing to compare"),
        hint: Phrase(
          "L'accord se mesure où chaque juré coche à part : « \"marking\": \"individual\" » dans session.json.",
          "Agreement is measured where each juror marks apart: “\"marking\": \"individual\"” in session.json."),
        place: directory.plan, code: .badData)
    }
    return refusalOfMixing(with: first)
  }

  /// Why this session's orals are not counted with another's; nil when they are.
  func refusalOfMixing(with first: Session) -> Refusal? {
    if plan.isMock {
      return Refusal(
        Phrase("un oral blanc n'entre dans aucune statistique", "a mock oral enters no statistics"),
        place: "\(directory.plan): mock", code: .badData)
    }
    if plan.certification != first.plan.certification {
      return Refusal(
        Phrase(
          "la certification \(plan.certification) n'est pas celle de la première session, "
            + first.plan.certification,
          "certification \(plan.certification) is not the first session's, \(first.plan.certification)"),
        hint: Phrase("Donnez les sessions d'une même certification.", "Give sessions of one certification."),
        place: "\(directory.plan): certification", code: .badData)
    }
    if referential != first.referential {
      return Refusal(
        Phrase(
          "son référentiel n'est pas celui de la première session", "its referential is not the first session's"),
        hint: Phrase(
          "Un même numéro y peut désigner un autre critère.", "There, a number may stand for another criterion."),
        place: "\(directory.plan): referential", code: .badData)
    }
    return nil
  }

  var refusalOfCountingTwice: Refusal {
    Refusal(
      Phrase("la session « \(plan.id) » est donnée deux fois", "session “\(plan.id)” is given twice"),
      hint: Phrase(
        "Chaque oral compte une fois : retirez la copie.", "Each oral counts once: leave the copy out."),
      place: directory.plan, code: .usage)
  }
}
