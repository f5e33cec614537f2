import Evaluation

/// One thing of a record that can be changed: what it is called, what it is now, and how it changes.
struct PlanField {
  enum Kind {
    /// Typed; throws why a text is no value.
    case text((inout Plan, String) throws(Refusal) -> Void)
    /// One of several, the current one's number.
    case choice([Phrase], Int, (inout Plan, Int) throws(Refusal) -> Void)
    /// Yes or no; turned by what it holds.
    case flag(Bool, (inout Plan) throws(Refusal) -> Void)
    /// Not to be changed now, and why.
    case fixed(Phrase)
  }

  let label: Phrase
  /// As it is typed again.
  let text: String
  let kind: Kind
  var mayBeEmpty = false
  /// Whether the règlement says nothing of it: told as a setting.
  var isSetting = false

  static func text(
    _ fr: String, _ en: String, _ text: String, mayBeEmpty: Bool = false, isSetting: Bool = false,
    _ set: @escaping (inout Plan, String) throws(Refusal) -> Void
  ) -> PlanField {
    PlanField(label: Phrase(fr, en), text: text, kind: .text(set), mayBeEmpty: mayBeEmpty, isSetting: isSetting)
  }

  static func flag(
    _ fr: String, _ en: String, _ isOn: Bool, _ set: @escaping (inout Plan, Bool) -> Void
  ) -> PlanField {
    PlanField(label: Phrase(fr, en), text: "", kind: .flag(isOn) { (plan) throws(Refusal) in set(&plan, !isOn) })
  }

  static func number(
    _ fr: String, _ en: String, _ number: Int?, in range: ClosedRange<Int>, isSetting: Bool = false,
    _ set: @escaping (inout Plan, Int?) -> Void
  ) -> PlanField {
    .text(fr, en, number.map(String.init) ?? "", mayBeEmpty: true, isSetting: isSetting) {
      (plan, text) throws(Refusal) in
      if text.isEmpty { return set(&plan, nil) }
      guard let value = Int(text), range.contains(value) else {
        throw Refusal(
          Phrase(
            "un nombre de \(range.lowerBound) à \(range.upperBound) est attendu",
            "a number from \(range.lowerBound) to \(range.upperBound) is expected"))
      }
      set(&plan, value)
    }
  }

  static func date(
    _ fr: String, _ en: String, _ date: CalendarDate?, mayBeEmpty: Bool = true,
    _ set: @escaping (inout Plan, CalendarDate?) -> Void
  ) -> PlanField {
    .text(fr, en, date.map(typed) ?? "", mayBeEmpty: mayBeEmpty) { (plan, text) throws(Refusal) in
      if text.isEmpty { return set(&plan, nil) }
      guard let value = CalendarDate(typed: text) else {
        throw Refusal(Phrase("une date comme 01/12/2026 est attendue", "a date such as 2026-12-01 is expected"))
      }
      set(&plan, value)
    }
  }

  static func time(
    _ fr: String, _ en: String, _ time: TimeOfDay, isSetting: Bool = false,
    _ set: @escaping (inout Plan, TimeOfDay) -> Void
  ) -> PlanField {
    .text(fr, en, time.text, isSetting: isSetting) { (plan, text) throws(Refusal) in set(&plan, try read(text)) }
  }

  static func read(_ text: String) throws(Refusal) -> TimeOfDay {
    if let time = TimeOfDay(text) { return time }
    throw Refusal(Phrase("une heure comme 09:30 est attendue", "a time such as 09:30 is expected"))
  }

  /// `01/12/2026`.
  static func typed(_ date: CalendarDate) -> String {
    date.text.split(separator: "-").reversed().joined(separator: "/")
  }
}

extension PlanField {
  /// The same field, not to be changed now.
  func fixed(_ reason: Refusal, _ language: Language) -> PlanField {
    PlanField(label: label, text: value(language), kind: .fixed(reason.reason))
  }

  /// What stands after the label.
  func value(_ language: Language) -> String {
    switch kind {
    case .text: text
    case .choice(let choices, let index, _): choices.indices.contains(index) ? choices[index](language) : ""
    case .flag(let isOn, _): isOn ? Phrase("oui", "yes")(language) : Phrase("non", "no")(language)
    case .fixed: text
    }
  }
}
