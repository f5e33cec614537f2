import Evaluation
import Screen

extension PlanEditor {
  /// Takes what happened, and returns what must happen outside.
  public mutating func update(_ action: Action) -> [Effect] {
    switch action {
    case .pressed(let key):
      message = nil
      return asked == nil ? pressed(key) : answered(key)
    case .pasted(let text):
      _ = asked?.paste(text)
    case .clicked(let mouse): return clicked(mouse)
    case .resized(let size): self.size = size
    case .saved:
      saved = plan
      message = Message(
        .done, Phrase("Plan enregistré ; « jury session sign » le signe.", "Plan saved; “jury session sign” signs it."))
    case .refused(let refusal): refuse(refusal)
    case .checked(let findings): outside = findings
    case .planned(let plan, let said):
      if plan != self.plan { take(plan) }
      message = Message(.done, said)
    }
    return []
  }

  private mutating func pressed(_ key: Key) -> [Effect] {
    guard let command = PlanEditorKeys.table.command(for: key, on: page) else { return [] }
    return perform(command)
  }

  mutating func perform(_ command: PlanEditorCommand) -> [Effect] {
    switch command {
    case .up: move(to: row - 1)
    case .down: move(to: row + 1)
    case .pageUp: move(to: row - 10)
    case .pageDown: move(to: row + 10)
    case .first: move(to: 0)
    case .last: move(to: count - 1)
    case .nextPage: turn(by: 1)
    case .previousPage: turn(by: -1)
    case .open: open()
    case .add: add()
    case .remove: remove()
    case .undo: undo()
    case .save: return isSaved ? say(Phrase("Rien n'a changé.", "Nothing changed.")) : [.save(plan)]
    case .plan: return [.plan(plan)]
    case .back: page = origin
    case .help: asked = .reading(.help)
    case .quit:
      if isSaved { return [.quit] }
      asked = .confirm(
        .leaving, Phrase("Quitter sans enregistrer ce qui a changé ?", "Leave without saving what changed?"))
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
    return []
  }

  private mutating func move(to row: Int) { rows[page] = max(0, min(row, count - 1)) }

  private mutating func turn(by step: Int) {
    let pages = Page.allCases.filter { $0 != .record }
    guard let index = pages.firstIndex(of: page) else { return }
    page = pages[(index + step + pages.count) % pages.count]
  }

  private mutating func clicked(_ mouse: Mouse) -> [Effect] {
    guard asked == nil else { return [] }
    switch mouse.act {
    case .press, .doublePress:
      guard case .row(let row) = picture.spot(at: mouse.position) else { return [] }
      if row == self.row { open() } else { move(to: row) }
    case .scrollUp: move(to: row - 3)
    case .scrollDown: move(to: row + 3)
    }
    return []
  }

  private mutating func open() {
    switch page {
    case .session, .record: ask(row)
    case .check:
      guard findings.indices.contains(row) else { return }
      go(to: findings[row])
    default:
      let records = records
      guard records.indices.contains(row) else { return }
      show(records[row])
    }
  }

  mutating func show(_ record: Record) {
    if page != .record { origin = page }
    self.record = record
    rows[.record] = 0
    page = .record
  }

  /// Opens what a finding is about.
  private mutating func go(to finding: PlanFinding) {
    let slots: Set<PlanFinding.Code> = [
      .slotMissing, .slotTooShort, .slotNotAnnex2, .slotOutsideSession, .roomTaken, .roomUnknown, .jurorElsewhere, .tie,
      .trainer,
    ]
    for subject in finding.subjects {
      if plan.candidate(subject) != nil {
        return show(slots.contains(finding.code) ? .slot(subject) : .candidate(subject))
      }
      if plan.juror(subject) != nil { return show(.juror(subject)) }
      if plan.room(subject) != nil { return show(.room(subject)) }
    }
    page = .session
  }

  private mutating func say(_ phrase: Phrase) -> [Effect] {
    message = Message(.done, phrase)
    return []
  }

  mutating func refuse(_ refusal: Refusal) {
    let hint = refusal.hint
    message = Message(
      .refusal,
      Phrase(
        "\(refusal.reason.fr)\(hint.map { " : \($0.fr)" } ?? "")",
        "\(refusal.reason.en)\(hint.map { ": \($0.en)" } ?? "")"))
  }

  /// Takes a changed plan, unless the plan's own reader refuses it.
  mutating func take(_ changed: Plan) {
    do throws(Refusal) { _ = try Plan(json: changed.json) } catch {
      return refuse(error)
    }
    guard changed != plan else { return }
    past.append(plan)
    plan = changed
    found = PlanCheck(plan, referential).findings
  }

  private mutating func undo() {
    guard let before = past.popLast() else {
      return refuse(Refusal(Phrase("rien à annuler", "nothing to undo")))
    }
    plan = before
    found = PlanCheck(plan, referential).findings
    if page == .record, fields(of: record).isEmpty { page = origin }
  }
}
