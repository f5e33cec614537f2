import Evaluation
import JSON

/// What a session holds on one person, to read.
public enum PersonalDocument {
  /// - Parameters:
  ///   - json: the values, by part: `candidate`, `slot`, `oral`…
  ///   - name: whose they are.
  ///   - referential: for what its formats, blocks and competencies are called.
  ///   - withheld: what is not among them, and why.
  public static func document(
    _ json: JSON, of name: String, referential: Referential, withheld: Phrase, _ language: Language
  ) -> Document {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
    let route = json["candidate"]?["route"]?.string.flatMap(Candidate.Route.init) ?? .training
    let words = PersonalWords(language: language, route: route, titles: titles(of: referential))
    var document = Document(
      title: t("Données personnelles", "Personal data"), subtitle: name,
      watermarks: json["session"]?["mock"] == true ? [.mock] : [],
      header: "\(name) · " + t("données personnelles", "personal data"),
      footer: json["session"]?["id"]?.string ?? "", blocks: [])
    document.language = language.rawValue
    let parts: [(String, String)] = [
      ("session", t("La session", "The session")), ("candidate", t("Au plan", "In the plan")),
      ("earlierRecords", t("Dans des plans antérieurs", "In earlier plans")),
      ("ties", t("Liens déclarés avec un juré", "Declared ties with a juror")), ("slot", t("Créneau", "Slot")),
      ("attendance", t("Présence", "Attendance")), ("incidents", t("Incidents", "Incidents")),
      ("oral", t("L'oral", "The oral")), ("grids", t("Grilles scellées", "Sealed grids")),
      ("minutes", t("Au procès-verbal", "In the minutes")),
    ]
    for (member, title) in parts {
      let told = json[member].map { blocks($0, of: member, words) } ?? []
      document.blocks.append(.heading(title))
      document.blocks += told.isEmpty ? [.part(.paragraph(t("Rien.", "Nothing.")))] : told
    }
    document.blocks += [
      .heading(t("Ce qui n'est pas remis", "What is not handed over")),
      .part(.paragraph(withheld(language))),
    ]
    return document
  }

  private static func titles(of referential: Referential) -> [String: String] {
    let all =
      referential.formats.map { ($0.id, $0.title) } + referential.blocks.map { ($0.id, $0.title) }
      + referential.competencies.map { ($0.id, $0.label) }
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }

  /// A part: the members of an object, those of each object of a list, or what is said in a word.
  private static func blocks(_ json: JSON, of member: String, _ words: PersonalWords) -> [Document.Block] {
    if let items = json.array {
      let objects = items.filter { $0.members != nil }
      if member == "grids" || member == "earlierRecords" { return objects.map { .facts(facts($0, words)) } }
      return items.isEmpty ? [] : [.part(.list(items.map { .init(words.line($0, of: member)) }))]
    }
    if json.members != nil { return [.facts(facts(json, words))] }
    let line = words.line(json, of: member)
    return line.isEmpty ? [] : [.part(.paragraph(line))]
  }

  private static func facts(_ json: JSON, _ words: PersonalWords) -> [Document.Fact] {
    words.ordered(json).map { member in
      guard let items = member.value.array, !items.isEmpty else {
        return Document.Fact(words.name(member.key), words.line(member.value, of: member.key))
      }
      return Document.Fact(words.name(member.key), .list(items.map { .init(words.line($0, of: member.key)) }))
    }
  }
}
