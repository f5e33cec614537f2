import JSON

// What the parts of a referential owe each other. Empty texts and identifiers are noted when they are read, so
// they are passed over here.

extension Reading {
  mutating func checkConsistency(of referential: Referential) {
    unique("blocks", referential.blocks.map(\.id), member: "id")
    unique("blocks", referential.blocks.map(\.code), member: "code")
    unique("assessments", referential.assessments.map(\.id), member: "id")
    unique("formats", referential.formats.map(\.id), member: "id")
    checkCompetencies(of: referential)
    checkAssessments(of: referential)
    checkFormats(of: referential)
  }

  private mutating func checkCompetencies(of referential: Referential) {
    let assessments = Dictionary(referential.assessments.map { ($0.id, $0) }) { first, _ in first }
    var seen: Set<String> = []
    each("blocks", referential.blocks) { reading, _, block in
      reading.each("competencies", block.competencies) { reading, _, competency in
        if !competency.id.isEmpty, !seen.insert(competency.id).inserted {
          reading.note("id", Phrase("« \(competency.id) » est déjà pris", "\"\(competency.id)\" is taken already"))
        }
        reading.checkCriteria(of: competency)
        guard !competency.assessment.isEmpty else { return }
        guard let assessment = assessments[competency.assessment] else {
          return reading.note(
            "assessment",
            Phrase("épreuve inconnue « \(competency.assessment) »", "unknown assessment \"\(competency.assessment)\""))
        }
        if !competency.id.isEmpty, !assessment.competencies.contains(competency.id) {
          reading.note(
            "assessment",
            Phrase(
              "l'épreuve \(assessment.id) ne cite pas \(competency.id)",
              "assessment \(assessment.id) does not list \(competency.id)"))
        }
      }
    }
  }

  /// The seventh criterion of C4 is C4.7; labels tell the criteria of one competency apart.
  private mutating func checkCriteria(of competency: Competency) {
    each("criteria", competency.criteria) { reading, index, criterion in
      let expected = "\(competency.id).\(index + 1)"
      guard !competency.id.isEmpty, !criterion.id.isEmpty, criterion.id != expected else { return }
      reading.note(
        "id", Phrase("« \(criterion.id) » au lieu de « \(expected) »", "\"\(criterion.id)\" instead of \"\(expected)\"")
      )
    }
    unique("criteria", competency.criteria.map(\.label), member: "label")
  }

  private mutating func checkAssessments(of referential: Referential) {
    let owners = Dictionary(referential.competencies.map { ($0.id, $0.assessment) }) { first, _ in first }
    each("assessments", referential.assessments) { reading, _, assessment in
      reading.each("competencies", assessment.competencies) { reading, _, competency in
        guard !competency.isEmpty else { return }
        guard let owner = owners[competency] else {
          return reading.note(Phrase("compétence inconnue « \(competency) »", "unknown competency \"\(competency)\""))
        }
        guard !owner.isEmpty, !assessment.id.isEmpty, owner != assessment.id else { return }
        reading.note(
          Phrase("\(competency) se dit évaluée par « \(owner) »", "\(competency) says it is judged on \"\(owner)\""))
      }
    }
  }

  private mutating func checkFormats(of referential: Referential) {
    let blocks = Set(referential.blocks.map(\.id))
    let assessments = Set(referential.assessments.map(\.id))
    each("formats", referential.formats) { reading, _, format in
      reading.each("blocks", format.blocks) { reading, _, block in
        guard !block.isEmpty, !blocks.contains(block) else { return }
        reading.note(Phrase("bloc inconnu « \(block) »", "unknown block \"\(block)\""))
      }
      reading.unique("phases", format.phases.map(\.id), member: "id")
      reading.each("phases", format.phases) { reading, _, phase in
        reading.each("assessments", phase.assessments) { reading, _, assessment in
          guard !assessment.isEmpty, !assessments.contains(assessment) else { return }
          reading.note(Phrase("épreuve inconnue « \(assessment) »", "unknown assessment \"\(assessment)\""))
        }
      }
    }
  }

  /// Notes a fault of a member of the value that is being read.
  private mutating func note(_ member: String, _ reason: Phrase) { at(.member(member)) { $0.note(reason) } }
}
