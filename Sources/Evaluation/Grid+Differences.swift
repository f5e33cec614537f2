extension Grid {
  /// What a grid says otherwise than another: where, so that no text of a juror is shown instead.
  public enum Difference: Equatable, Sendable {
    case competency(String)
    case block(String)
    case decision
    case comment
    /// Of this juror: absent, added or altered.
    case reservation(juror: String)
    case signers

    public var phrase: Phrase {
      switch self {
      case .competency(let id), .block(let id): Phrase(id, id)
      case .decision: Phrase("la décision", "the decision")
      case .comment: Phrase("le commentaire", "the comment")
      case .reservation(let juror): Phrase("la réserve de \(juror)", "the reservation of \(juror)")
      case .signers: Phrase("les signataires", "the signers")
      }
    }
  }
}

extension Oral {
  /// Where a grid says otherwise than the jury decided: what a juror must know before they sign one that another
  /// console sealed, and what a sealed grid is verified by. Empty when it says the same.
  public func differences(from grid: Grid) -> [Grid.Difference] {
    var found: [Grid.Difference] = []
    found += Self.keys(gridVerdicts, grid.verdicts, by: \.competency).map(Grid.Difference.competency)
    found += Self.keys(gridBlocks, grid.blocks, by: \.block).map(Grid.Difference.block)
    if decision != grid.decision { found.append(.decision) }
    if comment != grid.comment { found.append(.comment) }
    found += Self.keys(gridReservations, grid.reservations, by: \.juror).map { .reservation(juror: $0) }
    if requiredSigners != grid.signers.map(\.juror) { found.append(.signers) }
    return found
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
