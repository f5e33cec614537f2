import Evaluation
import Screen

extension Watch {
  /// A room's line, and whose it is.
  struct Row {
    let place: Place
    let status: RoomStatus
  }

  /// All rooms of all sessions, needs first.
  func allRows(at now: Stamp) -> [Row] {
    let rows = sessions.enumerated().flatMap { index, session in
      session.statuses(at: now).map { Row(place: Place(session: index, room: $0.room), status: $0) }
    }
    // One session's are in order already.
    return sessions.count > 1 ? rows.sorted { SessionWatch.comesFirst($0.status, $1.status) } : rows
  }

  /// The rooms that the filter and the search leave.
  func rows(at now: Stamp) -> [Row] { shown(of: allRows(at: now)) }

  func shown(of rows: [Row]) -> [Row] {
    let words = Folding.fold(search).split(separator: " ")
    return rows.filter { row in
      switch filter {
      case .all: break
      case .troubled: if row.status.verdict.rank > 2 { return false }
      case .underWay: if row.status.glance?.stage != .underWay { return false }
      }
      guard !words.isEmpty else { return true }
      let text = Folding.fold("\(roomName(row)) \(row.status.candidate?.name ?? "")")
      return words.allSatisfy { text.contains($0) }
    }
  }

  func index(in rows: [Row]) -> Int { rows.firstIndex { $0.place == here } ?? 0 }

  /// « 2 », or « A 2 » where several sessions are watched.
  func roomName(_ row: Row) -> String {
    sessions.count > 1 ? "\(sessionLetter(row.place.session)) \(row.place.room)" : row.place.room
  }

  /// A session's letter on the screen: A, B… and figures after Z.
  func sessionLetter(_ index: Int) -> String {
    index < 26 ? String(UnicodeScalar(UInt8(65 + index))) : String(index + 1)
  }

  // MARK: Words

  func verdictRun(_ status: RoomStatus) -> Run {
    switch status.verdict {
    case .needed(let why): Run(t("À VOUS : ", "YOU: ") + why(language), "room.needed")
    case .stale(let age): Run(t("DONNÉES ANCIENNES, ", "OLD DATA, ") + ageText(age), "room.stale")
    case .late(let minutes): Run(t("EN RETARD de \(minutes) min", "LATE by \(minutes) min"), "room.late")
    case .onTime: Run(t("À L'HEURE", "ON TIME"), "room.onTime")
    case .waiting(let start): Run(t("à \(start.minuteText)", "at \(start.minuteText)"), "text.dim")
    case .finished: Run(t("terminé", "finished"), "text.dim")
    }
  }

  /// « 2 s », « 41 s », « 12 min ».
  func ageText(_ milliseconds: Int) -> String {
    milliseconds < 120_000
      ? "\(milliseconds / 1000) s"
      : milliseconds < 7_200_000 ? "\(milliseconds / 60_000) min" : "\(milliseconds / 3_600_000) h"
  }

  /// Where the oral stands, in a few words.
  func phaseText(_ status: RoomStatus) -> String {
    guard let glance = status.glance else { return t("terminé", "finished") }
    switch glance.stage {
    case .planned: return t("à venir", "to come")
    case .absent: return t("absent", "absent")
    case .preparing: return t("se prépare", "preparing")
    case .underWay where glance.clock.state == .paused:
      let reason = glance.clock.pauses.last?.reason ?? ""
      return t("En pause", "Paused") + (reason.isEmpty ? "" : " (\(reason))")
    case .underWay: return glance.clock.phases[glance.clock.phase].title
    case .deliberating: return t("Délibération", "Deliberation")
    case .signing: return t("Signature", "Signing")
    case .signed: return t("signé", "signed")
    case .refused: return t("refus de signer", "refusal to sign")
    }
  }

  /// « 10:51 (+12) ».
  func endText(_ status: RoomStatus) -> String {
    guard let end = status.expectedEnd else { return "" }
    return end.minuteText + driftText(status.drift)
  }

  func driftText(_ minutes: Int) -> String {
    minutes == 0 ? "" : minutes > 0 ? " (+\(minutes))" : " (−\(-minutes))"
  }

  /// « bloc 1 · 25 min · tiers-temps +8 · 2 jurés sur 2 · 61 % coché »: counts, never marks.
  func detailText(_ status: RoomStatus) -> String {
    guard let candidate = status.candidate, let glance = status.glance else { return "" }
    let format = sessions.first { $0.plan.candidate(candidate.id) == candidate }?.plan
    var parts: [String] = []
    if candidate.route == .vae { parts.append("VAE") }
    if let id = candidate.format { parts.append(formatText(id)) }
    parts.append("\((glance.clock.totalPlanned - glance.clock.extra - glance.clock.granted) / 60_000) min")
    if candidate.extraMinutes > 0 { parts.append(t("tiers-temps +", "extra time +") + "\(candidate.extraMinutes)") }
    if glance.clock.granted > 0 { parts.append(t("prolongé +", "extended +") + minutesText(glance.clock.granted)) }
    let all = status.jurorsPlanned > 0 ? status.jurorsPlanned : format?.jury.count ?? 0
    parts.append(jurorsText(status.jurorsPresent, of: all))
    switch glance.stage {
    case .underWay:
      if glance.criterionCount > 0 {
        parts.append("\(glance.markedCount * 100 / glance.criterionCount) % " + t("coché", "marked"))
      }
    case .deliberating:
      parts.append("\(glance.decidedCount)/\(glance.competencyCount) " + t("décidées", "decided"))
    case .signing: parts.append("\(glance.signed.count) " + t("signé", "signed"))
    default: break
    }
    return parts.joined(separator: " · ")
  }

  /// « 2 jurés sur 3 »; « 3 jurés (2 prévus) » where a substitute sits as well.
  func jurorsText(_ present: Int, of planned: Int) -> String {
    let jurors = t("\(present) juré\(present > 1 ? "s" : "")", "\(present) juror\(present == 1 ? "" : "s")")
    if present > planned {
      return jurors + t(" (\(planned) prévu\(planned > 1 ? "s" : ""))", " (\(planned) planned)")
    }
    return t("\(jurors) sur \(planned)", "\(present) of \(planned) jurors")
  }

  func formatText(_ id: String) -> String {
    switch id {
    case "title": t("titre", "title")
    case "block1": t("bloc 1", "block 1")
    case "block2": t("bloc 2", "block 2")
    case "block3": t("bloc 3", "block 3")
    default: id
    }
  }
}
