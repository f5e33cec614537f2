import Evaluation
import Screen
import Testing

@testable import Console

@Suite struct MockTests {
  private static var plan: Plan {
    var plan = Session.plan
    plan.isMock = true
    plan.candidates[0].family = "Vandenbroucke-Saint-Georges de la Tour"
    return plan
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40)])
  func `a mock oral says so on every page, however long the candidate's name`(size: Size) throws {
    var stage = try Stage(opening: "durand", size: size, plan: Self.plan)
    for page in Page.allCases {
      stage.console.page = page
      #expect(stage.picture.frame.text.contains("ORAL BLANC"), "\(page)")
    }
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40)])
  func `a mock session and a sample say so on every page of the manager's, and at home`(size: Size) throws {
    var stage = try WatchStage(size: size)
    for page in WatchPage.allCases {
      stage.watch.page = page
      #expect(!stage.text.contains("ORAL BLANC"), "\(page)")
    }
    for index in stage.watch.sessions.indices { stage.watch.sessions[index].plan.isMock = true }
    for page in WatchPage.allCases {
      stage.watch.page = page
      #expect(stage.text.contains("ORAL BLANC"), "\(page)")
    }
    for index in stage.watch.sessions.indices {
      stage.watch.sessions[index].plan.isMock = false
      stage.watch.sessions[index].plan.isSample = true
    }
    for page in WatchPage.allCases {
      stage.watch.page = page
      #expect(!stage.text.contains("ORAL BLANC") && stage.text.contains("EXEMPLE"), "\(page)")
    }
    let home = try Stage(size: size, plan: Self.plan)
    #expect(home.console.page == .home && home.picture.frame.text.contains("ORAL BLANC"))
  }

  @Test func `a mock session's plan says so on every page of its editor`() {
    var plan = Self.plan
    plan.title = String(repeating: "Session de décembre ", count: 5)
    var editor = PlanEditor(plan, .rncp37827, language: .fr, size: Size(rows: 12, columns: 40))
    for page in PlanEditor.Page.allCases {
      editor.page = page
      #expect(editor.picture.frame.text.contains("ORAL BLANC"), "\(page)")
    }
  }

  @Test(arguments: [Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40)])
  func `no panel, question or help hides that it is a mock oral`(size: Size) throws {
    let marked = Session.started + [.noted(subject: "C1.1", text: "Bien vu")]
    for keys in ["<f1>", "c", "q", "h", "N", "P", "/", "<enter>", "C", "t", "f", "s", "g <f1>"] {
      var stage = try Stage(opening: "durand", given: ["durand": marked], size: size, plan: Self.plan)
      stage.console.page = .oral
      let before = stage.picture.frame.text
      stage.play(keys)
      #expect(stage.picture.frame.text != before, "\(keys)")
      #expect(stage.picture.frame.text.contains("ORAL BLANC"), "\(keys)")
    }
    for keys in ["m", "i", "p", "f", "h", "o", "/", "<f1>", "<enter>"] {
      var watch = try WatchStage(size: size)
      for index in watch.watch.sessions.indices { watch.watch.sessions[index].plan.isMock = true }
      watch.play(keys)
      #expect(watch.text.contains("ORAL BLANC"), "\(keys)")
    }
  }

  @Test func `P shares a note in a mock oral, and says why not in a real one`() throws {
    var stage = try Stage(
      opening: "durand", given: ["durand": Session.started + [.noted(subject: "C1.1", text: "Bien vu")]],
      plan: Self.plan)
    stage.console.page = .oral
    stage.play("P")
    #expect(stage.picture.frame.text.contains("[ ] C1.1  Bien vu"))
    stage.play("␣")
    #expect(stage.picture.frame.text.contains("[✓] C1.1  Bien vu"))
    // Enter is no second press.
    stage.play("<enter>")
    #expect(!stage.picture.frame.text.contains("sans leur auteur"))
    stage.play("P")
    #expect(stage.picture.frame.text.contains("[✓] C1.1  Bien vu"))
    stage.play("␣")
    #expect(stage.picture.frame.text.contains("[ ] C1.1  Bien vu"))
    var real = try Stage(opening: "durand", given: ["durand": Session.started])
    real.console.page = .oral
    real.play("P")
    #expect(real.picture.frame.text.contains("une note ne se partage qu'à l'oral blanc"))
  }
}
