import Evaluation
import JSON
import Seal

/// The sample sessions that the program carries, one for each oral format and a whole day of three rooms:
/// `sample-sessions/`, before anything happened.
enum SampleSession: String, CaseIterable {
  case title, block1, block2, block3, day

  /// What opens the sample jurors' keys. It stands in sample-sessions/README.md: they prove nothing about anybody.
  static let passphrase = "exemple jury"

  /// The file of its plan.
  var source: [UInt8] {
    switch self {
    case .title: PackageResources.sample_title_json
    case .block1: PackageResources.sample_block1_json
    case .block2: PackageResources.sample_block2_json
    case .block3: PackageResources.sample_block3_json
    case .day: PackageResources.sample_day_json
    }
  }

  /// The files of the sample jurors' and the manager's keys.
  static let keys: [[UInt8]] = [
    PackageResources.sample_key_benali_json, PackageResources.sample_key_fontaine_json,
    PackageResources.sample_key_lindqvist_json, PackageResources.sample_key_manager_json,
    PackageResources.sample_key_nguyen_json, PackageResources.sample_key_okafor_json,
    PackageResources.sample_key_roux_json,
  ]

  /// Its plan, moved to the day of `now` so that the first candidate is due: within the last five minutes; nil leaves it on its
  /// own.
  func plan(at now: WallTime?) throws(Refusal) -> Plan {
    var plan = try Plan(json: try Session.parse(source, at: rawValue))
    guard let now, let first = plan.slots.map(\.start.unixMilliseconds).min() else { return plan }
    let fiveMinutes = 300_000
    let shift = now.unixMilliseconds / fiveMinutes * fiveMinutes - first
    for index in plan.slots.indices {
      plan.slots[index].start = WallTime(
        unixMilliseconds: plan.slots[index].start.unixMilliseconds + shift, offsetMinutes: now.offsetMinutes)
    }
    let days = now.date.daysSince1970 - plan.from.daysSince1970
    func moved(_ date: CalendarDate?) -> CalendarDate? {
      date.map { CalendarDate(daysSince1970: $0.daysSince1970 + days) }
    }
    for index in plan.candidates.indices {
      plan.candidates[index].deliverablesOn = moved(plan.candidates[index].deliverablesOn)
    }
    for index in plan.jury.indices { plan.jury[index].documentsOn = moved(plan.jury[index].documentsOn) }
    plan.from = now.date
    plan.to = plan.slots.map(\.start.date).max() ?? now.date
    return plan
  }
}
