/// What the jury decided to do about a gap in an oral.
///
/// The règlement says nothing of interruptions: the choice is the jury's, and its president's to make.
public struct Settlement: Equatable, Sendable {
  public enum Choice: String, Sendable, CaseIterable {
    /// The time lost is given back.
    case extended
    /// The oral starts again from its first phase; what the jury marked stays, and the jury may change it.
    case restarted
    /// The oral goes on as it is.
    case unchanged
  }

  public var choice: Choice
  /// Length of the gap, in milliseconds.
  public var gap: Int
  /// Milliseconds of the gap that the clock counted: what it adds when the oral is extended. A pause is never counted.
  public var counted: Int
  /// What caused it, in words.
  public var reason: String
  /// Whose choice it is: the president's id, or another sitting juror's where there is no president.
  public var by: String
  /// The pause it was, from 1 in the oral; nil when the clock ran on.
  public var pause: Int?
  /// The incident that told of it, by its number in the manager's journal.
  public var incident: Int?

  public init(
    _ choice: Choice, gap: Int, counted: Int, reason: String, by: String, pause: Int? = nil, incident: Int? = nil
  ) {
    self.choice = choice
    self.gap = gap
    self.counted = counted
    self.reason = reason
    self.by = by
    self.pause = pause
    self.incident = incident
  }

  /// A settlement, and when it was made.
  public struct Taken: Equatable, Sendable {
    public let settlement: Settlement
    public let at: Stamp

    public init(settlement: Settlement, at: Stamp) {
      self.settlement = settlement
      self.at = at
    }
  }
}

extension Settlement {
  /// The line for the minutes: « 10:14 : coupure réseau, 12:00, moins de 50 % des 25 minutes de l'oral (…) : oral prolongé de
  /// 12:00, décision de A. Benali. »
  ///
  /// The gap is what the president saw when they chose; where the pause went on after that, its whole length follows.
  /// - Parameters:
  ///   - clock: of the oral it interrupted.
  ///   - name: of the one whose choice it was.
  public func line(at: WallTime, in clock: OralClock, settings: InterruptionSettings, name: String) -> Phrase {
    let side = settings.side(ofGap: gap, inOral: clock.scheduled)
    let length = minutesText(gap)
    let whole = pause.flatMap(clock.length(ofPause:)) ?? gap
    // Seconds are what is shown.
    let more =
      whole / 1000 > gap / 1000
      ? Phrase(
        " au moment du choix, \(minutesText(whole)) en tout", " when they chose, \(minutesText(whole)) in all")
      : Phrase("", "")
    let done: Phrase =
      switch choice {
      case .extended: Phrase("oral prolongé d'autant", "oral extended by as much")
      case .restarted: Phrase("oral repris depuis le début", "oral started again")
      case .unchanged: Phrase("oral poursuivi sans changement", "oral went on unchanged")
      }
    let source = settings.sourcePhrase
    return Phrase(
      "\(at.minuteText) : interruption de \(length)\(more.fr) (\(reason)), \(side.fr) (\(source.fr)) ; \(done.fr), choix de \(name)",
      "\(at.minuteText): interruption of \(length)\(more.en) (\(reason)), \(side.en) (\(source.en)); \(done.en), choice of \(name)"
    )
  }
}

extension OralClock {
  mutating func settle(_ settlement: Settlement) {
    switch settlement.choice {
    case .extended: grant(settlement.counted)
    case .restarted: restart()
    case .unchanged: break
    }
  }
}

extension Oral {
  /// Who chooses what follows an interruption: the president of the sitting jury; any sitting juror where none presides.
  public var presiding: [Juror] {
    let presidents = sittingJurors.filter(\.isPresident)
    return presidents.isEmpty ? sittingJurors : presidents
  }

  func refusalOfSettlement(_ settlement: Settlement, by author: String) -> Refusal? {
    guard clock.state == .running || clock.state == .paused else {
      return no("l'oral n'est pas en cours", "the oral is not under way")
    }
    guard settlement.gap >= 0, (0...settlement.gap).contains(settlement.counted) else {
      return no("l'interruption n'a pas de durée", "the interruption has no length")
    }
    if settlement.gap > Stamp.longest {
      return no("l'interruption dure plus d'un siècle", "the interruption lasts over a century")
    }
    let names = presiding.map(\.name).joined(separator: ", ")
    guard presiding.contains(where: { $0.id == settlement.by }), !isIndividual || settlement.by == author else {
      return no(
        "ce choix revient à la présidence du jury (\(names))", "this is the choice of the jury's president (\(names))")
    }
    if settlement.choice == .restarted, clock.state != .paused {
      return no(
        "recommencer demande une minuterie arrêtée", "starting again needs a clock that stands still",
        hint: Phrase("mettre l'oral en pause", "pause the oral"))
    }
    let isTaken = settlements.contains { taken in
      settlement.pause != nil && taken.settlement.pause == settlement.pause
        || settlement.incident != nil && taken.settlement.incident == settlement.incident
    }
    return isTaken ? no("cette interruption est déjà réglée", "this interruption is settled already") : nil
  }
}
