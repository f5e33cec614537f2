import Evaluation
import Screen

/// A referential as plain text, for reading in a terminal: headings in the reader's language, its own texts as they
/// are in the règlement.
struct ReferentialListing {
  /// Lines of at most the width, each ended.
  private(set) var text = ""
  private let width: Int
  private let language: Language

  /// `width` is in columns; under 40 it counts as 40.
  init(of referential: Referential, width: Int, in language: Language) {
    self.width = max(40, width)
    self.language = language
    heading(of: referential)
    for block in referential.blocks { add(block) }
    add(referential.assessments)
    add(referential.formats)
    add(referential.rules)
  }

  private mutating func heading(of referential: Referential) {
    let certification = referential.certification
    paragraph(referential.name)
    paragraph(referential.counts(language))
    line("")
    paragraph(referential.source)
    paragraph(
      Phrase(
        "Grilles et procès-verbal : \(certification.committee), \(certification.committeeAddress)",
        "Grids and minutes: \(certification.committee), \(certification.committeeAddress)")(language))
  }

  private mutating func add(_ block: Block) {
    section("\(block.id)  \(block.code)")
    paragraph(block.title)
    for competency in block.competencies {
      line("")
      paragraph("\(competency.title) [\(competency.assessment)]", lead: competency.id, indent: 5)
      for criterion in competency.criteria {
        paragraph(criterion.text, lead: "     \(criterion.id)", indent: 13)
        for detail in criterion.details { paragraph(detail, lead: String(repeating: " ", count: 13) + "–", indent: 15) }
      }
    }
  }

  private mutating func add(_ assessments: [Assessment]) {
    section(Phrase("Épreuves", "Assessments")(language))
    for assessment in assessments {
      line("")
      let competencies = assessment.competencies.joined(separator: ", ")
      paragraph("\(assessment.name) · \(assessment.label) · \(competencies)", lead: assessment.id, indent: 5)
      for expected in assessment.expected { paragraph(expected, lead: "", indent: 5) }
      items(Phrase("Livrables", "Deliverables"), assessment.deliverables)
      items(Phrase("Évaluation", "Judged by"), assessment.evaluation)
    }
  }

  private mutating func items(_ title: Phrase, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    line("     " + title(language))
    for text in texts { paragraph(text, lead: "     –", indent: 7) }
  }

  private mutating func add(_ formats: [OralFormat]) {
    section(Phrase("Oraux", "Orals")(language))
    for format in formats {
      line("")
      let blocks = format.blocks.joined(separator: ", ")
      paragraph("\(format.title) · \(blocks) · \(format.minutes) min", lead: format.id, indent: 9)
      for phase in format.phases {
        let minutes = "\(phase.minutes) min"
        let gap = String(repeating: " ", count: max(0, 16 - minutes.count))
        paragraph(phase.title, lead: gap + minutes, indent: 18)
      }
    }
  }

  private mutating func add(_ rules: JuryRules) {
    section(Phrase("Jury", "Jury")(language))
    let sentences = [
      Phrase("au moins \(rules.minimumMembers) membres", "at least \(rules.minimumMembers) members"),
      Phrase("\(rules.minimumYears) ans d'expérience au moins", "at least \(rules.minimumYears) years of practice"),
      Phrase(
        "au moins \(rules.minimumExternalPercent) % extérieurs à l'organisme certificateur et à l'organisme évaluateur",
        "at least \(rules.minimumExternalPercent) % from outside the certifying and assessing bodies"),
      Phrase(
        "livrables reçus \(rules.deliverablesDays) jours avant la session",
        "deliverables received \(rules.deliverablesDays) days before the session"),
      Phrase(
        "règlement reçu \(rules.documentsDays) jours avant la session",
        "règlement received \(rules.documentsDays) days before the session"),
    ]
    for sentence in sentences { paragraph(sentence(language), lead: "–", indent: 2) }
  }

  private mutating func section(_ title: String) {
    line("")
    line("")
    line(title)
    line(String(repeating: "─", count: min(width, Width.columns(title))))
  }

  /// A wrapped text; `lead` stands before its first line, which starts at `indent` with the others.
  private mutating func paragraph(_ text: String, lead: String = "", indent: Int = 0) {
    let margin = String(repeating: " ", count: indent)
    for (index, part) in Wrap.lines(text, width: width - indent).enumerated() {
      let gap = String(repeating: " ", count: max(1, indent - Width.columns(lead)))
      line(index == 0 && !lead.isEmpty ? lead + gap + part : margin + part)
    }
  }

  private mutating func line(_ text: String) { self.text += text + "\n" }
}

extension Referential {
  /// Which certification it is.
  var name: String { "\(certification.id) \(certification.title)" }

  /// How much of it there is.
  var counts: Phrase {
    let criteria = competencies.reduce(0) { $0 + $1.criteria.count }
    return Phrase(
      "\(blocks.count) blocs, \(competencies.count) compétences, \(criteria) critères, "
        + "\(assessments.count) épreuves, \(formats.count) oraux",
      "\(blocks.count) blocks, \(competencies.count) competencies, \(criteria) criteria, "
        + "\(assessments.count) assessments, \(formats.count) orals")
  }
}
