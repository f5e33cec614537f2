import Evaluation
import Screen

extension CandidateSheet {
  /// Section 1's four ways to the certification, as people write them.
  static func route(_ cell: String) -> Candidate.Route? {
    let text = Folding.fold(cell)
    if text.contains("vae") || text.contains("validation des acquis") { return .vae }
    let training = [
      "formation", "contrat", "apprenti", "alternan", "eleve", "etudiant", "initiale", "continue", "pro", "training",
    ]
    return training.contains(where: text.contains) ? .training : nil
  }

  /// A format's id, its title, « titre », « bloc 2 », « BC02 », `RNCP37827BC02`.
  static func format(_ cell: String, _ referential: Referential) -> String? {
    let folded = SheetColumn.fold(cell)
    if let format = referential.formats.first(where: {
      SheetColumn.fold($0.id) == folded || SheetColumn.fold($0.title) == folded
    }) {
      return format.id
    }
    if ["titre", "titrecomplet", "titrepro", "titreprofessionnel", "title", "complet", "totalite"].contains(folded) {
      return format(of: referential.blocks.map(\.id), referential)
    }
    return blocks(cell, referential).flatMap { format(of: $0, referential) }
  }

  /// The format that judges these blocks and no other.
  static func format(of blocks: [String], _ referential: Referential) -> String? {
    referential.formats.first { Set($0.blocks) == Set(blocks) }?.id
  }

  /// The blocks of a list: « 1, 3 », « Bloc 1 + Bloc 3 », « BC01 », `B1`; « aucun » for none. Nil when one is unknown.
  static func blocks(_ cell: String, _ referential: Referential) -> [String]? {
    if ["aucun", "neant", "non", "none", "-"].contains(Folding.fold(cell)) { return [] }
    if ["tous", "tout", "all"].contains(Folding.fold(cell)) { return referential.blocks.map(\.id) }
    // Before the parts, of which a cell may have thousands.
    var named: [String: String] = [:]
    for (index, block) in referential.blocks.enumerated() {
      let number = String(index + 1)
      let names = [
        block.id, block.code, number, "bloc\(number)", "blocs\(number)", "b\(number)", "bc\(number)", "bc0\(number)",
        "block\(number)",
      ]
      named.merge(names.map { (SheetColumn.fold($0), block.id) }) { first, _ in first }
    }
    var blocks: [String] = []
    for part in SheetValue.list(cell) {
      guard let block = named[SheetColumn.fold(part)] else { return nil }
      if !blocks.contains(block) { blocks.append(block) }
    }
    return blocks
  }

  /// Minutes of an interview: 1 to 600, as the plan takes them.
  static func minutes(_ cell: String) -> Int? { SheetValue.minutes(cell).flatMap { (1...600).contains($0) ? $0 : nil } }

  /// Minutes of extra time; « oui », « 1/3 » and « tiers-temps » are a third of the oral, rounded up.
  static func extra(_ cell: String, of length: Int) -> Int? {
    let folded = SheetColumn.fold(cell)
    if cell == "1/3" || ["untiers", "tiers", "tierstemps", "13"].contains(folded) && cell != "13" {
      return (length + 2) / 3
    }
    if let minutes = SheetValue.minutes(cell), cell != "1" {
      return (0...600).contains(minutes) ? minutes : nil
    }
    return SheetValue.flag(cell).map { $0 ? (length + 2) / 3 : 0 } ?? (folded == "aucun" ? 0 : nil)
  }
}
