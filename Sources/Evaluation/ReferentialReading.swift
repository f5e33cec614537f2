import JSON

// Each part of a referential beside the JSON object it is written as: the members are the properties, by name.

extension Reading {
  mutating func referential(_ json: JSON) -> Referential {
    object(json, members: ["assessments", "blocks", "certification", "formats", "rules", "source"])
    return Referential(
      certification: member("certification", of: json) { $0.certification($1) } ?? blank { $0.certification($1) },
      blocks: list("blocks", of: json, orNone: false) { $0.block($1) },
      assessments: list("assessments", of: json, orNone: false) { $0.assessment($1) },
      formats: list("formats", of: json, orNone: false) { $0.format($1) },
      rules: member("rules", of: json) { $0.rules($1) } ?? blank { $0.rules($1) },
      source: text("source", of: json))
  }

  private mutating func certification(_ json: JSON) -> Certification {
    object(json, members: ["committee", "committeeAddress", "gridTitle", "id", "title"])
    return Certification(
      id: id("id", of: json), title: text("title", of: json), gridTitle: text("gridTitle", of: json),
      committeeAddress: text("committeeAddress", of: json), committee: text("committee", of: json))
  }

  private mutating func block(_ json: JSON) -> Block {
    object(json, members: ["code", "competencies", "id", "title"])
    return Block(
      id: id("id", of: json), code: id("code", of: json), title: text("title", of: json),
      competencies: list("competencies", of: json, orNone: false) { $0.competency($1) })
  }

  private mutating func competency(_ json: JSON) -> Competency {
    object(json, members: ["assessment", "criteria", "id", "label", "title"])
    return Competency(
      id: id("id", of: json), title: text("title", of: json),
      label: text("label", of: json, columns: Referential.competencyLabelColumns),
      assessment: id("assessment", of: json),
      criteria: list("criteria", of: json, orNone: false) { $0.criterion($1) })
  }

  private mutating func criterion(_ json: JSON) -> Criterion {
    object(json, members: ["details", "id", "label", "text"])
    return Criterion(
      id: id("id", of: json), label: text("label", of: json, columns: Referential.criterionLabelColumns),
      text: text("text", of: json), details: texts("details", of: json))
  }

  private mutating func assessment(_ json: JSON) -> Assessment {
    object(
      json,
      members: ["competencies", "deliverables", "evaluation", "expected", "id", "kind", "label", "name"])
    return Assessment(
      id: id("id", of: json), kind: kind("kind", of: json), name: text("name", of: json),
      label: text("label", of: json, columns: Referential.assessmentLabelColumns),
      expected: texts("expected", of: json), competencies: ids("competencies", of: json),
      deliverables: texts("deliverables", of: json), evaluation: texts("evaluation", of: json))
  }

  private mutating func kind(_ name: String, of json: JSON) -> Assessment.Kind {
    let kind = member(name, of: json) { reading, value -> Assessment.Kind? in
      if let kind = value.string.flatMap(Assessment.Kind.init(rawValue:)) { return kind }
      let known = Assessment.Kind.allCases.map(\.rawValue)
      reading.note(
        Phrase(
          "genre inconnu : " + known.map { "« \($0) »" }.joined(separator: " ou "),
          "unknown kind: " + known.map { "\"\($0)\"" }.joined(separator: " or ")))
      return nil
    }
    return kind ?? .miseEnSituation
  }

  private mutating func format(_ json: JSON) -> OralFormat {
    object(json, members: ["blocks", "id", "phases", "title"])
    return OralFormat(
      id: id("id", of: json), title: text("title", of: json, columns: Referential.formatTitleColumns),
      blocks: ids("blocks", of: json), phases: list("phases", of: json, orNone: false) { $0.phase($1) })
  }

  private mutating func phase(_ json: JSON) -> OralFormat.Phase {
    object(json, members: ["assessments", "id", "minutes", "title"])
    return OralFormat.Phase(
      id: id("id", of: json), title: text("title", of: json, columns: Referential.phaseTitleColumns),
      minutes: integer("minutes", of: json, in: 1...1440), assessments: ids("assessments", of: json, orNone: true))
  }

  private mutating func rules(_ json: JSON) -> JuryRules {
    object(
      json,
      members: [
        "deliverablesDays", "documentsDays", "minimumExternalPercent", "minimumMembers", "minimumYears",
      ])
    return JuryRules(
      minimumMembers: integer("minimumMembers", of: json, in: 1...99),
      minimumYears: integer("minimumYears", of: json, in: 0...99),
      minimumExternalPercent: integer("minimumExternalPercent", of: json, in: 0...100),
      deliverablesDays: integer("deliverablesDays", of: json, in: 0...366),
      documentsDays: integer("documentsDays", of: json, in: 0...366))
  }
}

extension Certification {
  var json: JSON {
    .object([
      "id": .string(id), "title": .string(title), "gridTitle": .string(gridTitle), "committee": .string(committee),
      "committeeAddress": .string(committeeAddress),
    ])
  }
}

extension Block {
  var json: JSON {
    .object([
      "id": .string(id), "code": .string(code), "title": .string(title),
      "competencies": .array(competencies.map(\.json)),
    ])
  }
}

extension Competency {
  var json: JSON {
    .object([
      "id": .string(id), "title": .string(title), "label": .string(label), "assessment": .string(assessment),
      "criteria": .array(criteria.map(\.json)),
    ])
  }
}

extension Criterion {
  var json: JSON {
    .object(["id": .string(id), "label": .string(label), "text": .string(text), "details": .texts(details)])
  }
}

extension Assessment {
  var json: JSON {
    .object([
      "id": .string(id), "kind": .string(kind.rawValue), "name": .string(name), "label": .string(label),
      "expected": .texts(expected), "competencies": .texts(competencies), "deliverables": .texts(deliverables),
      "evaluation": .texts(evaluation),
    ])
  }
}

extension OralFormat {
  var json: JSON {
    .object([
      "id": .string(id), "title": .string(title), "blocks": .texts(blocks), "phases": .array(phases.map(\.json)),
    ])
  }
}

extension OralFormat.Phase {
  var json: JSON {
    .object([
      "id": .string(id), "title": .string(title), "minutes": .int(minutes), "assessments": .texts(assessments),
    ])
  }
}

extension JuryRules {
  var json: JSON {
    .object([
      "minimumMembers": .int(minimumMembers), "minimumYears": .int(minimumYears),
      "minimumExternalPercent": .int(minimumExternalPercent), "deliverablesDays": .int(deliverablesDays),
      "documentsDays": .int(documentsDays),
    ])
  }
}

extension JSON {
  fileprivate static func texts(_ texts: [String]) -> JSON { .array(texts.map { .string($0) }) }
}
