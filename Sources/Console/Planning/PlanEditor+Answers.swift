import Evaluation
import Screen

// Questions and their answers.

extension PlanEditor {
  /// Asks for a field's value; a yes or no is turned at once.
  mutating func ask(_ index: Int) {
    let fields = fields(of: page == .session ? .session : record)
    guard fields.indices.contains(index) else { return }
    let field = fields[index]
    switch field.kind {
    case .text(let set):
      _ = set
      asked = .text(.field(index), title: field.label, field: TextField(field.text), takesNothing: field.mayBeEmpty)
    case .choice(let choices, let current, _):
      asked = .choice(.field(index), title: field.label, choices: choices, index: current)
    case .flag(_, let set): change(set)
    case .fixed(let reason): refuse(Refusal(reason))
    }
  }

  mutating func answered(_ key: Key) -> [Effect] {
    guard var asked else { return [] }
    let lines = asked == .reading(.help) ? helpLines.count : 0
    switch asked.reply(to: key, size: size, lineCount: lines) {
    case .stands: self.asked = asked
    case .closed: self.asked = nil
    case .empty: refuse(Refusal(Phrase("un texte est demandé", "a text is needed")))
    case .typed(let subject, let text):
      self.asked = nil
      typed(subject, text)
    case .chosen(let subject, let choice):
      self.asked = nil
      chosen(subject, choice)
    case .confirmed(let subject):
      self.asked = nil
      if subject == .leaving { return [.quit] }
      if case .removal(let record) = subject { removed(record) }
    }
    return []
  }

  var helpLines: [[Run]] { PlanEditorKeys.table.helpLines(on: page, language, columns: size.panelColumns) }

  private mutating func typed(_ subject: Subject, _ text: String) {
    guard case .field(let index) = subject else { return added(subject, text) }
    guard let field = field(index), case .text(let set) = field.kind else { return }
    change { (plan) throws(Refusal) in try set(&plan, text) }
    // What was typed is not lost to a refusal.
    if message?.kind == .refusal {
      asked = .text(subject, title: field.label, field: TextField(text), takesNothing: field.mayBeEmpty)
    }
  }

  private mutating func chosen(_ subject: Subject, _ choice: Int) {
    guard case .field(let index) = subject, let field = field(index), case .choice(_, _, let set) = field.kind else {
      return
    }
    change { (plan) throws(Refusal) in try set(&plan, choice) }
  }

  private func field(_ index: Int) -> PlanField? {
    let fields = fields(of: page == .session ? .session : record)
    return fields.indices.contains(index) ? fields[index] : nil
  }

  private mutating func change(_ set: (inout Plan) throws(Refusal) -> Void) {
    var changed = plan
    do throws(Refusal) {
      try set(&changed)
      if page == .record, case .room(let name) = record, changed.room(name) == nil,
        let renamed = zip(plan.rooms, changed.rooms).first(where: { $0.0.name == name })?.1.name
      {
        take(changed)
        if plan == changed { record = .room(renamed) }
        return
      }
      take(changed)
    } catch {
      refuse(error)
    }
  }
}
