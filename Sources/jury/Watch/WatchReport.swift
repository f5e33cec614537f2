import Evaluation
import JSON

/// The rooms' state once, for scripts: counts and times, never a mark. Durations in milliseconds.
enum WatchReport {
  static func json(_ posts: [WatchPost], at now: Stamp, _ language: Language) -> JSON {
    .object([
      "at": .string(now.at.text),
      "sessions": .array(
        posts.map { post in
          .object([
            "id": .string(post.watch.plan.id), "alarms": .array(post.watch.alarms.map { .string($0(language)) }),
            "rooms": .array(post.watch.statuses(at: now).map { json($0, at: now, language) }),
          ])
        }),
    ])
  }

  private static func json(_ status: RoomStatus, at now: Stamp, _ language: Language) -> JSON {
    let glance = status.glance
    let clock = glance?.stage == .underWay ? glance?.clock : nil
    return .object([
      "room": .string(status.room), "candidate": status.candidate.map { .string($0.id) },
      "stage": glance.map { .string("\($0.stage)") },
      "phase": clock.map { .string($0.phases[$0.phase].id) }, "isPaused": clock.map { .bool($0.state == .paused) },
      "left": clock.map { .int($0.phaseLeft(at: now)) }, "expectedEnd": status.expectedEnd.map { .string($0.text) },
      "drift": .int(status.drift), "age": status.age.map(JSON.int), "jurorsPresent": .int(status.jurorsPresent),
      "jurorsPlanned": .int(status.jurorsPlanned), "marked": glance.map { .int($0.markedCount) },
      "criteria": glance.map { .int($0.criterionCount) }, "verdict": verdict(status.verdict, language),
      "next": .array(
        status.next.map {
          .object([
            "candidate": .string($0.candidate.id), "planned": .string($0.planned.text),
            "expected": .string($0.expected.text),
          ])
        }),
    ])
  }

  private static func verdict(_ verdict: RoomStatus.Verdict, _ language: Language) -> JSON {
    switch verdict {
    case .needed(let why): .object(["is": "needed", "because": .string(why(language))])
    case .stale(let age): .object(["is": "stale", "age": .int(age)])
    case .late(let minutes): .object(["is": "late", "minutes": .int(minutes)])
    case .onTime: .object(["is": "onTime"])
    case .waiting(let start): .object(["is": "waiting", "start": .string(start.text)])
    case .finished: .object(["is": "finished"])
    }
  }
}
