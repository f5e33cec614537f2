import Evaluation
import JSON
import Seal
import Store

extension Session {
  /// What the session says for its minutes: every oral folded, every grid verified. Nothing is locked.
  ///
  /// - Parameter day: as the manager's journal tells it.
  /// - Throws: what cannot be read.
  func closing(_ day: Day) throws(Refusal) -> Closing {
    var orals: [Oral] = []
    var grids: [String: Closing.GridStanding] = [:]
    for candidate in plan.candidates {
      orals.append(try oral(of: candidate))
      grids[candidate.id] = try gridStanding(of: candidate)
    }
    return Closing(
      plan: plan, referential: referential, referentialDigest: referentialDigest, day: day, orals: orals, grids: grids)
  }

  private func gridStanding(of candidate: Candidate) throws(Refusal) -> Closing.GridStanding? {
    let path = try place(of: candidate)
    guard let bytes = try contents(path) else { return nil }
    let file = try verified(bytes, path: path, candidate: candidate.id)
    guard let sealed = file.sealed, file.findings.isEmpty else {
      let finding = file.findings.first.map {
        Phrase("\($0.subject) : \($0.reason.fr)", "\($0.subject): \($0.reason.en)")
      }
      return .faulty(finding ?? Phrase("illisible", "unreadable"))
    }
    return .complete(sealed.grid, digest: sealed.digest)
  }

  /// Every journal of those who may keep one, as it is on disk: what minutes sealed now are built from.
  func journalSources() throws(Refusal) -> [JournalSource] {
    var sources: [JournalSource] = []
    do throws(StoreFault) {
      for file in try directory.journals() where file.candidate == nil || authors.contains(file.author) {
        guard file.candidate == nil || plan.candidate(file.candidate ?? "") != nil else { continue }
        let contents = try directory.read(file, session: plan.id)
        sources.append(JournalSource(path: path(of: file.path), head: contents.head, lines: contents.count))
      }
    } catch {
      throw error.refusal
    }
    return sources
  }

  /// The minutes as the facts make them now.
  func draft(_ closing: Closing, at now: WallTime) throws(Refusal) -> Minutes {
    closing.draft(sources: try journalSources(), at: now, thumbprint: Self.thumbprint)
  }

  /// Of a public key's JWK; nil when it is none.
  static func thumbprint(_ jwk: JSON) -> String? { try? PublicKey(jwk: jwk).thumbprint }
}
