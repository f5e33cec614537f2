import Evaluation

/// Annex 3's tables: one a block, and what the blocks came to.
struct GridBlocks {
  let grid: Grid
  let referential: Referential

  /// Blocks held from an earlier session are named without their criteria; blocks this oral did not judge are not.
  var blocks: [Document.Block] {
    var out: [Document.Block] = []
    for (number, block) in numbered {
      guard let result = result(of: block) else { continue }
      out.append(.heading("Bloc de compétences \(number) : \(block.title)"))
      out.append(.table(result.isHeld ? held(block) : judged(block)))
    }
    let rows = numbered.compactMap { number, block in result(of: block).map { row(number, block, $0) } }
    out.append(.heading("Résultat par bloc de compétences"))
    out.append(.table(.init([.init("Bloc", share: 70), .init("Résultat", share: 30)], rows: rows)))
    return out
  }

  /// Blocks with their rank in the certification, which is the number annex 3 gives them.
  private var numbered: [(number: Int, block: Block)] {
    referential.blocks.enumerated().map { ($0 + 1, $1) }
  }

  private func result(of block: Block) -> Grid.BlockResult? { grid.blocks.first { $0.block == block.id } }

  private func judged(_ block: Block) -> Document.Table {
    var explained: Set<String> = []
    let rows = block.competencies.map { competency in
      let isFirst = explained.insert(competency.assessment).inserted
      return [
        [name(competency)], isFirst ? expected(competency.assessment) : [],
        [.list(competency.criteria.map { .init($0.text, details: $0.details) })], verdict(on: competency),
      ]
    }
    return Document.Table(
      [
        .init("Compétences", share: 21), .init("Attendu", share: 23), .init("Critères", share: 44),
        .init("Acquis\u{A0}/ Non\u{A0}acquis", label: "Verdict", share: 12),
      ], rows: rows)
  }

  private func held(_ block: Block) -> Document.Table {
    Document.Table(
      [.init("Compétences", share: 70), .init("Acquis\u{A0}/ Non\u{A0}acquis", label: "Verdict", share: 30)],
      rows: block.competencies.map { [[name($0)], [.paragraph("acquis (session antérieure)")]] })
  }

  private func name(_ competency: Competency) -> Document.Part {
    .paragraph(competency.title, lead: "\(competency.id).")
  }

  /// Annex 3's second column: what the candidate was to do, hand in, and how it is judged.
  private func expected(_ id: String) -> [Document.Part] {
    guard let assessment = referential.assessments.first(where: { $0.id == id }) else { return [] }
    let competencies = assessment.competencies.joined(separator: ", ")
    var parts: [Document.Part] = [.paragraph("\(assessment.name) (\(competencies))", lead: "\(id).")]
    parts += assessment.expected.map { .paragraph($0) }
    if assessment.deliverables.count == 1 {
      parts.append(.paragraph(assessment.deliverables[0], lead: "Livrable\u{A0}:"))
    } else if !assessment.deliverables.isEmpty {
      parts += [.paragraph("", lead: "Livrables\u{A0}:"), .list(assessment.deliverables.map { .init($0) })]
    }
    if !assessment.evaluation.isEmpty {
      parts += [.paragraph("", lead: "Évaluation\u{A0}:"), .list(assessment.evaluation.map { .init($0) })]
    }
    return parts
  }

  private func verdict(on competency: Competency) -> [Document.Part] {
    let verdict = grid.verdicts.first { $0.competency == competency.id }
    guard let verdict, verdict.unmarked > 0 else { return [boxes(verdict?.acquired)] }
    let criteria = verdict.unmarked == 1 ? "1 critère" : "\(verdict.unmarked) critères"
    return [boxes(verdict.acquired), .note("décidé avec \(criteria) sans coche")]
  }

  private func row(_ number: Int, _ block: Block, _ result: Grid.BlockResult) -> [[Document.Part]] {
    var verdict = result.isHeld ? [.paragraph("acquis (session antérieure)")] : [boxes(result.acquired)]
    if !result.reason.isEmpty { verdict.append(.paragraph(result.reason, lead: "Motif\u{A0}:")) }
    return [[.paragraph("\(block.title) (\(block.code))", lead: "Bloc \(number).")], verdict]
  }

  /// Both boxes empty where nothing was decided.
  private func boxes(_ acquired: Bool?) -> Document.Part {
    .choice([.init("ACQUIS", isTaken: acquired == true), .init("NON ACQUIS", isTaken: acquired == false)])
  }
}
