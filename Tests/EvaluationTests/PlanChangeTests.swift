import JSON
import Testing

@testable import Evaluation

@Suite struct PlanChangeTests {
  private func told(_ change: (inout Plan) -> Void) -> [String] {
    let old = Plan.small(candidates: [.fictitious("lea"), .fictitious("max", format: "block1")])
    var plan = old
    change(&plan)
    return plan.changes(since: old).map(\.what.fr)
  }

  @Test func `an equal plan has no change`() { #expect(told { _ in } == []) }

  @Test func `a moved slot is told with its old and new place`() {
    let moved = told {
      $0.slots[0].start = $0.slots[0].start.advanced(by: 30 * 60_000)
      $0.slots[0].room = "Salle 3"
      $0.slots[0].jury = ["amina"]
    }
    #expect(moved == ["DURAND Léa : 09:00 → 09:30, Salle 2 → Salle 3, sans B. Nom-bruno"])
    #expect(told { $0.slots.remove(at: 0) } == ["DURAND Léa : plus de créneau (était à 09:00, Salle 2)"])
  }

  @Test func `people are told as added, removed, or by what changed of them`() {
    #expect(told { $0.candidates[0].extraMinutes = 30 } == ["DURAND Léa : extraMinutes – → 30"])
    #expect(told { $0.jury.append(.fictitious("chloe")) } == ["Chloe NOM-CHLOE : au jury"])
    #expect(told { $0.jury[0].key = .object(["x": "new"]) } == ["Amina NOM-AMINA : key"])
    let left = told {
      $0.candidates.removeLast()
      $0.slots.removeLast()
    }
    #expect(left == ["DURAND Léa : plus de créneau (était à 09:00, Salle 2)", "DURAND Léa : retiré"])
  }

  @Test func `rooms and the rest are told too`() {
    #expect(told { $0.rooms = [Room(name: "3")] } == ["salle 3 : ajoutée"])
    #expect(told { $0.title = "Autre" } == ["session : title Session d'essai → Autre"])
    #expect(told { $0.settings.planning.breakMinutes = 5 } == ["session : settings"])
  }
}
