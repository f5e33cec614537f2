import Evaluation
import JSON

/// An oral as `jury show --json` gives it to scripts.
extension Oral {
  /// - Parameter now: for the counts of a running clock.
  func shown(at now: Stamp, _ language: Language) -> JSON {
    let seen = isIndividual ? .object([:]) : shownSheet
    let members = (shownOutcome(at: now, language).members ?? []) + (seen.members ?? [])
    return .members(members.sorted { $0.key < $1.key })
  }

  /// What the jury's one console holds. Where each juror marks apart, none of it is for anybody else (law 6).
  private var shownSheet: JSON {
    let tally = competencies.map(tally).reduce(into: Tally()) { sum, of in
      sum.met += of.met
      sum.notMet += of.notMet
      sum.toProbe += of.toProbe
      sum.none += of.none
    }
    return .object([
      "counts": .object([
        "met": .int(tally.met), "notMet": .int(tally.notMet), "toProbe": .int(tally.toProbe), "none": .int(tally.none),
      ]),
      "marks": .named(sheet.marks.filter { $0.value != .none }.mapValues { .string($0.rawValue) }),
      "notes": .array(notes().map(shown)), "questions": .named(questions.mapValues(shown)),
    ])
  }

  private func shownOutcome(at now: Stamp, _ language: Language) -> JSON {
    .object([
      "id": .string(candidate.id), "family": .string(candidate.family), "given": .string(candidate.given),
      "route": .string(candidate.route.rawValue), "format": .string(format.id),
      "extraMinutes": candidate.extraMinutes > 0 ? .int(candidate.extraMinutes) : nil,
      "stage": .string(stage.name), "facts": .int(factCount), "lastFactAt": lastFactAt.map { .string($0.at.text) },
      "absence": absence.map(JSON.string), "identityChecked": .bool(isIdentityChecked),
      "jurors": .array(plan.jurors(hearing: candidate.id).map(shown)), "clock": clock.shown(at: now),
      "hand": hand.map(JSON.string), "revision": isIndividual ? .int(revision) : nil,
      "verdicts": .named(
        verdicts.mapValues {
          .object([
            "acquired": .bool($0.acquired), "unmarkedConfirmed": $0.unmarkedConfirmed ? true : nil,
            "motive": $0.motive.isEmpty ? nil : .string($0.motive),
          ])
        }),
      "blocks": .array(
        blockResults.map { block, acquired, isHeld in
          let reason = blockVerdicts[block.id]?.reason ?? ""
          return .object([
            "id": .string(block.id), "acquired": acquired.map(JSON.bool) ?? .null, "held": isHeld ? true : nil,
            "reason": reason.isEmpty ? nil : .string(reason),
          ])
        }),
      "decision": decision.map { .string($0.rawValue) } ?? .null,
      "comment": comment.isEmpty ? nil : .string(comment), "seal": seal.map(shown) ?? .null,
      "reopenings": .array(reopenings.map(JSON.string)),
      "obstacles": .array(
        seal == nil ? obstacles.map { .string($0.phrase(language)) } : []),
    ])
  }

  private func shown(_ juror: Juror) -> JSON {
    .object([
      "id": .string(juror.id), "name": .string(juror.name), "present": .bool(present.contains(juror.id)),
      "withoutTie": .bool(withoutTie.contains(juror.id)), "tie": ties[juror.id].map(JSON.string),
      "released": released[juror.id].map(JSON.string), "marked": isIndividual ? .int(markedCount(by: juror.id)) : nil,
      "handedIn": handedIn[juror.id].map { .string($0.at.text) },
      "confirmed": isIndividual ? .bool(confirmations[juror.id] == revision && decision != nil) : nil,
      "reservation": reservations[juror.id] != nil ? true : nil,
    ])
  }

  private func shown(_ note: Sheet.Note) -> JSON {
    .object([
      "number": .int(note.number), "subject": .string(note.subject), "text": .string(note.text),
      "at": .string(note.at.at.text),
    ])
  }

  private func shown(_ question: Sheet.Question) -> JSON {
    .object([
      "text": question.text.isEmpty ? nil : .string(question.text),
      "askedAt": .array(question.askedAt.map { .string($0.at.text) }),
    ])
  }

  private func shown(_ seal: Sealing) -> JSON {
    .object([
      "digest": .string(seal.digest), "at": .string(seal.at.at.text),
      "signatures": .array(
        requiredSigners.map {
          .object([
            "juror": .string($0), "at": seal.signatures[$0].map { .string($0.at.text) } ?? .null,
            "refused": seal.refusals[$0].map(JSON.string),
          ])
        }),
    ])
  }
}

extension OralClock {
  /// Counts in milliseconds.
  fileprivate func shown(at now: Stamp) -> JSON {
    .object([
      "state": .string("\(state)"), "phase": .string(phases[phase].id),
      "phases": .array(
        phases.indices.map {
          .object([
            "id": .string(phases[$0].id), "planned": .int(phases[$0].planned),
            "spent": .int(spent(inPhase: $0, at: now)),
          ])
        }),
      "assessments": .named(
        Dictionary(uniqueKeysWithValues: Set(phases.flatMap(\.assessments)).map { ($0, .int(spent(on: $0, at: now))) })),
      "spent": .int(totalSpent(at: now)), "planned": .int(totalPlanned), "paused": .int(paused(at: now)),
      "extra": extra > 0 ? .int(extra) : nil,
      "pauses": .array(
        pauses.map {
          .object([
            "reason": .string($0.reason), "from": .string($0.from.at.text), "to": $0.to.map { .string($0.at.text) },
            "length": .int(length(of: $0, at: now)),
          ])
        }),
      "startedAt": startedAt.map { .string($0.at.text) }, "endedAt": endedAt.map { .string($0.at.text) },
      "uncertain": isUncertain(at: now) ? true : nil,
    ])
  }
}

extension Oral.Stage {
  /// Its stable name.
  var name: String { "\(self)" }
}

extension JSON {
  /// An object of members that data names.
  static func named(_ members: [String: JSON]) -> JSON {
    .members(members.map { Member($0.key, $0.value) }.sorted { $0.key < $1.key })
  }
}
