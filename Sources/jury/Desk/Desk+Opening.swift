import Console
import Evaluation
import Store

extension Desk {
  /// Opens the journal of a candidate's oral for writing; the one that was open is given back.
  func open(_ id: String) -> [Action] {
    do throws(Refusal) {
      if let oral = console.oral, console.candidate == id, journal != nil || room != nil {
        return [.opened(oral, notices: [])]
      }
      try refuseUnsaved()
      let candidate = try session.candidate(id)
      if hasNeighbours || console.isWatching { return try join(candidate) }
      let journal = try journal(of: id)
      let oral = try session.fold(journal.lines, of: candidate, journal: journal.path)
      let found = reconciled(oral)
      close()
      self.journal = journal
      return [.opened(oral, notices: notices(of: journal) + found.notices)] + record(found.facts)
    } catch {
      return [.refused(error)]
    }
  }

  /// Opens an oral that other consoles write too, or that this one only watches.
  private func join(_ candidate: Candidate) throws(Refusal) -> [Action] {
    let journal = console.isWatching ? nil : try journal(of: candidate.id)
    let room = try Room(session, candidate, viewer: console.viewer, own: journal?.lines, at: now())
    let oral = room.fold.oral
    let found = journal == nil ? (facts: [], notices: []) : reconciled(oral)
    close()
    self.journal = journal
    self.room = room
    return [.opened(oral, notices: (journal.map(notices) ?? []) + found.notices)] + record(found.facts)
  }

  /// Every candidate's oral as it is on disk. One that cannot be read is left out, and said.
  func load() -> [Action] {
    var orals: [String: Oral] = [:]
    var refused: [Action] = []
    for candidate in session.plan.candidates {
      if candidate.id == console.candidate, journal != nil || room != nil, let oral = console.oral {
        orals[candidate.id] = oral
        continue
      }
      do throws(Refusal) { orals[candidate.id] = try session.oral(of: candidate, viewer: console.viewer) } catch {
        refused.append(.refused(error))
      }
    }
    return [.loaded(orals)] + refused
  }

  /// Something of the session changed on disk, perhaps by our own hand; nil: perhaps everything did.
  ///
  /// - Returns: whether another hand's change may show.
  @discardableResult
  func changed(_ paths: [String]?) -> Bool {
    let own = journal.map { session.path(of: $0.path) }
    guard let others = paths?.filter({ $0 != own }) else {
      follow()
      reload()
      return true
    }
    if others.contains("session.json") {
      tellPlanChange()
    }
    if others.contains("manager.jsonl") { readDay() }
    let open = room.map { "orals/\($0.candidate)/" }
    if let open, others.contains(where: { $0.hasPrefix(open) }) { follow() }
    if others.contains(where: { path in path.hasPrefix("orals/") && !(open.map { path.hasPrefix($0) } ?? false) }) {
      reload()
    }
    if others.contains(where: { $0.hasPrefix("grids/") }) { act(.gridChanged) }
    return others.contains { !$0.hasPrefix("presence") }
  }

  private func reload() { for action in load() { act(action) } }

  private func journal(of id: String) throws(Refusal) -> Journal {
    let stamp = now()
    let identity = JournalIdentity.oral(session: session.plan.id, candidate: id, author: console.viewer)
    do throws(StoreFault) {
      return try Journal.open(
        identity, in: session.directory, at: stamp.at.text, boot: stamp.boot, up: stamp.up, spool: spool)
    } catch {
      throw error.refusal
    }
  }

  private func notices(of journal: Journal) -> [Phrase] {
    var notices: [Phrase] = []
    if journal.carriedOver > 0 {
      let count = journal.carriedOver
      notices.append(
        Phrase(
          "\(count) fait\(count > 1 ? "s" : "") gardé\(count > 1 ? "s" : "") sur cette machine, le répertoire étant absent, y \(count > 1 ? "sont reportés" : "est reporté")",
          "\(count) fact\(count > 1 ? "s" : "") kept on this machine while the directory was away \(count > 1 ? "are" : "is") carried over into it"
        ))
    }
    if let torn = journal.tornTail {
      notices.append(
        Phrase(
          "la dernière ligne, interrompue, n'avait pas été annoncée enregistrée : elle est gardée dans \(torn.path)",
          "the last line was interrupted, never announced as saved: it is kept in \(torn.path)"))
    }
    return notices
  }
}
