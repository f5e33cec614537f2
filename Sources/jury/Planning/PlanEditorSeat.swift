import Console
import Evaluation
import Screen

/// The plan's editor at work: shows the model, does what it asks for outside.
final class PlanEditorSeat: Seat {
  private(set) var editor: PlanEditor
  private(set) var isDone = false
  private var file: PlanFile
  private let now: () -> Stamp
  private var requests: [TerminalRequest] = []
  /// The plan last checked against the keys and the signed one.
  private var checked: Plan?

  init(_ file: PlanFile, begun: Set<String>, language: Language, size: Size, now: @escaping () -> Stamp) {
    self.file = file
    self.now = now
    editor = PlanEditor(file.plan, file.referential, begun: begun, language: language, size: size)
    check()
  }

  /// Tells the editor what only the disk and the keys know of the plan as it stands on screen.
  private func check() {
    checked = editor.plan
    let standing = try? PlanStanding(editor.plan, in: file.directory)
    _ = editor.update(.checked(PlanReport.outside(editor.plan, standing: standing)))
  }

  var picture: Frame { editor.picture.frame }
  /// Nothing moves by itself.
  var delay: Int { 60_000 }

  func act(_ input: Input) {
    switch input {
    case .key(let key): take(.pressed(key))
    case .mouse(let mouse): take(.clicked(mouse))
    case .pasted(let text): take(.pasted(text))
    case .resized(let size): take(.resized(size))
    case .ended: break
    }
  }

  private func take(_ action: PlanEditor.Action) {
    for effect in editor.update(action) { perform(effect) }
    if editor.plan != checked { check() }
  }

  private func perform(_ effect: PlanEditor.Effect) {
    switch effect {
    case .save(let plan):
      do throws(Refusal) {
        try file.write(plan)
        take(.saved)
      } catch {
        take(.refused(error))
      }
    case .plan(let plan): place(plan)
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .quit: isDone = true
    }
  }

  /// Finds slots in the plan as it stands on screen; the disk is not touched.
  private func place(_ plan: Plan) {
    do throws(Refusal) {
      let found = try PlanningRun(file, plan: plan, now: now().at).found()
      let placed = found.plan.slots.count - plan.slots.count
      let said: Phrase
      if let lost = found.unplaced.first {
        let name = plan.candidate(lost.candidate)?.name ?? lost.candidate
        let others = found.unplaced.count - 1
        let more = others > 0 ? " (+\(others))" : ""
        said = Phrase("✗ \(name)\(more) : \(lost.reason.fr)", "✗ \(name)\(more): \(lost.reason.en)")
      } else if placed == 0 {
        said = Phrase("Chacun a déjà un créneau.", "Everybody has a slot already.")
      } else {
        said = Phrase(
          "Créneaux trouvés : \(placed). u annule, s enregistre.", "Slots found: \(placed). u undoes, s saves.")
      }
      take(.planned(found.plan, said: said))
    } catch {
      take(.refused(error))
    }
  }

  func takeRequests() -> [TerminalRequest] {
    defer { requests = [] }
    return requests
  }
}
