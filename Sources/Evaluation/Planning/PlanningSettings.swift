import JSON

/// How a session's days are cut into slots: what the règlement leaves open, so each value is a setting and said to be one.
///
/// Only the 120 minutes of a title candidate are the règlement's (annex 2), and they are no setting.
public struct PlanningSettings: Equatable, Sendable {
  /// The first slot of a day starts no sooner.
  public var dayFrom = TimeOfDay(unchecked: 9 * 60)
  /// The last slot of a day ends no later.
  public var dayTo = TimeOfDay(unchecked: 18 * 60 + 30)
  /// A meal is taken between these two times; none where it lasts 0 minutes.
  public var lunchFrom = TimeOfDay(unchecked: 12 * 60)
  public var lunchTo = TimeOfDay(unchecked: 14 * 60 + 30)
  public var lunchMinutes = 60
  /// Between two slots of a room.
  public var breakMinutes = 15
  /// A juror needs so long from one room to another.
  public var roomChangeMinutes = 15
  /// A candidate is called so long before their slot.
  public var callMinutes = 15
  /// In a slot, besides the oral itself: welcome, setting up, deliberation. As long as annex 2 leaves for the title.
  public var besidesMinutes = 30
  /// Whole slots by format (`vae` for an interview), extra time not counted; the others are the oral and what is besides.
  public var slotMinutes: [String: Int] = [:]

  public init() {}

  /// Annex 2: a title candidate's slot, in minutes, for the title of this certification alone.
  public static let annex2 = (certification: "RNCP37827", format: "title", minutes: 120)
}

extension PlanningSettings {
  init(_ members: Members) throws(Refusal) {
    if let time = try members.optionalTimeOfDay("dayFrom") { dayFrom = time }
    if let time = try members.optionalTimeOfDay("dayTo") { dayTo = time }
    if let time = try members.optionalTimeOfDay("lunchFrom") { lunchFrom = time }
    if let time = try members.optionalTimeOfDay("lunchTo") { lunchTo = time }
    if let number = try members.optionalNumber("lunchMinutes", in: 0...240) { lunchMinutes = number }
    if let number = try members.optionalNumber("breakMinutes", in: 0...240) { breakMinutes = number }
    if let number = try members.optionalNumber("roomChangeMinutes", in: 0...240) { roomChangeMinutes = number }
    if let number = try members.optionalNumber("callMinutes", in: 0...240) { callMinutes = number }
    if let number = try members.optionalNumber("besidesMinutes", in: 0...240) { besidesMinutes = number }
    if let slots = try members.optionalObject("slotMinutes") {
      for format in slots.names { slotMinutes[format] = try slots.number(format, in: 1...1440) }
    }
    try members.finish()
    if dayTo <= dayFrom {
      throw members.refusal("dayTo", "la journée finit avant d'avoir commencé", "the day ends before it begins")
    }
    if lunchMinutes > 0, lunchTo.minutes - lunchFrom.minutes < lunchMinutes {
      throw members.refusal(
        "lunchTo", "le repas ne tient pas entre lunchFrom et lunchTo",
        "the meal does not fit between lunchFrom and lunchTo")
    }
  }

  /// What differs from the settings that a plan has without saying.
  var json: JSON {
    let usual = PlanningSettings()
    func said<Value: Equatable>(_ value: (PlanningSettings) -> Value, _ json: (Value) -> JSON) -> JSON? {
      value(self) == value(usual) ? nil : json(value(self))
    }
    func time(_ time: TimeOfDay) -> JSON { .string(time.text) }
    return .object([
      "dayFrom": said(\.dayFrom, time), "dayTo": said(\.dayTo, time), "lunchFrom": said(\.lunchFrom, time),
      "lunchTo": said(\.lunchTo, time), "lunchMinutes": said(\.lunchMinutes, JSON.int),
      "breakMinutes": said(\.breakMinutes, JSON.int), "roomChangeMinutes": said(\.roomChangeMinutes, JSON.int),
      "callMinutes": said(\.callMinutes, JSON.int), "besidesMinutes": said(\.besidesMinutes, JSON.int),
      "slotMinutes": slotMinutes.isEmpty
        ? nil : .object(of: slotMinutes.map { JSON.Member($0.key, .int($0.value)) }),
    ])
  }
}

/// How long a candidate's slot is, and where the number comes from.
public struct SlotLength: Equatable, Sendable {
  public enum Source: Equatable, Sendable {
    /// Annex 2's 120 minutes.
    case annex2
    /// A setting: `slotMinutes` of the format.
    case setting
    /// The oral's length and the setting `besidesMinutes`.
    case besides
  }

  /// In minutes, extra time counted.
  public var minutes: Int
  /// Of these, the candidate's extra time.
  public var extra: Int
  public var source: Source
}

extension Plan {
  /// How long a candidate's slot must be: annex 2's 120 minutes for the title, a setting for all else; extra time on top.
  /// Nil where the candidate's oral has no length.
  public func slotLength(of candidate: Candidate, in referential: Referential) -> SlotLength? {
    guard let format = format(of: candidate, in: referential) else { return nil }
    let annex2 = PlanningSettings.annex2
    let extra = candidate.extraMinutes
    if certification == annex2.certification, format.id == annex2.format {
      return SlotLength(minutes: annex2.minutes + extra, extra: extra, source: .annex2)
    }
    if let minutes = settings.planning.slotMinutes[format.id] {
      return SlotLength(minutes: minutes + extra, extra: extra, source: .setting)
    }
    let minutes = format.minutes + settings.planning.besidesMinutes
    return SlotLength(minutes: minutes + extra, extra: extra, source: .besides)
  }
}
