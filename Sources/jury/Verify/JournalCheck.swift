import Evaluation

/// A journal of the session as it is now.
enum StoredJournal: Equatable {
  /// The digest of each line, the header first, and whether a fact in it concerns the jury.
  case sound(digests: [String], concernsJury: Bool)
  case damaged(Phrase)
}

/// What a sealed document was built from, and whether that still says what it says.
///
/// Journals may have grown since: what the document was built from must still be there, to the byte, and nothing that counts
/// beside it. The document holds one digest a journal, that of the last fact it was built from: more would let who is given
/// the document guess at what the facts say, one by one. So it tells that a fact was changed, and before which.
struct JournalCheck<Content: Sealable> {
  let content: Content
  /// By path in the session's directory.
  let journals: [String: StoredJournal]

  var findings: [Finding] {
    let sources = content.sources
    var findings = sources.compactMap { finding(of: $0, now: journals[$0.path]) }
    if sources.isEmpty {
      findings.append(
        Finding(
          .noJournal, Content.mediaType,
          Phrase("\(Content.thisOne.fr) ne cite aucun journal", "\(Content.thisOne.en) names no journal")))
    }
    let cited = Set(sources.map(\.path))
    for (path, journal) in journals.sorted(by: { $0.key < $1.key }) where !cited.contains(path) {
      switch journal {
      case .damaged(let reason): findings.append(Finding(.journalDamaged, path, reason))
      case .sound(_, concernsJury: true):
        findings.append(
          Finding(
            .journalAdded, path,
            Phrase(
              "\(Content.thisOne.fr) ne vient pas de ce journal, qui compte",
              "this journal counts, and is not in \(Content.thisOne.en)")))
      // What nobody but its author is concerned with changes nothing.
      case .sound(_, concernsJury: false): break
      }
    }
    return findings
  }

  private func finding(of source: JournalSource, now journal: StoredJournal?) -> Finding? {
    switch journal {
    case nil:
      return Finding(.journalMissing, source.path, Phrase("le journal manque", "the journal is missing"))
    case .damaged(let reason):
      return Finding(.journalDamaged, source.path, reason)
    case .sound(let digests, _):
      guard digests.indices.contains(source.lines) else {
        let there = max(0, digests.count - 1)
        let or =
          there == 0
          ? Phrase("", "")
          : Phrase(
            ", ou les faits 1 à \(there) ont été réécrits", ", unless fact 1 to \(there) was written anew")
        return Finding(
          .journalCut, source.path,
          Phrase(
            "le journal n'a plus que \(there) faits sur \(source.lines) : il manque à partir du fait \(there + 1)\(or.fr)",
            "the journal has only \(there) facts left of \(source.lines): missing from fact \(there + 1) on\(or.en)"))
      }
      guard digests[source.lines] != source.head else { return nil }
      return Finding(
        .journalChanged, source.path,
        Phrase(
          "le journal n'est plus celui d'où vient \(Content.thisOne.fr) : fait 1 à \(source.lines)",
          "the journal is no more the one \(Content.thisOne.en) was built from: fact 1 to \(source.lines)"))
    }
  }
}
