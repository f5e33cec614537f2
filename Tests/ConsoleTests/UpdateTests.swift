import Evaluation
import Screen
import Testing

@testable import Console

@Test func `Escape leads home from any page, each page once`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended])
  stage.play("b l <esc> g l <enter> b g")
  var trail = [stage.console.page]
  while stage.console.page != .home, trail.count < 20 {
    stage.play("<esc>")
    trail.append(stage.console.page)
  }
  #expect(trail == [.grid, .decision, .deliberation, .obstacles, .before, .home])
}

@Test func `Escape goes back the way one came`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.started])
  stage.play("f o d b l")
  #expect(stage.console.page == .obstacles)
  stage.play("<esc>")
  #expect(stage.console.page == .decision)
  stage.play("g <esc> <esc>")
  #expect(stage.console.page == .deliberation)
  stage.play("<esc>")
  #expect(stage.console.page == .oral)
  stage.play("<esc>")
  #expect(stage.console.page == .before)
  stage.play("<esc>")
  #expect(stage.console.page == .home)
}

@Test func `a key that means nothing here says so`() throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.play("x")
  #expect(stage.message == "« x » ne fait rien ici ; F1 : toutes les touches")
  stage.play("<f7>")
  #expect(stage.message == "« F7 » ne fait rien ici ; F1 : toutes les touches")
  stage.play("<down>")
  #expect(stage.message == nil)
}

@Test func `no key of any page is silent about why it does nothing before the oral's end`() throws {
  // Each either changes something, asks for something, or says why it cannot.
  for page in [Page.deliberation, .decision, .grid] {
    for binding in OralKeys.table.bindings(on: page) where binding.label != nil {
      var stage = try Stage(opening: "durand", given: ["durand": Session.started])
      stage.console.page = page
      let before = stage.console
      let effects = try stage.console.update(.pressed(#require(binding.keys.first)), at: stage.now)
      #expect(stage.console != before || !effects.isEmpty, "\(binding.command) on \(page)")
    }
  }
}

@Test func `a resize redraws the grid for its new width`() throws {
  var stage = try Stage(opening: "ndiaye", given: ["ndiaye": Session.ended])
  stage.play("g")
  stage.forget()
  stage.resize(rows: 40, columns: 70)
  #expect(stage.effects == [.showGrid(columns: 66)])
}
