import Evaluation

/// A session's planning (annex 2), to post and to hand out.
public enum PlanningDocument {
  public static func document(_ planning: Planning) -> Document {
    let plan = planning.plan
    var watermarks: [Document.Watermark] = []
    if plan.isSample { watermarks.append(.sample) }
    if plan.isMock { watermarks.append(.mock) }
    return Document(
      title: "Planning de session", subtitle: planning.referential.certification.title, watermarks: watermarks,
      header: "\(plan.title) · Planning · \(plan.certification)", footer: planning.standing,
      blocks: [.facts(session(planning))] + planning.columns.flatMap { column($0, planning) } + unplaced(planning)
        + [
          .heading("Durées et réglages"), .facts(planning.durations), .part(.note(Planning.durationsNote)),
        ])
  }

  private static func session(_ planning: Planning) -> [Document.Fact] {
    let plan = planning.plan
    return [
      Document.Fact("Session", plan.title), Document.Fact("Dates", dates(from: plan.from, to: plan.to)),
      Document.Fact("Centre", "\(plan.centre.name), \(plan.centre.address)"),
      Document.Fact("Certification", "\(planning.referential.certification.title) (\(plan.certification))"),
      Document.Fact(plan.manager.function, plan.manager.name),
    ]
  }

  private static func column(_ column: Planning.Column, _ planning: Planning) -> [Document.Block] {
    let jury = column.jury
    var facts = [Document.Fact("Jury", planning.names(jury))]
    if let link = planning.plan.room(column.room)?.link { facts.append(Document.Fact("Visio", link)) }
    let rows = column.slots.map { slot -> [[Document.Part]] in
      let minutes = planning.minutes(slot).map { "\($0) min" } ?? "–"
      var oral: [Document.Part] = [.paragraph(planning.oral(slot))]
      if slot.jury != jury { oral.append(.paragraph(planning.names(slot.jury), lead: "Jury :")) }
      if let link = slot.link { oral.append(.paragraph(link, lead: "Visio :")) }
      return [
        [.paragraph(planning.span(slot))], [.paragraph(planning.call(slot))], [.paragraph(planning.name(slot))], oral,
        [.paragraph(minutes)],
      ]
    }
    return [
      .heading("\(column.date.longText(.fr)) · \(Room.title(column.room).fr)"), .facts(facts),
      .table(
        .init(
          [
            .init("Créneau", share: 13), .init("Convocation", share: 12), .init("Candidat", share: 30),
            .init("Épreuve", share: 33), .init("Oral", share: 12),
          ], rows: rows)),
    ]
  }

  private static func unplaced(_ planning: Planning) -> [Document.Block] {
    guard !planning.unplaced.isEmpty else { return [] }
    return [.heading("Sans créneau"), .part(.list(planning.unplaced.map { .init($0.name) }))]
  }
}
