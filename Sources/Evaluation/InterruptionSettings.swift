import JSON

/// How gaps in an oral are looked at. The règlement is silent on interruptions: these are settings of the plan, and each
/// place that shows them says whose they are.
public struct InterruptionSettings: Equatable, Sendable {
  /// Share of the oral's length, in per cent, up to which extending is proposed first; above it, starting again.
  public var percent = 50
  /// A pause of fewer minutes asks for no decision.
  public var minutes = 2
  /// Where the proportion comes from: a centre's own rule, a note of the certifier. Nil: this program's proposal.
  public var source: String?

  public init() {}

  init(_ members: Members) throws(Refusal) {
    percent = try members.optionalNumber("percent", in: 1...100) ?? percent
    minutes = try members.optionalNumber("minutes", in: 1...120) ?? minutes
    source = try members.optionalText("source")
    try members.finish()
  }

  var json: JSON {
    .object(["percent": .int(percent), "minutes": .int(minutes), "source": source.map(JSON.string)])
  }

  /// Whether a gap is longer than the share of an oral, both in milliseconds.
  public func isLong(gap: Int, inOral oral: Int) -> Bool { gap * 100 > oral * percent }

  /// « pas plus de la moitié des 25 minutes de l'oral ».
  public func side(ofGap gap: Int, inOral oral: Int) -> Phrase {
    let isLong = isLong(gap: gap, inOral: oral)
    let minutes = (oral + 30_000) / 60_000
    let (fr, en) = percent == 50 ? ("la moitié", "half") : ("\(percent) %", "\(percent) %")
    return Phrase(
      "\(isLong ? "plus" : "pas plus") de \(fr) des \(minutes) minutes de l'oral",
      "\(isLong ? "more than" : "no more than") \(en) of the oral's \(minutes) minutes")
  }

  /// Who says so: it is never the règlement.
  public var sourcePhrase: Phrase {
    if let source { return Phrase("proportion : \(source)", "proportion: \(source)") }
    return Phrase(
      "proportion proposée par ce programme, le règlement n'en dit rien",
      "proportion proposed by this program, the règlement says nothing of it")
  }
}
