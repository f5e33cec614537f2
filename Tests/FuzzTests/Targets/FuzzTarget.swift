import Evaluation
import Glibc

@testable import jury

/// A reader of what others wrote, given any bytes: it may refuse them, and must do nothing worse.
///
/// libFuzzer gives each the bytes that it makes up (`.ci/fuzz`); ``CorpusTests`` gives each those that were kept.
enum FuzzTarget: String, CaseIterable {
  case journal, fold, grid, session, referential, sheet, theme, key, review, text, keyboard

  /// - Throws: ``BrokenLaw``.
  func read(_ bytes: [UInt8]) throws {
    do {
      switch self {
      case .journal: try readJournal(bytes)
      case .fold: try foldFacts(bytes)
      case .grid: try verifySealed(bytes)
      case .session: try readPlan(bytes)
      case .referential: try readReferential(bytes)
      case .sheet: try readSheets(bytes)
      case .theme: try readTheme(bytes)
      case .key: try readKeys(bytes)
      case .review: try readReview(bytes)
      case .text: try makeSafe(bytes)
      case .keyboard: try decodeKeys(bytes)
      }
    } catch let refusal as Refusal {
      try Self.lookAt(refusal)
    } catch let refusals as Refusals {
      try hold(!refusals.all.isEmpty, "a refusal has a reason")
      for refusal in refusals.all { try Self.lookAt(refusal) }
    }
  }

  private static func lookAt(_ refusal: Refusal) throws {
    try hold(!refusal.reason.fr.isEmpty && !refusal.reason.en.isEmpty, "a refusal says why, in both languages")
  }
}

/// What a reader promises and did not keep.
struct BrokenLaw: Error, CustomStringConvertible {
  let description: String
}

func hold(_ isKept: Bool, _ law: @autoclosure () -> String) throws(BrokenLaw) {
  if !isKept { throw BrokenLaw(description: law()) }
}

/// Seconds of the processor that no answer takes; not optimised, the same code is several times as slow.
let patience = _isDebugAssertConfiguration() ? 5.0 : 1.0

/// Of this thread: what else runs on the machine does not count.
func processorSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
