import Evaluation
import Seal
import Store

extension Session {
  /// Verifies every grid of the session, its minutes once they are sealed, and its plans once one is signed.
  func verified() throws(Refusal) -> VerifyReport {
    var report = VerifyReport()
    if plan.candidates.isEmpty {
      report.findings.append(
        Finding(.noCandidate, plan.id, Phrase("la session n'a aucun candidat", "the session has no candidate")))
    }
    let day = try? day()
    for candidate in plan.candidates {
      let path = try place(of: candidate)
      report.voids += try voidedGrids(of: candidate)
      report.findings += witnessFindings(of: candidate.id)
      if let bytes = try contents(path) {
        report.grids.append(try verified(bytes, path: path, candidate: candidate.id))
      } else if isAbsent(candidate, on: day) {
        report.absent.append(candidate.name)
      } else {
        report.findings.append(
          Finding(.gridMissing, candidate.name, Phrase("n'a pas de grille scellée", "has no sealed grid")))
      }
    }
    let (minutes, findings) = try verifiedMinutes()
    report.minutes = minutes
    report.findings += findings + (try planFindings()) + (try purgeFindings())
    report.voids += voids(in: directory.path, of: "minutes", ".json")
    return report
  }

  /// A `purge.json` that is not this session's.
  private func purgeFindings() throws(Refusal) -> [Finding] {
    guard case .foreign(let reason) = try PurgeStanding(of: directory) else { return [] }
    return [Finding(.purgeForeign, "purge.json", PurgeStanding.refused(reason))]
  }

  /// Verifies one grid's bytes against this session.
  ///
  /// - Parameter candidate: whose grid the file's name says it is.
  func verified(_ bytes: [UInt8], path: String, candidate: String) throws(Refusal) -> VerifyReport.GridFile {
    let sealed: SealedGrid
    do throws(Refusal) { sealed = try SealedGrid(parsing: bytes) } catch {
      return VerifyReport.GridFile(
        path: path, candidate: candidate, sealed: nil, findings: [Finding(.unreadable, path, error.reason)],
        isCompared: true)
    }
    // A grid that was taken back stands no more, whatever its signatures.
    if path.split(separator: "/").last?.contains(".void-") == true {
      let voided = Finding(.voided, path, Phrase("annulée par le jury", "voided by the jury"))
      return VerifyReport.GridFile(
        path: path, candidate: candidate, sealed: sealed, findings: [voided], isCompared: true)
    }
    let person = plan.candidate(candidate)
    let setting = GridSetting(
      plan: plan, referentialDigest: referentialDigest, candidate: candidate,
      journals: try journalsNow(of: candidate, cited: Set(sealed.grid.sources.map(\.path))),
      oral: person.flatMap { try? oral(of: $0) })
    return VerifyReport.GridFile(
      path: path, candidate: candidate, sealed: sealed,
      findings: GridCheck(sealed: sealed, setting: setting).findings, isCompared: true)
  }

  /// The jury or the manager says so.
  private func isAbsent(_ candidate: Candidate, on day: Day?) -> Bool {
    if case .absent = day?.attendance[candidate.id] { return true }
    return (try? oral(of: candidate))?.absence != nil
  }

  /// The journals of an oral as they are now, by path in the session: those that a grid names, and those of the authors
  /// who may keep one. Others are never read.
  func journalsNow(of candidate: String, cited: Set<String>) throws(Refusal) -> [String: StoredJournal] {
    var found: [String: StoredJournal] = [:]
    let files: [JournalFile]
    do throws(StoreFault) { files = try directory.journals(of: candidate) } catch { throw error.refusal }
    for file in files {
      let path = path(of: file.path)
      guard cited.contains(path) || authors.contains(file.author) else { continue }
      found[path] = stored(file)
    }
    return found
  }

  /// A journal of the session as it is now.
  func stored(_ file: JournalFile) -> StoredJournal {
    do throws(StoreFault) {
      let contents = try directory.read(file, session: plan.id)
      // Each line carries the digest of the one before.
      return .sound(
        digests: contents.lines.map(\.prev) + [contents.head],
        concernsJury: contents.lines.contains { Fact(json: $0.event)?.event.isPersonal != true })
    } catch {
      let refusal = error.refusal
      let line = error.line.map { ":\($0)" } ?? ""
      return .damaged(Phrase(refusal.reason.fr + line, refusal.reason.en + line))
    }
  }

  func place(of candidate: Candidate) throws(Refusal) -> String {
    do throws(StoreFault) { return try directory.grid(of: candidate.id) } catch { throw error.refusal }
  }

  /// A file of the session; nil when it is not there.
  func contents(_ path: String) throws(Refusal) -> [UInt8]? {
    do throws(StoreFault) { return try directory.read(path) } catch {
      let refusal = error.refusal
      guard refusal.code == .noInput else { throw refusal }
      return nil
    }
  }

  /// `<candidate>.void-<k>.grid.json`, oldest first.
  private func voidedGrids(of candidate: Candidate) throws(Refusal) -> [String] {
    voids(in: directory.grids, of: candidate.id, ".grid.json")
  }

  private func voids(in place: String, of stem: String, _ ending: String) -> [String] {
    let names = (try? directory.disk.names(in: place)) ?? []
    return names.filter { $0.hasPrefix("\(stem).void-") && $0.hasSuffix(ending) }.map { "\(place)/\($0)" }
  }
}
