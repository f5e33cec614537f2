import Evaluation
import Screen
import Testing

@testable import Console

private func first(_ columns: Int, room: String = "2", language: Language = .fr) throws -> String {
  var plan = Session.plan
  plan.slots[0].room = room
  let stage = try Stage(
    opening: "durand", given: ["durand": Session.started], size: Size(rows: 24, columns: columns), language: language,
    plan: plan)
  return String(stage.picture.frame.text.split(separator: "\n")[0])
}

@Test func `the header says who is heard, how long, where and by whom, as room allows`() throws {
  #expect(try first(80) == " DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:50:00")
  #expect(try first(60) == " DURAND Léa  90 min · salle 2         ● enregistré 08:50:00")
  #expect(try first(40) == " DURAND Léa       ● enregistré 08:50:00")
  #expect(try first(120).contains("· Titre à finalité professionnelle"))
  #expect(try first(80, language: .en).contains("90 min · room 2 · jury A. Benali, M. Roux"))
}

@Test func `a room that has a name keeps it`() throws {
  #expect(try first(80, room: "Salle Ada").contains("90 min · Salle Ada · jury"))
}

@Test func `a rehearsal and a sample say so`() throws {
  var plan = Session.plan
  plan.isMock = true
  let stage = try Stage(opening: "durand", given: ["durand": Session.started], plan: plan)
  #expect(stage.picture.frame.text.contains("ORAL BLANC"))
}

@Test func `once all is decided the header says the decision, or that it is to be taken`() throws {
  let oral = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended]).oral
  let facts = Session.ended + Session.admitted(oral)
  #expect(try Stage(opening: "ndiaye", given: ["ndiaye": facts]).picture.frame.text.contains("Admis"))
  let undecided = try Stage(opening: "ndiaye", given: ["ndiaye": facts.dropLast()])
  #expect(undecided.picture.frame.text.contains("5 compétences sur 5 décidées"))
  #expect(undecided.picture.frame.text.contains("décision à prendre"))
}
