import Evaluation
import JSON

/// What a session holds on one person, to read: each value with where it stands.
public enum PersonalDocument {
  /// - Parameters:
  ///   - json: the values, by part: `candidate`, `slot`, `oral`…
  ///   - name: whose they are.
  ///   - withheld: what is not among them, and why.
  public static func document(_ json: JSON, of name: String, withheld: Phrase, _ language: Language) -> Document {
    func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }
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
      let lines = json[member].map { facts($0, at: "") } ?? []
      document.blocks.append(.heading(title))
      document.blocks.append(lines.isEmpty ? .part(.paragraph(t("Rien.", "Nothing."))) : .facts(lines))
    }
    document.blocks += [
      .heading(t("Ce qui n'est pas remis", "What is not handed over")),
      .part(.paragraph(withheld(language))),
    ]
    return document
  }

  /// The leaves of a value, each with its path.
  private static func facts(_ json: JSON, at path: String) -> [Document.Fact] {
    func inner(_ name: String) -> String { path.isEmpty ? name : "\(path) · \(name)" }
    switch json {
    case .array(let items): return items.enumerated().flatMap { facts($0.element, at: inner("\($0.offset + 1)")) }
    case .string(let text): return [Document.Fact(path.isEmpty ? "–" : path, text)]
    case .int(let number): return [Document.Fact(path.isEmpty ? "–" : path, String(number))]
    case .bool(let flag): return [Document.Fact(path, flag ? "oui" : "non")]
    case .null: return []
    default: return (json.members ?? []).flatMap { facts($0.value, at: inner($0.key)) }
    }
  }
}
