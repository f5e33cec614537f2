import JSON

extension DayEvent {
  /// The one-member object of a line of the manager's journal: the event's name, then what it says.
  public var json: JSON {
    func named(_ name: String, _ members: KeyValuePairs<String, JSON?>) -> JSON {
      .members([
        JSON.Member(name, .object(of: members.compactMap { key, value in value.map { JSON.Member(key, $0) } }))
      ])
    }
    return switch self {
    case .attendanceTaken(let candidate, let attendance):
      named(
        "attendanceTaken", ["candidate": .string(candidate), "attendance": attendance.map(\.json) ?? .null])
    case .incidentReported(let code, let room, let candidate, let text):
      named(
        "incidentReported",
        [
          "code": .string(code.rawValue), "room": room.map(JSON.string), "candidate": candidate.map(JSON.string),
          "text": text.isEmpty ? nil : .string(text),
        ])
    case .incidentClosed(let incident, let outcome):
      named("incidentClosed", ["incident": .int(incident), "outcome": outcome.isEmpty ? nil : .string(outcome)])
    case .incidentWithdrawn(let incident): named("incidentWithdrawn", ["incident": .int(incident)])
    case .messageSent(let rooms, let text):
      named("messageSent", ["rooms": .array(rooms.map(JSON.string)), "text": .string(text)])
    case .observationsWritten(let text): named("observationsWritten", ["text": .string(text)])
    case .minutesSealed(let digest): named("minutesSealed", ["digest": .string(digest)])
    case .minutesSigned(let signer, let thumbprint):
      named("minutesSigned", ["signer": .string(signer), "thumbprint": .string(thumbprint)])
    case .minutesRefused(let signer, let reason):
      named("minutesRefused", ["signer": .string(signer), "reason": .string(reason)])
    case .minutesReopened(let reason): named("minutesReopened", ["reason": .string(reason)])
    }
  }

  /// The event that ``json`` wrote; nil for any other value.
  public init?(json: JSON) {
    guard let members = json.members, members.count == 1, let name = members.first?.key,
      let said = members.first?.value, let event = Self.read(name, said), event.json == json
    else { return nil }
    self = event
  }

  private static func read(_ name: String, _ said: JSON) -> DayEvent? {
    func text(_ member: String) -> String { said[member]?.string ?? "" }
    switch name {
    case "attendanceTaken":
      guard let attendance = said["attendance"] else { return nil }
      return .attendanceTaken(candidate: text("candidate"), attendance: Attendance(json: attendance))
    case "incidentReported":
      guard let code = IncidentCode(rawValue: text("code")) else { return nil }
      return .incidentReported(
        code: code, room: said["room"]?.string, candidate: said["candidate"]?.string, text: text("text"))
    case "incidentClosed":
      guard let incident = said["incident"]?.int else { return nil }
      return .incidentClosed(incident: incident, outcome: text("outcome"))
    case "incidentWithdrawn":
      guard let incident = said["incident"]?.int else { return nil }
      return .incidentWithdrawn(incident: incident)
    case "messageSent":
      guard let rooms = said["rooms"]?.array else { return nil }
      return .messageSent(rooms: rooms.compactMap(\.string), text: text("text"))
    case "observationsWritten": return .observationsWritten(text: text("text"))
    case "minutesSealed": return .minutesSealed(digest: text("digest"))
    case "minutesSigned": return .minutesSigned(signer: text("signer"), thumbprint: text("thumbprint"))
    case "minutesRefused": return .minutesRefused(signer: text("signer"), reason: text("reason"))
    case "minutesReopened": return .minutesReopened(reason: text("reason"))
    default: return nil
    }
  }
}

extension Attendance {
  var json: JSON {
    switch self {
    case .present: .object(["present": .object([:])])
    case .late(let minutes): .object(["late": .object(["minutes": .int(minutes)])])
    case .absent(let reason): .object(["absent": .object(["reason": .string(reason)])])
    }
  }

  init?(json: JSON) {
    if json["present"] != nil {
      self = .present
    } else if let minutes = json["late"]?["minutes"]?.int, minutes >= 1 {
      self = .late(minutes: minutes)
    } else if let reason = json["absent"]?["reason"]?.string {
      self = .absent(reason: reason)
    } else {
      return nil
    }
  }
}
