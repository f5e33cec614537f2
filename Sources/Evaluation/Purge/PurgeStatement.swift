import JSON

/// What stays of a session whose personal data were erased: nobody's name, and the digests by which any copy of what it held
/// still verifies.
///
/// Its law: it holds no text that a person wrote and no id that names one; journals and documents are known by digests alone.
public struct PurgeStatement: Equatable, Sendable {
  public static let format = "jury-purge/1"
  public static let mediaType = "jury-purge+json"

  /// The digest of each line of a journal, the header first: each line's text carries the one before it as `prev`.
  public struct Chain: Equatable, Sendable {
    public var digests: [String]

    public init(digests: [String]) { self.digests = digests }

    /// SHA-256 of the last line, base64url.
    public var head: String { digests.last ?? "" }
  }

  public var session: String
  public var certification: String
  public var from: CalendarDate
  public var to: CalendarDate
  /// Days after the session for which it kept its data.
  public var retentionDays: Int
  public var candidates: Int
  public var jurors: Int
  public var chains: [Chain]
  /// SHA-256 of the payloads of grids, minutes and plans, voided ones too, base64url, sorted.
  public var documents: [String]
  /// The key that signs this, as a JWK: the session's manager's.
  public var key: JSON
  public var purgedAt: WallTime

  public init(
    session: String, certification: String, from: CalendarDate, to: CalendarDate, retentionDays: Int, candidates: Int,
    jurors: Int, chains: [Chain], documents: [String], key: JSON, purgedAt: WallTime
  ) {
    self.session = session
    self.certification = certification
    self.from = from
    self.to = to
    self.retentionDays = retentionDays
    self.candidates = candidates
    self.jurors = jurors
    self.chains = chains.sorted { $0.head < $1.head }
    self.documents = documents.sorted()
    self.key = key
    self.purgedAt = purgedAt
  }

  /// Whether a journal that a document was built from is one of these, as far as the document read it.
  public func holds(_ source: JournalSource) -> Bool {
    chains.contains { $0.digests.indices.contains(source.lines) && $0.digests[source.lines] == source.head }
  }
}

extension PurgeStatement {
  public var json: JSON {
    .object([
      "format": .string(Self.format), "session": .string(session), "certification": .string(certification),
      "from": .string(from.text), "to": .string(to.text), "retentionDays": .int(retentionDays),
      "candidates": .int(candidates), "jurors": .int(jurors),
      "journals": .array(chains.map { .array($0.digests.map(JSON.string)) }),
      "documents": .array(documents.map(JSON.string)), "key": key, "purgedAt": .string(purgedAt.text),
    ])
  }

  /// - Throws: the first fault, with its place.
  public init(json: JSON) throws(Refusal) {
    let statement = try Members(json, at: "")
    guard try statement.text("format") == Self.format else {
      throw statement.refusal("format", "« \(Self.format) » attendu", "“\(Self.format)” expected")
    }
    var chains: [Chain] = []
    for item in statement.optional("journals")?.array ?? [] {
      chains.append(Chain(digests: (item.array ?? []).compactMap(\.string)))
    }
    self.init(
      session: try statement.text("session"), certification: try statement.text("certification"),
      from: try statement.date("from"), to: try statement.date("to"),
      retentionDays: try statement.number("retentionDays", in: 0...36_500),
      candidates: try statement.number("candidates", in: 0...100_000),
      jurors: try statement.number("jurors", in: 0...100_000), chains: chains,
      documents: try statement.optionalTexts("documents") ?? [], key: try statement.verbatimObject("key"),
      purgedAt: try statement.instant("purgedAt"))
    try statement.finish()
    guard self.json == json else {
      throw Refusal(
        Phrase("ce constat n'est pas sous sa forme canonique", "this statement is not in its canonical form"),
        code: .badData)
    }
  }
}
