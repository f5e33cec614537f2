import Evaluation

/// A planning as an iCalendar object (RFC 5545): an event a slot, in UTC, which every calendar shows in local time.
///
/// Its laws: a slot keeps its UID however it moves, so that a calendar that takes the file again moves the event; lines end
/// in CR LF and are folded at 75 octets, never inside a character.
public enum PlanningCalendar {
  /// - Parameters:
  ///   - stamp: when the file was made (DTSTAMP).
  ///   - sequence: how many times the plan was published before: a calendar keeps the highest.
  public static func render(_ planning: Planning, stamp: WallTime, sequence: Int) -> String {
    let plan = planning.plan
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//jury-console//jury//FR", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(text(plan.title))",
    ]
    for slot in planning.slots { lines += event(slot, planning, stamp, sequence) }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func event(_ slot: Slot, _ planning: Planning, _ stamp: WallTime, _ sequence: Int) -> [String] {
    let plan = planning.plan
    let prefix = (plan.isSample ? "EXEMPLE · " : "") + (plan.isMock ? "Oral blanc · " : "")
    let link = plan.link(of: slot)
    let description = [
      planning.oral(slot), "Jury : \(planning.names(slot.jury))", "Convocation du candidat : \(planning.call(slot))",
      link.map { "Visio : \($0)" } ?? "", "\(plan.manager.function) : \(plan.manager.name)",
    ].filter { !$0.isEmpty }
    var lines = [
      "BEGIN:VEVENT", "UID:\(plan.id).\(slot.candidate)@jury-console", "DTSTAMP:\(utc(stamp))", "SEQUENCE:\(sequence)",
      "DTSTART:\(utc(slot.start))", "DTEND:\(utc(slot.end))",
      "SUMMARY:\(text("\(prefix)Oral : \(planning.name(slot))"))",
      "LOCATION:\(text("\(Room.title(slot.room).fr), \(plan.centre.name), \(plan.centre.address)"))",
      "DESCRIPTION:\(description.map(text).joined(separator: "\\n"))",
    ]
    if let link, let url = url(link) { lines.append("URL:\(url)") }
    return lines + ["STATUS:CONFIRMED", "END:VEVENT"]
  }

  /// `20261201T080000Z`.
  static func utc(_ time: WallTime) -> String {
    let text = WallTime(unixMilliseconds: time.unixMilliseconds, offsetMinutes: 0).text
    return text.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// A TEXT value (RFC 5545 §3.3.11), one line.
  static func text(_ value: String) -> String {
    var escaped = ""
    for character in Plain.line(value) {
      if "\\;,".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// A link that can stand as a URI; nil for anything else.
  private static func url(_ link: String) -> String? {
    let isPlain = link.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") }
    return isPlain && link.contains(":") ? link : nil
  }

  /// A content line in pieces of at most 75 octets, each further one after a space (RFC 5545 §3.1).
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let length = String(scalar).utf8.count
      if octets + length > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += length
    }
    return folded
  }
}
