import Testing

@testable import Documents
@testable import Evaluation

/// Annex 5's four outcomes, as a VAE candidate's grid and the minutes say them.
@Suite struct OutcomeTests {
  private static let comment = "Tenir un carnet d'atelier."

  private static func grid(_ decision: Decision) throws -> Grid {
    var grid = try sampleGrid()
    (grid.route, grid.format, grid.decision, grid.comment) = (.vae, "", decision, decision == .admitted ? "" : comment)
    return grid
  }

  @Test(arguments: [
    (
      Decision.admitted,
      """
      Décision du jury

      ☒ Validation totale
      ☐ Validation d'un ou plusieurs blocs
      ☐ Validation partielle des compétences
      ☐ Non-validation

      RULE
      Commentaires

      Aucun.
      """
    ),
    (
      .blocks,
      """
      Décision du jury

      ☐ Validation totale
      ☒ Validation d'un ou plusieurs blocs
      ☐ Validation partielle des compétences
      ☐ Non-validation

      RULE
      Commentaires

      Tenir un carnet d'atelier.
      """
    ),
    (
      .partial,
      """
      Décision du jury

      ☐ Validation totale
      ☐ Validation d'un ou plusieurs blocs
      ☒ Validation partielle des compétences
      ☐ Non-validation

      RULE
      Compétences ou expériences à acquérir pour valider totalement le titre

      Tenir un carnet d'atelier.
      """
    ),
    (
      .notAdmitted,
      """
      Décision du jury

      ☐ Validation totale
      ☐ Validation d'un ou plusieurs blocs
      ☐ Validation partielle des compétences
      ☒ Non-validation

      RULE
      Motifs de la non-validation

      Tenir un carnet d'atelier.
      """
    ),
  ])
  func `a VAE grid's text names the outcome taken, and what it obliges to write`(decision: Decision, text: String)
    throws
  {
    let page = PlainText.render(document(try Self.grid(decision)))
    let rule = String(repeating: "─", count: 80)
    let part = page.split(separator: rule + "\nDécision").last.map { "Décision" + $0 } ?? ""
    #expect(part.hasPrefix(text.replacing("RULE", with: rule)), "\(part)")
    #expect(page.contains("Voie d'accès        VAE\nÉpreuve orale       Entretien VAE\n"))
  }

  @Test(arguments: [
    (Decision.admitted, "Validation totale", "Commentaires"),
    (.blocks, "Validation d&#39;un ou plusieurs blocs", "Commentaires"),
    (
      .partial, "Validation partielle des compétences",
      "Compétences ou expériences à acquérir pour valider totalement le titre"
    ),
    (.notAdmitted, "Non-validation", "Motifs de la non-validation"),
  ])
  func `a VAE grid's page ticks one of the four outcomes`(decision: Decision, taken: String, heading: String) throws {
    let page = HTML.render(document(try Self.grid(decision)))
    let outcomes = [
      "Validation totale", "Validation d&#39;un ou plusieurs blocs", "Validation partielle des compétences",
      "Non-validation",
    ]
    let list = outcomes.map { $0 == taken ? "<li class=\"taken\">☒ \($0)</li>" : "<li>☐ \($0)</li>" }
    #expect(page.contains(list.joined(separator: "\n")))
    #expect(page.contains("<h2>\(heading)</h2>"))
  }

  @Test(arguments: [
    (Decision.admitted, Minutes.Result.admitted, "VAE : Validation totale"),
    (.blocks, .partial, "VAE : Validation d'un ou plusieurs blocs"),
    (.partial, .partial, "VAE : Validation partielle des compétences"),
    (.notAdmitted, .notAdmitted, "VAE : Non-validation"),
  ])
  func `the minutes name a VAE candidate's outcome, with the jury's words`(
    decision: Decision, result: Minutes.Result, said: String
  ) throws {
    let grid = try Self.grid(decision)
    var row = Minutes.Row(candidate: "durand", family: "Durand", given: "Léa", route: .vae, result: result)
    (row.comment, row.outcome) = (grid.comment, decision)
    let minutes = Minutes(
      session: grid.session, sessionTitle: grid.sessionTitle, from: grid.from, to: grid.to,
      centre: .init(name: "Centre", address: "Rue"), links: [], isSample: false, isMock: false,
      certification: grid.certification, certificationTitle: "Horloger d'essai", referential: grid.referential,
      rows: [row], jury: [], observations: "", manager: grid.signers[0], sources: [], sealedAt: grid.sealedAt,
      edition: 1)
    let inJSON = minutes.json["candidates"]?.array?.first
    #expect(inJSON?["outcome"]?.string == decision.rawValue && inJSON?["result"]?.string == result.rawValue)
    #expect(inJSON?["comment"]?.string == (decision == .admitted ? nil : Self.comment))
    let signed = grid.json
    #expect(signed["candidate"]?["route"] == "vae" && signed["decision"]?.string == decision.rawValue)
    #expect(signed["comment"]?.string == (decision == .admitted ? nil : Self.comment))
    let document = MinutesDocument.document(
      minutes: minutes, referential: referential, digest: "", signatures: [], state: .draft)
    let text = PlainText.render(document).replacing("\u{A0}", with: " ")
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains(said + (decision == .admitted ? "" : " " + Self.comment)), "\(text)")
    let page = HTML.render(document).replacing("\u{A0}", with: " ")
    let escaped = said.dropFirst(6).replacing("'", with: "&#39;")
    #expect(page.contains("<strong>VAE :</strong> \(escaped)"), "\(page)")
  }
}
