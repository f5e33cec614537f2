import JSON

extension Grid {
  /// What a grid says otherwise than another: where, so that no text of a juror is shown instead.
  public enum Difference: Equatable, Sendable {
    /// Whom or what it is about.
    case subject(Subject)
    case competency(String)
    case block(String)
    case decision
    case comment
    /// Of this juror: absent, added or altered.
    case reservation(juror: String)
    case signers
    /// The one under which this juror is to sign.
    case key(juror: String)
    /// None of these, and yet another text.
    case text

    public var phrase: Phrase {
      switch self {
      case .subject(let subject): subject.phrase
      case .competency(let id), .block(let id): Phrase(id, id)
      case .decision: Phrase("la décision", "the decision")
      case .comment: Phrase("le commentaire", "the comment")
      case .reservation(let juror): Phrase("la réserve de \(juror)", "the reservation of \(juror)")
      case .signers: Phrase("les signataires", "the signers")
      case .key(let juror): Phrase("la clé de \(juror)", "the key of \(juror)")
      case .text: Phrase("l'écriture d'un texte", "how a text is written")
      }
    }
  }

  /// What a grid says beside what the jury decided.
  public enum Subject: String, CaseIterable, Sendable {
    case session, title, dates, centre, sample, mock, certification, referential
    case candidate, name, route, format, edition, capacities

    public var phrase: Phrase {
      switch self {
      case .session: Phrase("la session", "the session")
      case .title: Phrase("le titre de la session", "the session's title")
      case .dates: Phrase("les dates", "the dates")
      case .centre: Phrase("le centre", "the centre")
      case .sample: Phrase("si c'est un exemple", "whether it is a sample")
      case .mock: Phrase("si c'est un oral blanc", "whether it is a mock oral")
      case .certification: Phrase("la certification", "the certification")
      case .referential: Phrase("le référentiel", "the referential")
      case .candidate: Phrase("l'identifiant du candidat", "the candidate's id")
      case .name: Phrase("le nom du candidat", "the candidate's name")
      case .route: Phrase("la voie d'accès", "the route")
      case .format: Phrase("l'épreuve orale", "the oral's format")
      case .edition: Phrase("l'édition", "the edition")
      case .capacities: Phrase("la qualité d'un signataire", "a signer's capacity")
      }
    }

    /// Whether two grids say the same of it.
    fileprivate func isSame(in a: Grid, _ b: Grid) -> Bool {
      switch self {
      case .session: a.session == b.session
      case .title: a.sessionTitle == b.sessionTitle
      case .dates: a.from == b.from && a.to == b.to
      case .centre: a.centre == b.centre
      case .sample: a.isSample == b.isSample
      case .mock: a.isMock == b.isMock
      case .certification: a.certification == b.certification
      case .referential: a.referential == b.referential
      case .candidate: a.candidate == b.candidate
      case .name: a.family == b.family && a.given == b.given
      case .route: a.route == b.route
      case .format: a.format == b.format
      case .edition: a.edition == b.edition
      case .capacities:
        a.signers.allSatisfy { own in
          b.signers.allSatisfy {
            $0.juror != own.juror
              || ($0.name, $0.post, $0.company, $0.capacity) == (own.name, own.post, own.company, own.capacity)
          }
        }
      }
    }
  }
}

extension Oral {
  /// Where a grid says otherwise than the plan and the jury: what a juror must know before they sign one that another
  /// console sealed, and what a sealed grid is verified by. Empty when it says the same, to the byte.
  ///
  /// The grid's journals and its time of sealing are its own.
  public func differences(from grid: Grid, referentialDigest: String) -> [Grid.Difference] {
    let own = self.grid(
      decision ?? grid.decision, signers: signers(under: grid), referentialDigest: referentialDigest,
      sources: grid.sources, at: grid.sealedAt)
    var found = Grid.Subject.allCases.filter { !$0.isSame(in: own, grid) }.map(Grid.Difference.subject)
    found += Self.keys(own.verdicts, grid.verdicts, by: \.competency).map(Grid.Difference.competency)
    found += Self.keys(own.blocks, grid.blocks, by: \.block).map(Grid.Difference.block)
    if decision != grid.decision { found.append(.decision) }
    if own.comment != grid.comment { found.append(.comment) }
    found += Self.keys(own.reservations, grid.reservations, by: \.juror).map { .reservation(juror: $0) }
    if own.signers.map(\.juror) != grid.signers.map(\.juror) { found.append(.signers) }
    for juror in sittingJurors {
      guard let signer = grid.signers.first(where: { $0.juror == juror.id }), signer.key != juror.key else { continue }
      found.append(.key(juror: juror.id))
    }
    if found.isEmpty, own.json != grid.json { found.append(.text) }
    return found
  }

  /// Those who must sign, each under the key that a grid gives them: whether it is theirs is said apart.
  private func signers(under grid: Grid) -> [Signer] {
    sittingJurors.compactMap { juror in
      let given = grid.signers.first { $0.juror == juror.id }
      var juror = juror
      juror.key = given?.key ?? JSON.null
      return try? Signer(juror) { _ in given?.thumbprint ?? "" }
    }
  }

  /// The keys of the items that are not the same in both, each once, in their order.
  private static func keys<Item: Equatable>(_ own: [Item], _ other: [Item], by key: KeyPath<Item, String>) -> [String] {
    var keys: [String] = []
    for item in own + other where !keys.contains(item[keyPath: key]) {
      let name = item[keyPath: key]
      guard own.filter({ $0[keyPath: key] == name }) != other.filter({ $0[keyPath: key] == name }) else { continue }
      keys.append(name)
    }
    return keys
  }
}
