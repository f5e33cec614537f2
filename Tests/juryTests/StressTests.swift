import Console
import Evaluation
import Glibc
import Screen
import Testing

@testable import Store
@testable import jury

/// Five consoles on one oral play thousands of random acts, and are killed at random moments, also in the middle of writing.
///
/// At rest every acknowledged fact is in its author's journal once and in order, and all consoles fold to one state.
/// `JURY_STRESS_SEED` plays another game than the usual one.
@Suite struct StressTests {
  private static let seed = getenv("JURY_STRESS_SEED").flatMap { UInt64(String(cString: $0)) } ?? 20_261_123

  /// The longer game has fewer kills: each makes a console read again all that there is.
  @Test(arguments: [(acts: 2000, killsInTenThousand: 20), (acts: 300, killsInTenThousand: 200)])
  func `nothing is lost, doubled or seen otherwise`(acts: Int, killsInTenThousand: Int) throws {
    print("stress seed \(Self.seed), 5 × \(acts) acts")
    var game = try StressGame(seed: Self.seed, acts: acts, killsInTenThousand: killsInTenThousand)
    try game.play()
    try game.rest()
    let comment = Comment("seed \(Self.seed)")
    #expect(game.kills > 20, comment)
    #expect(game.tornLines > 3, comment)
    let panel = game.panel
    let first = try panel.oral("benali").common
    for juror in panel.jurors {
      #expect(try panel.at(juror).events == game.acknowledged[juror], "\(juror), \(comment)")
      #expect(try panel.oral(juror).common == first, "\(juror), \(comment)")
      #expect(try panel.at(juror).console.alarms.isEmpty, "\(juror), \(comment)")
    }
    // What the game is for did happen.
    #expect(first.isDeliberating && first.revision > 10, comment)
    for fresh in try game.freshFolds() {
      #expect(fresh.oral.common == first, comment)
      #expect(fresh.waitingCount == 0 && fresh.voidCount > 0, comment)
      #expect(fresh.voidCount == panel.desks["benali"]?.room?.fold.voidCount, comment)
    }
  }
}

/// The game itself: who does what when is told by the seed alone.
struct StressGame {
  let panel: Panel
  /// By juror, the facts that were said to be recorded.
  private(set) var acknowledged: [String: [Fact]] = [:]
  private(set) var kills = 0
  /// How many kills left an unfinished line.
  private(set) var tornLines = 0
  /// By juror killed while writing, the fact that may be on disk or not.
  private var doubtful: [String: Fact] = [:]
  private var disks: [String: FailingDisk] = [:]
  private var random: SplitMix
  private let acts: Int
  private let killsInTenThousand: Int

  /// - Parameter acts: how many facts each console records.
  init(seed: UInt64, acts: Int, killsInTenThousand: Int) throws {
    panel = try Panel(5)
    panel.machines = ["oster": .init(boot: "b0072", upAhead: 240_000, wallAhead: 3_600_000)]
    random = SplitMix(state: seed)
    self.acts = acts
    self.killsInTenThousand = killsInTenThousand
  }

  /// Acts still to come.
  private var left: Int { acknowledged.values.reduce(acts * panel.jurors.count) { $0 - $1.count } }

  mutating func play() throws {
    while let juror = panel.jurors.filter({ acknowledged[$0, default: []].count < acts }).randomElement(using: &random)
    {
      panel.time.now += Int.random(in: 20...400, using: &random)
      if panel.desks[juror] == nil { try sitDown(juror) }
      let desk = try panel.at(juror)
      switch Int.random(in: 0..<10_000, using: &random) {
      case ..<(killsInTenThousand / 2): kill(juror)
      case ..<killsInTenThousand: try killWriting(juror)
      case ..<1500: desk.tick()
      case ..<3000: desk.follow()
      default: try act(juror, desk)
      }
    }
  }

  /// Everybody is back and reads all.
  mutating func rest() throws {
    for juror in panel.jurors where panel.desks[juror] == nil { try sitDown(juror) }
    panel.pass(3000)
  }

  private mutating func sitDown(_ juror: String) throws {
    let disk = FailingDisk()
    disks[juror] = disk
    let desk = try panel.sit(juror, disk)
    if let fact = doubtful.removeValue(forKey: juror) {
      let known = acknowledged[juror, default: []]
      if desk.events.count > known.count { acknowledged[juror] = known + [fact] } else { tornLines += 1 }
    }
    try #require(desk.events == acknowledged[juror, default: []], "\(juror) comes back: \(desk.said)")
  }

  private mutating func act(_ juror: String, _ desk: Desk) throws {
    guard let fact = try next(juror, desk) else { return }
    desk.play([fact])
    try #require(!desk.isUnsaved)
    acknowledged[juror, default: []].append(fact)
  }

  private mutating func kill(_ juror: String) {
    kills += 1
    panel.die(juror)
  }

  private mutating func killWriting(_ juror: String) throws {
    let desk = try panel.at(juror)
    guard let disk = disks[juror], let fact = try next(juror, desk) else { return }
    // A look at the file, a write of some bytes, and no more: not even the rest of the line.
    disk.writeLimit = Int.random(in: 1...400, using: &random)
    disk.arm(FailingDisk.Plan(code: EIO, forEver: true), at: 3)
    desk.play([fact])
    try #require(desk.isUnsaved)
    doubtful[juror] = fact
    kill(juror)
  }

  /// What a juror does next, mostly allowed.
  private mutating func next(_ juror: String, _ desk: Desk) throws -> Fact? {
    let oral = try #require(desk.console.oral)
    var acts = RandomActs(
      juror: juror, oral: oral, now: desk.now(), isClosing: left < 75 * panel.jurors.count,
      random: random)
    defer { random = acts.random }
    for _ in 0..<20 {
      let fact = acts.next()
      // Two consoles that do not know of each other yet write what is not allowed where it comes to count.
      if oral.refusal(of: fact, at: desk.now()) == nil || Int.random(in: 0..<100, using: &acts.random) == 0 {
        return fact
      }
    }
    return nil
  }

  /// The journals as a program finds them that was never there, whatever the order in which it reads them.
  mutating func freshFolds() throws -> [Fold] {
    let session = try panel.session()
    let candidate = try session.candidate(panel.candidate)
    var entries: [String: [Entry]] = [:]
    for file in try session.directory.journals(of: candidate.id) {
      entries[file.author] = try session.entries(
        of: try session.directory.read(file, session: session.plan.id).lines, journal: file.path)
    }
    return try (1...3).map { round in
      var fold = Fold(try session.empty(candidate))
      if round == 1 {
        for juror in panel.jurors.reversed() { fold.receive(entries[juror] ?? [], from: juror) }
      }
      while let juror = panel.jurors.filter({ fold.count(of: $0) < entries[$0]?.count ?? 0 }).randomElement(
        using: &random)
      {
        let count = Int.random(in: 1...500, using: &random)
        fold.receive(Array((entries[juror] ?? []).dropFirst(fold.count(of: juror)).prefix(count)), from: juror)
      }
      return fold
    }
  }
}

/// A small repeatable generator (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
