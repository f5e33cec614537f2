import JSON

@testable import Evaluation

/// A made-up session: two jurors and a substitute, four candidates, the certification of the program.
enum Session {
  /// 2026-12-01, 08:50 in Paris.
  static let morning = Stamp(
    at: WallTime(unixMilliseconds: 1_796_111_400_000, offsetMinutes: 60), boot: "boot-1", up: 1_000_000)

  static let jurors = [
    Juror(
      id: "benali", family: "Benali", given: "Amina", post: "Data engineer", company: "Comète", years: 8,
      isExternal: true, isPresident: true, key: key),
    Juror(
      id: "roux", family: "Roux", given: "Marc", post: "Développeur", company: "Centre d'essai", years: 5,
      isExternal: false, isPresident: false, key: key),
    Juror(
      id: "oster", family: "Øster", given: "Ingrid", post: "Architecte", company: "Fjord", years: 12, isExternal: true,
      isPresident: false, key: key),
  ]

  static let candidates = [
    Candidate(
      id: "durand", family: "Durand", given: "Léa", route: .training, format: "title", interviewMinutes: nil,
      extraMinutes: 0, heldBlocks: []),
    Candidate(
      id: "ndiaye", family: "N'Diaye", given: "Aïssatou", route: .training, format: "block1", interviewMinutes: nil,
      extraMinutes: 0, heldBlocks: []),
    Candidate(
      id: "muller", family: "Müller", given: "Zoë", route: .vae, format: nil, interviewMinutes: 60, extraMinutes: 0,
      heldBlocks: []),
    Candidate(
      id: "garcon", family: "Garçon", given: "Théo", route: .training, format: "title", interviewMinutes: nil,
      extraMinutes: 30, heldBlocks: ["B1"]),
  ]

  static let plan = Plan(
    id: "essai-2026", title: "Session d'essai", certification: "RNCP37827", referentialFile: nil,
    from: morning.at.date, to: morning.at.date,
    centre: .init(name: "Centre d'essai", address: "1 rue de l'Essai, 37000 Tours"),
    manager: .init(name: "Claire PETIT", function: "responsable de session"), settings: .init(), isSample: false,
    isMock: false, jury: jurors, candidates: candidates,
    slots: [
      slot("durand", room: "2", minutes: 10, for: 120), slot("ndiaye", room: "2", minutes: 130, for: 40),
      slot("muller", room: "2", minutes: 250, for: 75), slot("garcon", room: "2", minutes: 325, for: 150),
    ])

  /// What makes an oral ready: identity, two jurors, no tie.
  static let ready: [Event] = [
    .identityChecked(true), .jurorPresent(juror: "benali", true), .noTieDeclared(juror: "benali"),
    .jurorPresent(juror: "roux", true), .noTieDeclared(juror: "roux"),
  ]
  /// A clock that runs.
  static let started: [Event] = ready + [.clockStarted(backdatedBy: 0)]
  /// An oral heard to its end.
  static let ended: [Event] = started + [.oralEnded]

  /// Every competency acquired, though nothing was marked, and the candidate admitted.
  static func admitted(_ oral: Oral) -> [Event] {
    oral.competencies.map { .verdictGiven(competency: $0.id, acquired: true, unmarkedConfirmed: true) }
      + oral.blocks.map { .blockDecided(block: $0.id, acquired: true, reason: "") }
      + [.decisionTaken(decision: .admitted, comment: "")]
  }

  private static let key = JSON.object(["crv": "Ed25519", "kty": "OKP", "x": "made-up"])

  private static func slot(_ candidate: String, room: String, minutes: Int, for length: Int) -> Slot {
    Slot(
      candidate: candidate, room: room, start: morning.at.advanced(by: minutes * 60_000), minutes: length,
      jury: ["benali", "roux"])
  }
}
