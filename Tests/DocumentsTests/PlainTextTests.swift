import Testing

@testable import Documents
@testable import Evaluation

@Test func `a refused grid tells what was decided, by whom, and who is still to sign`() throws {
  var grid = try sampleGrid()
  grid.isSample = true
  grid.verdicts[0].acquired = false
  grid.blocks[0] = .init(block: "B1", acquired: false, isHeld: false, reason: "")
  grid.blocks[1] = .init(block: "B2", acquired: false, isHeld: false, reason: "L'huile choisie était rance.")
  grid.decision = .notAdmitted
  grid.comment = "L'écart n'est pas mesuré : revoir la comparaison à une référence et son incertitude.\n\nRevenir."
  grid.edition = 2
  let text = PlainText.render(document(grid, [benaliSigned]))
  #expect(
    text == """
      ═══════════════════════ EXEMPLE · SIGNATURES INCOMPLÈTES ═══════════════════════

      Grille d'évaluation individuelle RNCP
      HORLOGER.E D'ESSAI

      Date de session     1er décembre 2026
      Nom du candidat     Durand
      Prénom du candidat  Léa
      Voie d'accès        Formation
      Épreuve orale       Titre
      Certification       Horloger d'essai (RNCP00001)
      Centre              Atelier de Besançon
      Édition             2e édition, la précédente est annulée

      ────────────────────────────────────────────────────────────────────────────────
      Bloc de compétences 1 : Régler une horloge

      C1. Mesurer l'avance d'une horloge en la comparant à une référence.
        Attendu      E1. Mise en situation 1 (C1, C2)
                     L'évaluation se fait sur une horloge réelle.
                     Livrable : rapport individuel
                     Évaluation :
                     – Correction du rapport
                     – Soutenance orale
        Critères     – La référence est nommée.
                     – L'écart est donné avec son unité et son incertitude, pour
                       chacune des positions :
                       · à plat,
                       · debout.
        Verdict      ☐ ACQUIS   ☒ NON ACQUIS
                     (décidé avec 2 critères sans coche)

      C2. Corriger l'avance.
        Critères     – La correction va dans le bon sens.
        Verdict      ☒ ACQUIS   ☐ NON ACQUIS

      ────────────────────────────────────────────────────────────────────────────────
      Bloc de compétences 2 : Entretenir une horloge

      C3. Huiler le mécanisme.
        Attendu      E2. Cas pratique 1 (C3)
                     Livrables :
                     – carnet.
                     – photographies.
        Critères     – L'huile est choisie.
        Verdict      ☒ ACQUIS   ☐ NON ACQUIS

      ────────────────────────────────────────────────────────────────────────────────
      Résultat par bloc de compétences

      Bloc 1. Régler une horloge (RNCP00001BC01)
        Résultat     ☐ ACQUIS   ☒ NON ACQUIS

      Bloc 2. Entretenir une horloge (RNCP00001BC02)
        Résultat     ☐ ACQUIS   ☒ NON ACQUIS
                     Motif : L'huile choisie était rance.

      ────────────────────────────────────────────────────────────────────────────────
      Décision du jury

      ☐ Admis   ☒ Non admis   ☐ Admission partielle

      ────────────────────────────────────────────────────────────────────────────────
      Commentaires

      L'écart n'est pas mesuré : revoir la comparaison à une référence et son
      incertitude.
      Revenir.

      ────────────────────────────────────────────────────────────────────────────────
      Date et signatures de l'ensemble des membres du jury

      Amina BENALI
        Qualité      Président du jury
        Fonction     Horlogère, Comtoise
        Signature    ☒ signé le 1er décembre 2026 à 10:42:07 (UTC+01:00)
        Clé          dGh1bWJwcmludC1iZW5hbGk

      Marc ROUX
        Qualité      Membre du jury
        Fonction     Régleur, Balancier SA
        Signature    ☐ en attente
        Clé          dGh1bWJwcmludC1yb3V4

      ────────────────────────────────────────────────────────────────────────────────
      Authenticité

      Grille       Q2FsbWUsIGFsaWduw6ksIGxpc2libGUgZXQgYmVhdS4
      Référentiel  cmVmZXJlbnRpZWw
      Session      Session d'essai (essai-2026)
      Scellée le   1er décembre 2026 à 10:40:12 (UTC+01:00)
      Édition      2e
      Empreintes   SHA-256, base64url ; « jury verify » les contrôle, et les
                   signatures.

      ────────────────────────────────────────────────────────────────────────────────
      Grille SHA-256 Q2FsbWUsIGFsaWduw6ksIGxpc2libGUgZXQgYmVhdS4

      ═══════════════════════ EXEMPLE · SIGNATURES INCOMPLÈTES ═══════════════════════

      """)
}

@Test func `a complete grid of a real session bears no watermark`() throws {
  let text = PlainText.render(document(try sampleGrid(), [benaliSigned, rouxSigned]))
  #expect(text.hasPrefix("Grille d'évaluation individuelle RNCP\n"))
  #expect(!text.contains("═"))
}

@Test(arguments: [79, 80, 99, 100]) func `a watermark is as wide as the page`(width: Int) throws {
  #expect(PlainText.lines(document(try sampleGrid()), width: width).first?.count == width)
}

@Test func `a watermark says sample, mock, unsigned, void`() throws {
  var grid = try sampleGrid()
  func first(_ document: Document) -> String {
    String(PlainText.render(document).prefix { $0 != "\n" }.filter { $0 != "═" })
  }
  #expect(first(document(grid)) == " NON SIGNÉ ")
  #expect(first(document(grid, [], .draft)) == " NON SIGNÉ ")
  #expect(first(document(grid, [benaliSigned, rouxSigned], .void)) == " ANNULÉ ")
  grid.isMock = true
  #expect(first(document(grid, [benaliSigned, rouxSigned])) == " ORAL BLANC ")
  grid.isSample = true
  #expect(first(document(grid, [rouxSigned])) == " EXEMPLE · ORAL BLANC · SIGNATURES INCOMPLÈTES ")
}

@Test func `a held block is named without its criteria, an unjudged one is not`() throws {
  var grid = try sampleGrid()
  grid.blocks = [.init(block: "B2", acquired: true, isHeld: true, reason: "")]
  grid.verdicts = []
  let text = PlainText.render(document(grid))
  #expect(text.contains("\nC3. Huiler le mécanisme.\n  Verdict      acquis (session antérieure)\n"))
  #expect(!text.contains("L'huile est choisie"))
  #expect(!text.contains("C1.") && !text.contains("Bloc de compétences 1"))
}

@Test func `a signature that does not verify is no signature`() throws {
  var forged = rouxSigned
  forged.isValid = false
  var foreign = benaliSigned
  foreign.thumbprint = "another"
  let text = PlainText.render(document(try sampleGrid(), [foreign, forged]))
  #expect(text.contains("  Signature    ☐ en attente\n"))
  #expect(text.contains("  Signature    ! signature non valide\n"))
  #expect(text.contains("NON SIGNÉ"))
}

@Test func `a refusal to sign stands in the signer's place, with its reason`() throws {
  let text = PlainText.render(document(try sampleGrid(), [benaliSigned], refusals: [rouxRefused]))
  #expect(
    text.contains(
      """
        Signature    A refusé de signer le 1er décembre 2026 à 10:43:30 (UTC+01:00),
                     motif\u{A0}: La réparation n'a pas été montrée.

      """))
  #expect(text.contains("═ SIGNATURE REFUSÉE ═"))
  let draft = document(try sampleGrid(), refusals: [rouxRefused], .draft)
  #expect(!PlainText.render(draft).contains("SIGNATURE REFUSÉE"))
}

@Test func `a refusal by one who signed, or who is not to sign, is no refusal`() throws {
  var stranger = rouxRefused
  stranger.juror = "dora"
  let text = PlainText.render(
    document(try sampleGrid(), [benaliSigned, rouxSigned], refusals: [rouxRefused, stranger]))
  #expect(text == PlainText.render(document(try sampleGrid(), [benaliSigned, rouxSigned])))
  var forged = rouxSigned
  forged.isValid = false
  #expect(
    PlainText.render(document(try sampleGrid(), [forged], refusals: [rouxRefused])).contains("A refusé de signer"))
}

@Test func `reservations stand after the comments, each under its juror's name`() throws {
  var grid = try sampleGrid()
  grid.comment = "Bonne tenue."
  grid.reservations = [
    .init(juror: "benali", text: "Horloge prêtée."), .init(juror: "roux", text: "Huile\nnon choisie."),
  ]
  #expect(
    PlainText.render(document(grid)).contains(
      """
      Commentaires

      Bonne tenue.

      Réserve d'Amina BENALI\u{A0}: Horloge prêtée.

      Réserve de Marc ROUX\u{A0}: Huile
      non choisie.

      ────
      """))
}

@Test func `no line is wider than asked, at any width`() throws {
  var grid = try sampleGrid()
  grid.comment = String(repeating: "Anticonstitutionnellement", count: 12) + " 漢字" + String(repeating: "漢", count: 90)
  for width in [40, 57, 80, 120] {
    for line in PlainText.lines(document(grid), width: width) { #expect(Plain.columns(line) <= width, "\(line)") }
  }
}

@Test func `a long detail wraps under its criterion`() {
  let item = Document.Item(String(repeating: "mot ", count: 30), details: [String(repeating: "mot ", count: 30)])
  let document = Document(
    title: "T", subtitle: "", watermarks: [], header: "", footer: "", blocks: [.part(.list([item]))])
  for line in PlainText.lines(document, width: 41) { #expect(Plain.columns(line) <= 41, "\(line)") }
}
