import JSON
import Testing

@testable import Documents
@testable import Evaluation

/// A small certification: two blocks, three competencies, two assessments.
let referential = Referential(
  certification: Certification(
    id: "RNCP00001", title: "Horloger d'essai", gridTitle: "HORLOGER.E D'ESSAI",
    committeeAddress: "comite@example.org", committee: "Comité"),
  blocks: [
    Block(
      id: "B1", code: "RNCP00001BC01", title: "Régler une horloge",
      competencies: [
        Competency(
          id: "C1", title: "Mesurer l'avance d'une horloge en la comparant à une référence.", label: "Mesurer",
          assessment: "E1",
          criteria: [
            Criterion(id: "C1.1", label: "Référence", text: "La référence est nommée.", details: []),
            Criterion(
              id: "C1.2", label: "Écart",
              text: "L'écart est donné avec son unité et son incertitude, pour chacune des positions :",
              details: ["à plat,", "debout."]),
          ]),
        Competency(
          id: "C2", title: "Corriger l'avance.", label: "Corriger", assessment: "E1",
          criteria: [Criterion(id: "C2.1", label: "Sens", text: "La correction va dans le bon sens.", details: [])]),
      ]),
    Block(
      id: "B2", code: "RNCP00001BC02", title: "Entretenir une horloge",
      competencies: [
        Competency(
          id: "C3", title: "Huiler le mécanisme.", label: "Huiler", assessment: "E2",
          criteria: [Criterion(id: "C3.1", label: "Huile", text: "L'huile est choisie.", details: [])])
      ]),
  ],
  assessments: [
    Assessment(
      id: "E1", kind: .miseEnSituation, name: "Mise en situation 1", label: "Réglage",
      expected: ["L'évaluation se fait sur une horloge réelle."], competencies: ["C1", "C2"],
      deliverables: ["rapport individuel"], evaluation: ["Correction du rapport", "Soutenance orale"]),
    Assessment(
      id: "E2", kind: .casPratique, name: "Cas pratique 1", label: "Entretien", expected: [], competencies: ["C3"],
      deliverables: ["carnet.", "photographies."], evaluation: []),
  ],
  formats: [
    OralFormat(
      id: "title", title: "Titre", blocks: ["B1", "B2"],
      phases: [.init(id: "all", title: "Tout", minutes: 30, assessments: ["E1", "E2"])])
  ],
  rules: JuryRules(
    minimumMembers: 2, minimumYears: 2, minimumExternalPercent: 50, deliverablesDays: 15, documentsDays: 15),
  source: "essai")

let digest = "Q2FsbWUsIGFsaWduw6ksIGxpc2libGUgZXQgYmVhdS4"

/// An admitted candidate's grid, two signers.
func sampleGrid() throws -> Grid {
  let day = try #require(CalendarDate("2026-12-01"))
  return Grid(
    session: "essai-2026", sessionTitle: "Session d'essai", from: day, to: day, centre: "Atelier de Besançon",
    isSample: false, isMock: false, certification: "RNCP00001", referential: "cmVmZXJlbnRpZWw", candidate: "durand",
    family: "Durand", given: "Léa", route: .training, format: "title",
    verdicts: [
      .init(competency: "C1", acquired: true, unmarked: 2), .init(competency: "C2", acquired: true, unmarked: 0),
      .init(competency: "C3", acquired: true, unmarked: 0),
    ],
    blocks: [
      .init(block: "B1", acquired: true, isHeld: false, reason: ""),
      .init(block: "B2", acquired: true, isHeld: false, reason: ""),
    ],
    decision: .admitted, comment: "",
    signers: [
      .init(
        juror: "benali", name: "Amina BENALI", post: "Horlogère", company: "Comtoise", capacity: "Président du jury",
        thumbprint: "dGh1bWJwcmludC1iZW5hbGk", key: .null),
      .init(
        juror: "roux", name: "Marc ROUX", post: "Régleur", company: "Balancier SA", capacity: "Membre du jury",
        thumbprint: "dGh1bWJwcmludC1yb3V4", key: .null),
    ],
    sources: [], sealedAt: try #require(WallTime("2026-12-01T10:40:12.000+01:00")), edition: 1)
}

let benaliSigned = SignatureFact(
  juror: "benali", at: "2026-12-01T10:42:07.120+01:00", thumbprint: "dGh1bWJwcmludC1iZW5hbGk", isValid: true)
let rouxSigned = SignatureFact(
  juror: "roux", at: "2026-12-01T10:43:30.000+01:00", thumbprint: "dGh1bWJwcmludC1yb3V4", isValid: true)

let rouxRefused = SigningRefusalFact(
  juror: "roux", at: "2026-12-01T10:43:30.000+01:00", reason: "La réparation n'a pas été montrée.")

func document(
  _ grid: Grid, _ signatures: [SignatureFact] = [], refusals: [SigningRefusalFact] = [],
  _ state: GridDocument.State = .sealed
) -> Document {
  GridDocument.document(
    grid: grid, referential: referential, digest: digest, signatures: signatures, refusals: refusals, state: state)
}
