import JSON
import Testing

@testable import Evaluation

@Suite struct PlanCheckTests {
  /// A plan in which nothing is found.
  static let sound: Plan = {
    var plan = Plan.small(candidates: [.fictitious("lea"), .fictitious("max", format: "block1")])
    plan.manager.key = .object(["x": "manager"])
    for index in plan.jury.indices {
      plan.jury[index].key = .object(["x": .string(plan.jury[index].id)])
      plan.jury[index].documentsOn = CalendarDate("2026-11-24")
    }
    for index in plan.candidates.indices { plan.candidates[index].deliverablesOn = CalendarDate("2026-11-26") }
    plan.slots[1].start = plan.slots[1].start.advanced(by: 3 * 3600_000)
    return plan
  }()

  private func findings(_ change: (inout Plan) -> Void) -> [PlanFinding] {
    var plan = Self.sound
    change(&plan)
    return PlanCheck(plan, .small).findings
  }

  private func codes(_ change: (inout Plan) -> Void) -> [PlanFinding.Code] { findings(change).map(\.code) }

  @Test func `nothing is found in a sound plan`() { #expect(findings { _ in } == []) }

  @Test func `section 2_1 binds each jury that hears somebody`() {
    #expect(codes { $0.slots[0].jury = ["amina"] } == [.juryTooSmall])
    #expect(codes { $0.jury[1].years = 1 } == [.experienceTooShort])
    #expect(codes { $0.jury[0].isExternal = false } == [.tooFewExternals])
    let finding = findings { $0.slots[0].jury = ["amina"] }.first
    #expect(finding?.source == .reglement("2.1"))
    #expect(finding?.what.fr == "Salle 2 : 1 juré : le règlement (2.1) en veut au moins 2")
    #expect(finding?.mend.fr == "Ajoutez un juré, ou faites siéger un suppléant.")
  }

  @Test func `a juror with too few years is told once, whatever the rooms`() {
    let found = findings {
      $0.jury[1].years = 1
      $0.slots[1].room = "Salle 3"
      $0.slots[1].jury = ["bruno", "amina"]
    }
    #expect(found.map(\.subjects) == [["bruno"]])
  }

  @Test(arguments: [
    (Tie.Kind.professional, PlanFinding.Code.tie), (.personal, .tie), (.training, .trainer),
  ])
  func `a juror tied to the candidate they hear is found, another is not`(kind: Tie.Kind, code: PlanFinding.Code) {
    #expect(codes { $0.ties = [Tie(candidate: "lea", juror: "bruno", kind: kind)] } == [code])
    let elsewhere = codes {
      $0.jury.append(.fictitious("chloe", external: true, key: .object(["x": "chloe"])))
      $0.jury[2].documentsOn = CalendarDate("2026-11-01")
      $0.ties = [Tie(candidate: "lea", juror: "chloe", kind: kind)]
    }
    #expect(elsewhere == [])
  }

  @Test func `deliverables are with the jury 5 days before, documents a week`() {
    #expect(codes { $0.candidates[0].deliverablesOn = CalendarDate("2026-11-27") } == [.deliverablesLate])
    #expect(codes { $0.candidates[0].deliverablesOn = nil } == [.deliverablesMissing])
    #expect(codes { $0.jury[0].documentsOn = CalendarDate("2026-11-25") } == [.documentsLate])
    let missing = findings { $0.jury[0].documentsOn = nil }.first
    #expect(missing?.source == .reglement("2"))
    #expect(missing?.mend.fr.contains("24 novembre 2026 (7 jours avant)") == true)
  }

  @Test func `a substitute who does not sit needs no documents`() {
    var reserve = Juror.fictitious("chloe", external: true, key: .object(["x": "chloe"]))
    reserve.isSubstitute = true
    #expect(codes { $0.jury.append(reserve) } == [])
    let seated = codes {
      $0.jury.append(reserve)
      $0.slots[0].jury.append("chloe")
    }
    #expect(seated == [.documentsMissing])
  }

  @Test func `formats answer to the blocks asked for and held`() {
    #expect(codes { $0.candidates[1].format = "block9" } == [.formatUnknown])
    #expect(codes { $0.candidates[1].format = nil } == [.formatMissing])
    #expect(codes { $0.candidates[1].route = .vae } == [.formatOfRoute, .dossierUnchecked])
    let interview = codes {
      $0.candidates[1].route = .vae
      $0.candidates[1].format = nil
    }
    #expect(interview == [.interviewUntimed, .dossierUnchecked])
    #expect(codes { $0.candidates[1].askedBlocks = ["B1"] } == [])
    #expect(codes { $0.candidates[1].askedBlocks = ["B1", "B2"] } == [.blockNotHeard])
    #expect(codes { $0.candidates[0].askedBlocks = ["B1"] } == [.blockNotAsked])
    #expect(codes { $0.candidates[0].askedBlocks = ["B3", "B1", "B2"] } == [.blockUnknown])
    #expect(codes { $0.candidates[1].heldBlocks = ["B1"] } == [.nothingToHear])
    #expect(codes { $0.candidates[0].heldBlocks = ["B1"] } == [.blockHeardAgain])
  }

  @Test func `a candidate without a slot has no jury to find fault with, but the session's has`() {
    let found = codes {
      $0.slots = []
      $0.ties = [Tie(candidate: "lea", juror: "bruno", kind: .personal)]
      $0.jury[0].isExternal = false
    }
    #expect(found == [.tooFewExternals, .slotMissing, .slotMissing])
  }

  @Test func `keys are there, one each`() {
    #expect(codes { $0.manager.key = nil } == [.managerKeyMissing])
    #expect(codes { $0.jury[0].key = nil } == [.jurorKeyMissing])
    #expect(codes { $0.jury[1].key = $0.jury[0].key } == [.keyShared])
  }

  @Test func `whoever has no key is told the whole command that makes one`() {
    let found = findings {
      $0.manager = Plan.Manager(name: "Hélène MARCHAND", function: "")
      $0.jury[1].key = nil
    }
    #expect(found.map(\.code) == [.managerKeyMissing, .jurorKeyMissing])
    #expect(found[0].mend.en == #"jury keys new --juror manager --name "Hélène MARCHAND", then jury session sign."#)
    #expect(found[1].mend.en.contains(#"jury keys new --juror bruno --name "Bruno NOM-BRUNO"."#))
  }

  @Test func `slots hold the oral with its extra time`() {
    #expect(codes { $0.slots.remove(at: 1) } == [.slotMissing])
    #expect(codes { $0.slots[0].minutes = 6 } == [])
    #expect(codes { $0.slots[0].minutes = 5 } == [.slotTooShort])
    let extra = findings {
      $0.slots[0].minutes = 6
      $0.candidates[0].extraMinutes = 2
    }
    #expect(
      extra.map(\.what.fr) == ["DURAND Léa : créneau de 6 min pour un oral de 8 min, tiers-temps de 2 min compris"])
  }

  @Test func `a title candidate's slot under annex 2's 120 minutes is a remark`() throws {
    var plan = Self.sound
    plan.certification = "RNCP37827"
    plan.slots[0].minutes = 119
    let found = PlanCheck(plan, .small).findings
    #expect(found.map(\.code) == [.slotNotAnnex2])
    #expect(found.first?.source == .reglement("annexe 2"))
    #expect(found.first?.blocks == false)
  }

  @Test func `nobody and no room is taken twice at a time`() {
    let overlapping = findings { $0.slots[1].start = $0.slots[0].start.advanced(by: 119 * 60_000) }
    #expect(overlapping.map(\.code) == [.roomTaken])
    #expect(codes { $0.slots[1].start = $0.slots[0].end } == [])
    let elsewhere = findings {
      $0.slots[1].start = $0.slots[0].start
      $0.slots[1].room = "Salle 3"
    }
    #expect(elsewhere.map(\.code) == [.jurorElsewhere, .jurorElsewhere])
    #expect(elsewhere.map { $0.subjects.first } == ["amina", "bruno"])
    #expect(codes { $0.slots[1].start = $0.slots[1].start.advanced(by: 3 * 86_400_000) } == [.slotOutsideSession])
    #expect(codes { $0.rooms = [Room(name: "Salle 9")] } == [.roomUnknown, .roomUnknown])
  }

  @Test func `a slot outside the day's hours is said, and keeps nobody from being heard`() throws {
    let slot = try #require(Self.sound.slots.first)
    let late = findings { $0.settings.planning.dayTo = TimeOfDay(unchecked: slot.end.timeOfDay.minutes - 1) }
    #expect(late.map(\.code).contains(.slotOutsideDay) && late.allSatisfy { !$0.blocks })
    #expect(late.first?.what.fr.contains("après la fin de la journée") == true)
    let early = findings { $0.settings.planning.dayFrom = TimeOfDay(unchecked: slot.start.timeOfDay.minutes + 1) }
    #expect(early.first?.what.fr.contains("avant le début de la journée") == true)
    #expect(codes { $0.settings.planning.dayFrom = slot.start.timeOfDay } == [])
  }

  @Test func `what blocks comes first, and a mock session has remarks where jurors are concerned`() {
    let mixed = findings {
      $0.jury[0].isPresident = false
      $0.jury[0].key = nil
    }
    #expect(mixed.map(\.blocks) == [true, false])
    let mock = findings {
      $0.isMock = true
      $0.ties = [Tie(candidate: "lea", juror: "bruno", kind: .training)]
    }
    #expect(mock.map(\.code) == [.trainer] && mock.allSatisfy { !$0.blocks })
  }

  @Test func `presidents are one a jury, and a session has candidates`() {
    #expect(codes { $0.jury[1].isPresident = true } == [.severalPresidents, .severalPresidents])
    let empty = codes {
      $0.candidates = []
      $0.slots = []
    }
    #expect(empty == [.noCandidate])
  }
}
