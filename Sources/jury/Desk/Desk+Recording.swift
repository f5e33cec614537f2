import Console
import Evaluation
import Store

extension Desk {
  /// Some facts could not be written yet: ``retry()`` about every second.
  var isUnsaved: Bool { !kept.isEmpty }

  /// The session's directory is away, and facts are kept on this machine: ``retry()`` about every second.
  var isSpooling: Bool { journal?.isSpooling ?? false }

  /// Something waits for the disk: look again about every second.
  var isRetrying: Bool { isUnsaved || isSpooling }

  func record(_ facts: [Fact]) -> [Action] {
    kept += facts
    return writeKept()
  }

  /// Tries to write again what could not be, in order; everything else waits meanwhile.
  func retry() {
    guard isRetrying, let journal else { return }
    let spooled = journal.spooledCount
    let aside: String?
    do throws(StoreFault) { aside = try journal.recover() } catch {
      if let failedAt { act(.notSaved(error.refusal.reason, facts: kept, at: failedAt)) }
      tellAway(error)
      return
    }
    awayTold = nil
    if spooled > 0, !journal.isSpooling {
      spoolingSince = nil
      act(.carriedOver(facts: spooled))
    }
    guard isUnsaved else { return }
    for action in writeKept() { act(action) }
    if !isUnsaved, !journal.isSpooling { act(.savedAgain) }
    if let aside {
      say(
        Phrase(
          "un autre programme avait écrit dans le journal : son fichier est gardé, \(aside)",
          "another program had written to the journal: its file is kept, \(aside)"))
    }
  }

  /// Says, once, why the spool stays where it is though the directory is back: another console holds the journal, or wrote it.
  private func tellAway(_ fault: StoreFault) {
    guard isSpooling, fault.path != session.directory.path, fault != awayTold else { return }
    awayTold = fault
    say(fault.refusal.reason)
  }

  /// Refused while something is not on disk: what follows must not be there before it.
  func refuseUnsaved() throws(Refusal) {
    guard isUnsaved else { return }
    throw Refusal(
      Phrase("NON ENREGISTRÉ : rien d'autre ne se fait avant", "NOT SAVED: nothing else is done before"),
      code: .ioError)
  }

  /// Refused while the session lacks a fact: a grid would name a journal that nobody else can read.
  func refuseUnshared() throws(Refusal) {
    try refuseUnsaved()
    guard isSpooling else { return }
    throw Refusal(
      Phrase(
        "des faits ne sont gardés que sur cette machine : rien n'est scellé ni signé avant",
        "some facts are kept on this machine only: nothing is sealed or signed before"), code: .ioError)
  }

  /// Not before it was told: a fault of a moment would be mended unseen.
  private func putOffRetry(from tried: Stamp) { nextRetry = tried.up + Wake.retry }

  private func writeKept() -> [Action] {
    var actions: [Action] = []
    while let fact = kept.first {
      guard let journal else { break }
      let tried = now()
      let line: Line
      do throws(StoreFault) {
        line = try journal.append(
          event: fact.json, at: tried.at.text, boot: tried.boot, up: tried.up, seen: room?.seen(by: fact) ?? [:])
      } catch {
        let since = failedAt ?? tried
        if failedAt == nil { putOffRetry(from: tried) }
        failedAt = since
        return actions + [.notSaved(error.refusal.reason, facts: kept, at: since)]
      }
      kept.removeFirst()
      // The line's own time: a fact that was tried before keeps that of the first attempt, which may have reached the disk.
      let stamp = line.stamp ?? tried
      if let room {
        room.wrote(Entry(n: line.n, fact: fact, at: stamp, seen: line.seen))
        actions += gather(room.fold.oral) + [.followed(room.fold.oral)]
      }
      if journal.isSpooling {
        let since = spoolingSince ?? stamp
        if spoolingSince == nil { putOffRetry(from: tried) }
        spoolingSince = since
        actions.append(.spooled(facts: journal.spooledCount, since: since))
      }
      actions.append(.recorded(fact, at: stamp))
    }
    failedAt = nil
    return actions
  }
}
