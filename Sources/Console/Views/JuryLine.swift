import Evaluation
import Screen

extension Console {
  /// The other jurors at a glance, where nothing else must be said: here or silent, how far along (counts only, law 6), and
  /// who has the hand. As much as there is room for, the words first to go.
  func juryRuns(at now: Stamp, width: Int) -> [Run] {
    guard let oral, oral.isIndividual else { return [] }
    let jurors = plan.jury.filter { $0.id != viewer && (oral.sits($0.id) || neighbour($0.id) != nil) }
    let hand = oral.hand == viewer ? [Run(t("vous avez la main", "you have the hand"), "accent")] : []
    for form in [JuryForm.whole, .short, .shortest] {
      let parts = (hand.isEmpty || form == .shortest ? [] : [hand]) + jurors.map { jurorRuns($0, oral, form, at: now) }
      let runs = parts.enumerated().flatMap { $0.offset == 0 ? $0.element : [Run("  ·  ", "text.dim")] + $0.element }
      if Line.columns(runs) <= width || form == .shortest { return runs }
    }
    return []
  }

  func neighbour(_ juror: String) -> Neighbour? { neighbours.first { $0.juror == juror } }

  /// Whether nobody is at the console of the juror who conducts.
  func isHandSilent(at now: Stamp) -> Bool {
    guard let hand = oral?.hand, hand != viewer else { return false }
    return neighbour(hand)?.silence(at: now) != nil || neighbour(hand) == nil
  }

  private enum JuryForm { case whole, short, shortest }

  private func jurorRuns(_ juror: Juror, _ oral: Oral, _ form: JuryForm, at now: Stamp) -> [Run] {
    let name = form == .shortest ? String(juror.family.prefix(1)) : juror.shortName
    let isHand = oral.hand == juror.id
    let said = isHand && form == .whole ? t(" (conduit)", " (conducts)") : isHand ? "*" : ""
    guard let neighbour = neighbour(juror.id) else {
      return [Run("○ ", "text.dim"), Run(name, "text.dim"), Run(said + t(" parti", " left"), "text.dim")]
    }
    if let silence = neighbour.silence(at: now) {
      return [
        Run("○ ", "mark.toProbe"), Run(name, "text"), Run(said, "accent"),
        Run(t(" muet ", " silent ") + minutesText(silence), "mark.toProbe"),
      ]
    }
    return [Run("● ", "mark.met"), Run(name, "text"), Run(said, "accent"), Run(progress(of: juror, oral), "text.dim")]
  }

  private func progress(of juror: Juror, _ oral: Oral) -> String {
    if oral.clock.state == .notStarted { return "" }
    if oral.isDeliberating, oral.decision != nil, oral.seal == nil {
      return oral.confirmations[juror.id] == oral.revision ? t(" confirmé", " confirmed") : ""
    }
    if oral.isDeliberating { return "" }
    if oral.handedIn[juror.id] != nil { return t(" remis", " in") }
    let all = oral.competencies.reduce(0) { $0 + $1.criteria.count }
    return " \(oral.markedCount(by: juror.id))/\(all)"
  }
}
