import Evaluation
import JSON
import Seal
import Store

/// What sealed minutes are held against: their session. A value: reading it is ``Session``'s.
struct MinutesSetting {
  var plan: Plan
  /// The minutes that the session's facts and grids make now.
  var expected: Minutes
  /// By path in the session's directory.
  var journals: [String: StoredJournal]
  /// What the manager's journal says was sealed and signed.
  var sealing: Sealing?
}

/// Whether sealed minutes are complete and intact.
///
/// Its law: it finds, it never repairs; no finding is the only way to stand.
struct MinutesCheck {
  let sealed: Sealed<Minutes>
  /// Nil for a file by itself: then its keys, grids and journals are only what it says they are.
  let setting: MinutesSetting?

  var findings: [Finding] { SignatureCheck(sealed, saidBy: setting?.sealing).findings + contents }

  /// All but the signatures: whether the session still says what the minutes say.
  var contents: [Finding] {
    guard let setting else { return [] }
    var findings = sealed.keys(in: setting.plan)
    findings += JournalCheck(content: sealed.content, journals: setting.journals).findings
    findings += differences(from: setting.expected)
    if setting.sealing?.digest != sealed.digest {
      findings.append(
        Finding(
          .notSealedByJournal, sealed.digest,
          Phrase(
            "le journal du responsable ne dit pas que ce procès-verbal a été scellé",
            "the manager's journal does not say these minutes were sealed")))
    }
    return findings
  }

  private func differences(from expected: Minutes) -> [Finding] {
    let minutes = sealed.content
    var findings: [Finding] = []
    if minutes.session != expected.session {
      findings.append(
        Finding(
          .otherSession, minutes.session,
          Phrase("le procès-verbal est d'une autre session", "the minutes are another session's")))
    }
    if minutes.referential != expected.referential {
      findings.append(
        Finding(
          .referentialDiffers, minutes.referential,
          Phrase("le référentiel de la session est un autre", "the session's referential is another")))
    }
    var places = expected.rows.filter { !minutes.rows.contains($0) }.map(\.candidate)
    places += minutes.rows.map(\.candidate).filter { id in !expected.rows.contains { $0.candidate == id } }
    if minutes.rows.map(\.candidate) != expected.rows.map(\.candidate), places.isEmpty { places.append("candidates") }
    if minutes.jury != expected.jury { places.append("jury") }
    if minutes.manager != expected.manager { places.append(Plan.Manager.id) }
    if minutes.observations != expected.observations { places.append("observations") }
    if !minutes.isOfTheSameDay(as: expected) { places.append("session.json") }
    return findings
      + places.map {
        Finding(
          .contentDiffers, $0,
          Phrase("le procès-verbal ne dit pas ce que dit la session", "the minutes do not say what the session says"))
      }
  }
}

extension Minutes {
  /// Whether a file's bytes hold minutes, whatever else they hold.
  static func isHeld(in bytes: [UInt8]) -> Bool {
    guard let envelope = try? Envelope(parsing: bytes) else { return false }
    return (try? JSON.parse(envelope.payload))?["format"]?.string == Minutes.format
  }

  /// Whether part 1 says the same of the session.
  fileprivate func isOfTheSameDay(as other: Minutes) -> Bool {
    sessionTitle == other.sessionTitle && from == other.from && to == other.to && centre == other.centre
      && links == other.links
      && isSample == other.isSample && isMock == other.isMock && certification == other.certification
      && certificationTitle == other.certificationTitle
  }
}

extension Session {
  /// Sealed minutes against this session as it is now.
  func check(_ sealed: Sealed<Minutes>, _ day: Day) throws(Refusal) -> MinutesCheck {
    let closing = try closing(day)
    // What cannot be read makes no source of it: the journals below say so.
    let expected = closing.draft(sources: [], at: sealed.content.sealedAt, thumbprint: Self.thumbprint)
    return MinutesCheck(
      sealed: sealed,
      setting: MinutesSetting(
        plan: plan, expected: expected, journals: try journalsNow(cited: Set(sealed.content.sources.map(\.path))),
        sealing: day.sealing))
  }

  /// The minutes' file, when there is one or should be one.
  func verifiedMinutes() throws(Refusal) -> (file: VerifyReport.MinutesFile?, findings: [Finding]) {
    let day: Day
    do throws(Refusal) { day = try self.day() } catch {
      return (nil, [Finding(.journalDamaged, error.place ?? "manager.jsonl", error.reason)])
    }
    guard let bytes = try contents(directory.minutes) else {
      guard day.sealing != nil else { return (nil, []) }
      return (
        nil,
        [
          Finding(
            .minutesMissing, directory.minutes,
            Phrase(
              "le journal dit que le procès-verbal a été scellé", "the journal says that the minutes were sealed"))
        ]
      )
    }
    return (try verified(minutes: bytes, path: directory.minutes, day), [])
  }

  /// Verifies the bytes of a file of this session's directory, which may be minutes that were taken back.
  func verified(minutes bytes: [UInt8], path: String) throws(Refusal) -> VerifyReport.MinutesFile {
    guard path.split(separator: "/").last?.contains(".void-") != true else {
      let voided = Finding(.voided, path, Phrase("annulé par le responsable", "voided by the manager"))
      return VerifyReport.MinutesFile(
        path: path, sealed: try? Sealed(parsing: bytes), findings: [voided], isCompared: true)
    }
    return try verified(minutes: bytes, path: path, try day())
  }

  private func verified(minutes bytes: [UInt8], path: String, _ day: Day) throws(Refusal) -> VerifyReport.MinutesFile {
    let sealed: Sealed<Minutes>
    do throws(Refusal) { sealed = try Sealed(parsing: bytes) } catch {
      return VerifyReport.MinutesFile(
        path: path, sealed: nil, findings: [Finding(.unreadable, path, error.reason)], isCompared: true)
    }
    return VerifyReport.MinutesFile(
      path: path, sealed: sealed, findings: try check(sealed, day).findings, isCompared: true)
  }

  /// The journals of the session as they are now, the manager's among them.
  private func journalsNow(cited: Set<String>) throws(Refusal) -> [String: StoredJournal] {
    var found: [String: StoredJournal] = [:]
    for candidate in plan.candidates {
      found.merge(try journalsNow(of: candidate.id, cited: cited)) { $1 }
    }
    let manager: JournalFile?
    do throws(StoreFault) { manager = try directory.managerJournal() } catch { throw error.refusal }
    // Cited or not: a session without it is one whose manager recorded nothing.
    if let manager { found[path(of: manager.path)] = stored(manager) }
    return found
  }
}
