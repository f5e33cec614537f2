import Console
import Foundation
import Glibc
import JSON
import Screen
import Seal
import Store
import Testing

@testable import Evaluation
@testable import jury

/// Jurors around one session in which each has a console, on machines whose clocks the test moves.
///
/// It is the test that looks at a clock and waits: see ``pass(_:)``.
final class Panel {
  /// How a machine's clocks differ from the true time, in milliseconds, and how late it sees what others write.
  struct Machine {
    var boot = "b00710ad"
    var upAhead = 0
    var wallAhead = 0
  }

  /// The true time, in milliseconds: that of the first machine since its boot.
  final class Time { var now = 1_000_000 }

  let directory: String
  let candidate: String
  let jurors: [String]
  let time = Time()
  /// By juror; the others are at the first one.
  var machines: [String: Machine] = [:]
  private(set) var desks: [String: Desk] = [:]

  /// - Parameter jurors: two to five of them, half of them from outside.
  init(_ jurors: Int = 3) throws {
    directory = NSTemporaryDirectory() + "jury-panel-\(UUID().uuidString)"
    var plan = try Plan(json: JSON.parse(SampleSession.block2.source))
    plan.marking = .individual
    plan.jury = try [
      ("benali", "Benali", "Amina"), ("roux", "Roux", "Étienne"), ("oster", "Øster", "Ingrid"),
      ("lefevre", "Lefèvre", "Noël"), ("coeur", "Cœur", "Zoé"),
    ].prefix(jurors).map { id, family, given in
      Juror(
        id: id, family: family, given: given, post: "Ingénieure", company: "Atelier", years: 7,
        isExternal: true, isPresident: id == "benali", key: try PrivateKey().publicKey.jwk)
    }
    candidate = plan.candidates[0].id
    self.jurors = plan.jury.map(\.id)
    for index in plan.slots.indices { plan.slots[index].jury = self.jurors }
    let session = SessionDirectory(directory)
    try session.create()
    try session.replace(session.plan, with: plan.json.bytes)
  }

  deinit { try? FileManager.default.removeItem(atPath: directory) }

  /// A reading of the clocks of a juror's machine.
  func now(_ juror: String) -> Stamp { Self.reading(time, machines[juror] ?? Machine()) }

  private static func reading(_ time: Time, _ machine: Machine) -> Stamp {
    Stamp(
      at: WallTime(unixMilliseconds: 1_796_112_000_000 + time.now + machine.wallAhead, offsetMinutes: 60),
      boot: machine.boot, up: time.now + machine.upAhead)
  }

  func session(_ disk: any Disk = SystemDisk()) throws -> Session {
    try Session(SessionDirectory(directory, disk: disk))
  }

  /// A juror's console on the oral, which the panel does not know of.
  func desk(_ juror: String, _ disk: any Disk = SystemDisk(), isWatching: Bool = false) throws -> Desk {
    let (time, machine) = (time, machines[juror] ?? Machine())
    let noKey: Desk.KeyOpening = { (_, _) throws(Refusal) in throw Refusal(Phrase("sans clé", "no key")) }
    let desk = Desk(
      try session(disk), viewer: juror, isWatching: isWatching, key: noKey, language: .fr,
      size: Size(rows: 30, columns: 120)
    ) { Self.reading(time, machine) }
    desk.start(opening: candidate)
    return desk
  }

  /// A juror sits down at their console.
  @discardableResult
  func sit(_ juror: String, _ disk: any Disk = SystemDisk()) throws -> Desk {
    awaitLock(of: juror)
    let desk = try desk(juror, disk)
    desks[juror] = desk
    return desk
  }

  /// A juror's console dies: nothing is closed, said or written any more.
  func die(_ juror: String) { desks[juror] = nil }

  /// Waits until nobody holds a dead console's lock: a program that another test is starting has a copy of every
  /// descriptor until it runs.
  private func awaitLock(of juror: String) {
    let lock = open(journal(juror).dropLast("jsonl".count) + "lock", O_RDONLY | O_CLOEXEC)
    guard lock >= 0 else { return }
    for _ in 0..<1000 {
      if flock(lock, LOCK_EX | LOCK_NB) == 0 { break }
      usleep(1000)
    }
    flock(lock, LOCK_UN)
    close(lock)
  }

  func at(_ juror: String) throws -> Desk { try #require(desks[juror]) }

  func oral(_ juror: String) throws -> Oral { try #require(try at(juror).console.oral) }

  /// True time goes by; the consoles tick now and then, as they would.
  func pass(_ milliseconds: Int, tick: Int = 200) {
    let end = time.now + milliseconds
    while time.now < end {
      time.now = min(end, time.now + tick)
      for juror in jurors { desks[juror]?.tick() }
    }
  }

  /// Every console reads what the others wrote.
  func follow() { for juror in jurors { desks[juror]?.follow() } }

  /// A juror presses keys, as the console takes them.
  func press(_ juror: String, _ keys: Key...) throws { for key in keys { try at(juror).act(.pressed(key)) } }

  /// A juror's console records facts that the rules allow, and every other reads them.
  func say(_ juror: String, _ events: Event...) throws {
    for event in events {
      if let refusal = try oral(juror).refusal(of: event, at: now(juror)) { throw refusal }
      try at(juror).play(event)
      follow()
    }
  }

  /// All who are at their console present without ties, the clock started by one of them.
  func start(by hand: String = "benali") throws {
    for juror in jurors where desks[juror] != nil {
      try say(juror, .jurorPresent(juror: juror, true), .noTieDeclared(juror: juror))
    }
    try say(hand, .identityChecked(true), .clockStarted(backdatedBy: 0))
  }

  /// All sit down, and the clock is started.
  static func started(_ jurors: Int = 3, machines: [String: Machine] = [:]) throws -> Panel {
    let panel = try Panel(jurors)
    panel.machines = machines
    for juror in panel.jurors { try panel.sit(juror) }
    try panel.start()
    return panel
  }

  func journal(_ juror: String) -> String { "\(directory)/orals/\(candidate)/\(juror).jsonl" }

  func bytes(_ juror: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: journal(juror)))) }

  /// Puts bytes in a file's place as another program would.
  func overwrite(_ path: String, _ bytes: [UInt8]) throws {
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.truncate(atOffset: 0)
    try handle.write(contentsOf: Data(bytes))
    try handle.close()
  }
}

extension Desk {
  /// All that is on screen, its lines one after another.
  var screen: String { picture.text }
}
