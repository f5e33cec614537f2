import Evaluation
import Store

/// Whether journals still are what other consoles saw of them.
///
/// Its law: one witness is enough; a journal may have grown, nothing else.
struct WitnessCheck {
  let heads: [WitnessedHead]
  /// By author, and where they are told to be.
  let journals: [String: (path: String, stored: StoredJournal)]
  /// Where an author's journal would be.
  let path: (String) -> String

  var findings: [Finding] {
    Dictionary(grouping: heads, by: \.author).sorted { $0.key < $1.key }.compactMap { author, seen in
      finding(of: author, seen.sorted { $0.count < $1.count })
    }
  }

  /// - Parameter seen: of that author, the fewest facts first.
  private func finding(of author: String, _ seen: [WitnessedHead]) -> Finding? {
    guard let (path, stored) = journals[author] else {
      return Finding(
        .journalMissing, path(author),
        Phrase("le journal manque, une autre console l'a vu", "the journal is missing; another console saw it"))
    }
    switch stored {
    case .damaged(let reason): return Finding(.journalDamaged, path, reason)
    case .sound(let digests, _):
      guard let wrong = seen.firstIndex(where: { digests.indices.contains($0.count) && digests[$0.count] != $0.head })
      else { return cut(path, digests.count - 1, seen) }
      let after = seen[..<wrong].last { digests.indices.contains($0.count) && $0.count < seen[wrong].count }
      let (first, last) = (1 + (after?.count ?? 0), seen[wrong].count)
      return Finding(
        .journalChanged, path,
        Phrase(
          "le journal n'est plus celui qu'une autre console a vu : fait \(Self.numbers(first, last, "à"))",
          "the journal is no more the one another console saw: fact \(Self.numbers(first, last, "to"))"))
    }
  }

  private func cut(_ path: String, _ left: Int, _ seen: [WitnessedHead]) -> Finding? {
    guard let most = seen.last?.count, most > left else { return nil }
    // What follows the last digest that fits may have been written anew, one fact fewer.
    let kept = seen.last { $0.count <= left }?.count ?? 0
    let or =
      kept == left
      ? Phrase("", "")
      : Phrase(
        "fait \(Self.numbers(kept + 1, left, "à")) réécrit, ou ",
        "fact \(Self.numbers(kept + 1, left, "to")) written anew, or ")
    return Finding(
      .journalCut, path,
      Phrase(
        "le journal n'a plus que \(left) faits, une autre console en a vu \(most) : "
          + "\(or.fr)il manque à partir du fait \(left + 1)",
        "the journal has only \(left) facts left, another console saw \(most): "
          + "\(or.en)missing from fact \(left + 1) on"))
  }

  private static func numbers(_ first: Int, _ last: Int, _ to: String) -> String {
    first == last ? "\(first)" : "\(first) \(to) \(last)"
  }
}

extension Session {
  /// What is found when an oral's journals are held against what its consoles saw of each other's.
  func witnessFindings(of candidate: String) -> [Finding] {
    let heads = directory.witnessedHeads(of: candidate)
    guard !heads.isEmpty else { return [] }
    let files = (try? directory.journals(of: candidate)) ?? []
    var journals: [String: (path: String, stored: StoredJournal)] = [:]
    for file in files { journals[file.author] = (path(of: file.path), stored(file)) }
    return WitnessCheck(heads: heads, journals: journals) { "orals/\(candidate)/\($0).jsonl" }.findings
  }
}
