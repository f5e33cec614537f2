import JSON

/// What a VAE candidate's dossier (*Livret 2*, annex 5) puts forward for a competency.
///
/// The candidate's own words, as the manager copied them: they prove nothing by themselves, the jury looks.
public struct Evidence: Equatable, Sendable {
  public var competency: String
  /// *Intitulé de la mission*.
  public var mission: String
  /// *Entreprise, organisation, autre*.
  public var organisation: String
  /// *Période ou dates*, as written.
  public var period: String
  /// *Numéro de la preuve déposée dans les annexes*; nil where none is named.
  public var number: String?

  public init(competency: String, mission: String, organisation: String, period: String, number: String? = nil) {
    self.competency = competency
    self.mission = mission
    self.organisation = organisation
    self.period = period
    self.number = number
  }
}

extension Evidence {
  /// « C4 ; Chaîne d'import ; Ville de Lyon ; 2023–2024 ; 3 », as it is typed.
  public var typed: String {
    ([competency, mission, organisation, period] + (number.map { [$0] } ?? [])).joined(separator: " ; ")
  }

  /// What was typed: competency, mission, organisation, period, number, between semicolons; the number may be missing.
  ///
  /// - Throws: when a part is missing, or there is one too many.
  public init(typed text: String) throws(Refusal) {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    guard (4...5).contains(parts.count), !parts.prefix(4).contains("") else {
      throw Refusal(
        Phrase(
          "attendu : compétence ; mission ; organisation ; période ; no de preuve",
          "expected: competency; mission; organisation; period; evidence number"), code: .badData)
    }
    let number = parts.count == 5 && !parts[4].isEmpty ? parts[4] : nil
    self.init(
      competency: parts[0].uppercased(), mission: parts[1], organisation: parts[2], period: parts[3], number: number)
  }

  init(members: Members) throws(Refusal) {
    self.init(
      competency: try members.text("competency"), mission: try members.text("mission"),
      organisation: try members.text("organisation"), period: try members.text("period"),
      number: try members.optionalText("number"))
  }

  var json: JSON {
    .object([
      "competency": .string(competency), "mission": .string(mission), "organisation": .string(organisation),
      "period": .string(period), "number": number.map(JSON.string),
    ])
  }
}
