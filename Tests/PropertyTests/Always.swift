import Glibc
import Testing

/// Tries a law on many drawn cases; the first that breaks it is told with its seed.
///
/// `JURY_SEED` begins elsewhere; with `JURY_CASES=1` it repeats one case. `JURY_CASES` is how many are tried.
func always(
  _ name: String = #function, cases: Int = cases, at place: SourceLocation = #_sourceLocation,
  _ holds: (inout Draws) throws -> Bool
) {
  print("\(name): \(cases) cases from seed \(seed)")
  for number in 0..<UInt64(cases) {
    let seed = seed &+ number
    var draws = Draws(seed: seed)
    let broken: String?
    do { broken = try holds(&draws) ? nil : "does not hold" } catch { broken = "throws \(error)" }
    if let broken {
      Issue.record("\(broken): repeat with JURY_SEED=\(seed) JURY_CASES=1", sourceLocation: place)
      return
    }
  }
}

private let cases = variable("JURY_CASES").map(Int.init(clamping:)) ?? 300
private let seed = variable("JURY_SEED") ?? 20_261_124

private func variable(_ name: String) -> UInt64? { getenv(name).flatMap { UInt64(String(cString: $0)) } }

/// The same draws for the same seed (splitmix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
/// 2014).
struct Draws: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
    // Seeds that follow each other would give streams that do.
    state = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func oneIn(_ count: Int) -> Bool { int(1...count) == 1 }
  mutating func one<Choice>(of choices: [Choice]) -> Choice { choices[int(0...choices.count - 1)] }
  mutating func bytes(_ counts: ClosedRange<Int>) -> [UInt8] { (0..<int(counts)).map { _ in UInt8(int(0...255)) } }

  mutating func list<Item>(_ counts: ClosedRange<Int>, _ item: (inout Draws) throws -> Item) rethrows -> [Item] {
    var items: [Item] = []
    for _ in 0..<int(counts) { items.append(try item(&self)) }
    return items
  }

  /// Words, accents, and all that is hostile in a text: controls, marks, what is wide, hidden or turns around.
  mutating func text(_ counts: ClosedRange<Int> = 0...20) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<int(counts) { text.append(scalar()) }
    return String(text)
  }

  private mutating func scalar() -> Unicode.Scalar {
    switch int(0...9) {
    case 0...4: Unicode.Scalar(UInt8(int(0x20...0x7E)))
    case 5: one(of: Array("éÀœßÿŒç«»’–€½".unicodeScalars))
    case 6: Unicode.Scalar(UInt8(int(0...0xFF)))
    case 7: one(of: Self.hostile)
    case 8: Unicode.Scalar(UInt32(int(0x300...0x30FF))) ?? "x"
    default: Unicode.Scalar(UInt32(int(0...0x10FFFF))) ?? "\u{FFFD}"
    }
  }

  private static let hostile: [Unicode.Scalar] = [
    "\u{1B}", "\u{9B}", "\r", "\n", "\t", "\u{85}", "\u{2028}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}",
    "\u{FEFF}",
    "\u{AD}", "\u{301}", "\u{308}", "\u{20DD}", "\u{E0041}", "\u{FE0F}", "\u{1F3FD}", "\u{1F468}", "\u{AC00}",
    "\u{1161}",
    "\u{4E2D}", "\u{FF21}", "\u{E000}", "\u{212A}", "\"", "\\", "<", "&",
  ]

  /// A text of words that people write.
  mutating func words(_ counts: ClosedRange<Int> = 1...3) -> String {
    list(counts) { draws in
      String(draws.list(1...8) { $0.one(of: Array("abcdefghijlmnoprstuvzéèàçôœA-'")) })
    }.joined(separator: " ")
  }

  /// An identifier: a–z, 0–9 and -.
  mutating func id() -> String { String(list(1...12) { $0.one(of: Array("abcdefghijklmnopqrstuvwxyz0123456789-")) }) }
}
