import Evaluation

/// The facts of a made-up oral, each with its time: from the candidate's arrival to the jury's decision.
struct OralScript {
  let oral: Oral
  let story: DayStory
  /// When the clock starts, milliseconds since 1970.
  let start: Int

  typealias Cue = (at: Int, event: Event)

  /// In order.
  var cues: [Cue] {
    let hearing = cut(hearing)
    let end = hearing.last?.at ?? start
    return arrival + hearing + deliberation(from: end + minute)
  }

  private var minute: Int { 60_000 }

  /// Section 2.1: identity, presence, no tie.
  private var arrival: [Cue] {
    let jurors = oral.plan.jurors(hearing: oral.candidate.id).map(\.id)
    let events =
      [Event.identityChecked(true)] + jurors.flatMap { [.jurorPresent(juror: $0, true), .noTieDeclared(juror: $0)] }
    return events.enumerated().map { (start - 3 * minute + $0 * 5000, $1) }
  }

  /// The oral itself, as if nothing cut it.
  private var hearing: [Cue] {
    var cues: [Cue] = [(start, .clockStarted(backdatedBy: 0))]
    var time = start
    for (index, phase) in oral.clock.phases.enumerated() {
      if index > 0 { cues.append((time, .phaseEntered(phase: phase.id))) }
      let length = phase.planned * story.pace / 100
      let heard = oral.assessments.filter { phase.assessments.contains($0.id) }
      let marks: [[Event]] = heard.map { assessment in
        oral.competencies.filter { $0.assessment == assessment.id }.flatMap { self.marks(of: $0) }
      }
      let step = length / (marks.joined().count + heard.count + 1)
      var now = time
      for (rank, (assessment, events)) in zip(heard, marks).enumerated() {
        if rank > 0 { cues.append((now, .assessmentEntered(assessment: assessment.id))) }
        for event in events {
          now += step
          cues.append((now, event))
        }
        now += step
      }
      time += length
    }
    return cues + [(time, .oralEnded)]
  }

  /// What makes one candidate's gaps others than another's.
  private var seed: Int { oral.candidate.id.utf8.reduce(0) { $0 + Int($1) } }

  /// Marks of a competency's criteria: what was refused was not shown, and a few things elsewhere.
  private func marks(of competency: Competency) -> [Event] {
    competency.criteria.enumerated().map { index, criterion in
      let isMissing =
        story.refused.contains(competency.id)
        ? index % 2 == 0 : (index * 7 + seed + competency.criteria.count) % 11 == 0
      return .criterionMarked(criterion: criterion.id, mark: isMissing ? .notMet : .met)
    }
  }

  /// The same with a cut: the clock is paused as long as it lasts, and what follows is later.
  private func cut(_ cues: [Cue]) -> [Cue] {
    guard let cut = story.cut else { return cues }
    let from = start + cut.after * minute
    let to = from + cut.minutes * minute
    let settlement = Settlement(
      .extended, gap: to - from, counted: 0, reason: "coupure réseau", by: president, pause: 1)
    let pause: [Cue] = [
      (from, .clockPaused(reason: "coupure réseau")), (to - 30_000, .interruptionSettled(settlement)),
      (to, .clockResumed(backdatedBy: 0)),
    ]
    let before = cues.filter { $0.at < from }
    let after = cues.filter { $0.at >= from }
    return before + pause + after.map { ($0.at + cut.minutes * minute, $0.event) }
  }

  private var president: String {
    let jurors = oral.plan.jurors(hearing: oral.candidate.id)
    return (jurors.first(where: \.isPresident) ?? jurors.first)?.id ?? ""
  }

  /// Verdicts, blocks, decision.
  private func deliberation(from start: Int) -> [Cue] {
    var events = oral.competencies.map {
      Event.verdictGiven(competency: $0.id, acquired: !story.refused.contains($0.id), unmarkedConfirmed: false)
    }
    let acquired = oral.blocks.map { block in !block.competencies.contains { story.refused.contains($0.id) } }
    for (block, acquired) in zip(oral.blocks, acquired) {
      events.append(.blockDecided(block: block.id, acquired: acquired, reason: ""))
    }
    let decision: Decision = !acquired.contains(false) ? .admitted : acquired.contains(true) ? .partial : .notAdmitted
    events.append(.decisionTaken(decision: decision, comment: story.comment))
    return events.enumerated().map { (start + $0 * 12_000, $1) }
  }
}
