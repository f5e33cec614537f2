/// A session's day, as its manager's journal tells it.
///
///     var day = Day()
///     try day.apply(.attendanceTaken(candidate: "durand", attendance: .present), n: 1, at: stamp)
public struct Day: Equatable, Sendable {
  public struct Incident: Equatable, Sendable {
    /// Its fact's number in the manager's journal, from 1.
    public let n: Int
    public let at: Stamp
    public let code: IncidentCode
    public let room: String?
    public let candidate: String?
    public let text: String
    /// Nil while it is open.
    public internal(set) var closedAt: Stamp?
    public internal(set) var outcome = ""
    public internal(set) var isWithdrawn = false
  }

  public struct Message: Equatable, Sendable {
    /// Its fact's number in the manager's journal, from 1.
    public let n: Int
    public let at: Stamp
    /// None: all of them.
    public let rooms: [String]
    public let text: String

    public func concerns(room: String) -> Bool { rooms.isEmpty || rooms.contains(room) }
  }

  /// By candidate.
  public private(set) var attendance: [String: Attendance] = [:]
  /// Oldest first, with those withdrawn.
  public private(set) var incidents: [Incident] = []
  /// Oldest first.
  public private(set) var messages: [Message] = []
  /// Annex 4, part 4: what the manager wrote.
  public private(set) var observations = ""
  /// The sealed minutes; nil while there are none, or once they were taken back.
  public private(set) var sealing: Sealing?
  /// How many times the minutes were sealed.
  public private(set) var minutesEdition = 0

  public init() {}

  public func incident(_ n: Int) -> Incident? { incidents.first { $0.n == n } }

  /// What stands for the minutes: not the withdrawn ones.
  public var standingIncidents: [Incident] { incidents.filter { !$0.isWithdrawn } }

  /// Takes the manager's next fact.
  ///
  /// - Parameter n: its number in the manager's journal, from 1.
  /// - Throws: why it is not allowed now; then nothing changed.
  public mutating func apply(_ event: DayEvent, n: Int, at stamp: Stamp) throws(Refusal) {
    if let refusal = refusal(of: event) { throw refusal }
    switch event {
    case .attendanceTaken(let candidate, let attendance): self.attendance[candidate] = attendance
    case .incidentReported(let code, let room, let candidate, let text):
      incidents.append(Incident(n: n, at: stamp, code: code, room: room, candidate: candidate, text: text))
    case .incidentClosed(let incident, let outcome):
      change(incident) {
        $0.closedAt = stamp
        $0.outcome = outcome
      }
    case .incidentWithdrawn(let incident): change(incident) { $0.isWithdrawn = true }
    case .messageSent(let rooms, let text): messages.append(Message(n: n, at: stamp, rooms: rooms, text: text))
    case .observationsWritten(let text): observations = text
    case .minutesSealed(let digest):
      sealing = Sealing(digest: digest, at: stamp)
      minutesEdition += 1
    case .minutesSigned(let signer, _): sealing?.signatures[signer] = stamp
    case .minutesRefused(let signer, let reason):
      sealing?.refusals[signer] = reason
      sealing?.refusedAt[signer] = stamp
    case .minutesReopened: sealing = nil
    }
  }

  private mutating func change(_ incident: Int, _ change: (inout Incident) -> Void) {
    guard let index = incidents.firstIndex(where: { $0.n == incident }) else { return }
    change(&incidents[index])
  }

  /// Why a fact is not allowed now; nil when it is.
  public func refusal(of event: DayEvent) -> Refusal? {
    switch event {
    case .attendanceTaken, .incidentReported, .observationsWritten, .incidentClosed, .incidentWithdrawn:
      if sealing != nil {
        return Refusal(
          Phrase("le procès-verbal est scellé", "the minutes are sealed"),
          hint: Phrase("Rouvrez-le d'abord, avec un motif.", "Reopen them first, with a reason."))
      }
      return refusalOfIncident(in: event)
    case .messageSent(_, let text):
      return text.isEmpty ? Refusal(Phrase("le message est vide", "the message is empty")) : nil
    case .minutesSealed:
      return sealing == nil
        ? nil : Refusal(Phrase("le procès-verbal est déjà scellé", "the minutes are sealed already"))
    case .minutesSigned(let signer, _): return refusalOfSigning(signer)
    case .minutesRefused(let signer, let reason):
      if let refusal = refusalOfSigning(signer) { return refusal }
      return reason.isBlank
        ? Refusal(Phrase("un refus de signer demande un motif", "refusing to sign needs a reason")) : nil
    case .minutesReopened(let reason):
      if sealing == nil { return Self.notSealed }
      return reason.isBlank ? Refusal(Phrase("un motif est nécessaire", "a reason is needed")) : nil
    }
  }

  private func refusalOfSigning(_ signer: String) -> Refusal? {
    guard let sealing else { return Self.notSealed }
    if sealing.signatures[signer] != nil {
      return Refusal(Phrase("« \(signer) » a déjà signé", "“\(signer)” has signed already"))
    }
    guard sealing.refusals[signer] != nil else { return nil }
    return Refusal(
      Phrase("« \(signer) » a refusé de signer", "“\(signer)” has refused to sign"),
      hint: Phrase(
        "le rouvrir, avec un motif, puis le sceller à nouveau", "reopen them, with a reason, then seal again"))
  }

  private static let notSealed = Refusal(Phrase("aucun procès-verbal n'est scellé", "no minutes are sealed"))

  private func refusalOfIncident(in event: DayEvent) -> Refusal? {
    let n: Int
    switch event {
    case .incidentClosed(let incident, _), .incidentWithdrawn(let incident): n = incident
    default: return nil
    }
    guard let incident = incident(n), !incident.isWithdrawn else {
      return Refusal(Phrase("il n'y a pas d'incident \(n)", "there is no incident \(n)"))
    }
    if case .incidentClosed = event, incident.closedAt != nil {
      return Refusal(Phrase("cet incident est déjà clos", "this incident is closed already"))
    }
    return nil
  }
}
