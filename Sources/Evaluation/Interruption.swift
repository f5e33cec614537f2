/// A gap in an oral that nobody has settled yet, as its pauses and the manager's incidents measure it.
public struct Interruption: Equatable, Sendable {
  /// What caused it, in words.
  public let reason: Phrase
  /// When it began: a label.
  public let from: WallTime
  /// Milliseconds, up to now while it lasts.
  public let gap: Int
  /// Milliseconds of it that the clock counted.
  public let counted: Int
  /// It goes on.
  public let lasts: Bool
  /// The oral's length in milliseconds, extra time counted.
  public let oral: Int
  /// The pause it is, from 1 in the oral.
  public let pause: Int?
  /// The manager's incident that tells of it.
  public let incident: Int?

  /// The choice that the plan's proportion proposes first. The president of the jury makes it.
  public func proposed(by settings: InterruptionSettings) -> Settlement.Choice {
    settings.isLong(gap: gap, inOral: oral) ? .restarted : .extended
  }

  public func settled(_ choice: Settlement.Choice, by juror: String, _ language: Language) -> Settlement {
    Settlement(
      choice, gap: gap, counted: counted, reason: reason(language), by: juror, pause: pause, incident: incident)
  }
}

extension OralClock {
  /// The last gap that is not settled: the last pause of some length, or the last incident that cut this oral.
  ///
  /// - Parameters:
  ///   - incidents: the manager's, of this oral or its room, that cut orals.
  ///   - settled: what the jury has settled.
  ///   - minutes: a shorter pause is none; 0 to measure any.
  public func interruption(
    _ incidents: [Day.Incident], settled: [Settlement], minutes: Int, at now: Stamp
  ) -> Interruption? {
    guard state == .running || state == .paused else { return nil }
    let total = scheduled
    let incident = incidents.last { incident in
      incident.code.interrupts && !incident.isWithdrawn && !settled.contains { $0.incident == incident.n }
        && startedAt.map { incident.at.at.unixMilliseconds >= $0.at.unixMilliseconds } ?? false
    }
    if let pause = pauses.last {
      let number = earlierPauses + pauses.count
      let gap = length(of: pause, at: now)
      if gap >= minutes * 60_000, !settled.contains(where: { $0.pause == number }) {
        let told = incident.flatMap { overlap($0, pause, at: now) > 0 ? $0 : nil }
        return Interruption(
          reason: told?.code.phrase ?? Phrase(pause.reason, pause.reason), from: pause.from.at, gap: gap, counted: 0,
          lasts: pause.to == nil, oral: total, pause: number, incident: told?.n)
      }
    }
    guard let incident else { return nil }
    let end = incident.closedAt ?? now
    let gap = end.elapsed(since: incident.at).milliseconds
    let paused = pauses.reduce(0) { $0 + overlap(incident, $1, at: now) }
    return Interruption(
      reason: incident.code.phrase, from: incident.at.at, gap: gap, counted: max(0, gap - paused),
      lasts: incident.closedAt == nil, oral: total, pause: nil, incident: incident.n)
  }

  /// Milliseconds that an incident and a pause have in common. Two machines wrote them: wall clocks compare them.
  private func overlap(_ incident: Day.Incident, _ pause: Pause, at now: Stamp) -> Int {
    let from = max(incident.at.at.unixMilliseconds, pause.from.at.unixMilliseconds)
    let to = min((incident.closedAt ?? now).at.unixMilliseconds, (pause.to ?? now).at.unixMilliseconds)
    return max(0, to - from)
  }
}
