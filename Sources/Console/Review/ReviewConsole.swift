import Evaluation
import Screen

/// A candidate's console on their own mock oral: a model beside the jury's ``Console``, with pages of its own.
///
/// Its laws: it holds a ``Review`` and nothing else of the session; it touches nothing outside, ``update(_:at:)`` returns
/// what must happen there; what the jury saw shows only once the candidate has judged themself, or need not.
public struct ReviewConsole: CandidateConsole, Equatable, Sendable {
  public enum Page: String, CaseIterable, Sendable {
    case judgement, time, minutes, gaps, comparison, comments, replay, progress
  }

  public enum Subject: Equatable, Sendable {
    case again
    case help
  }

  public enum Action: Equatable, Sendable {
    case pressed(Key)
    case pasted(String)
    case resized(Size)
    case saved
    case refused(Refusal)

    /// What the terminal said; nil for what means nothing here, such as the mouse.
    public init?(_ input: Input) {
      switch input {
      case .key(let key): self = .pressed(key)
      case .pasted(let text): self = .pasted(text)
      case .resized(let size): self = .resized(size)
      case .mouse, .ended: return nil
      }
    }
  }

  public enum Effect: Equatable, Sendable {
    /// Keep the candidate's judgement → `saved` or `refused`.
    case keep(SelfJudgement)
    case redraw, suspend, quit
  }

  public internal(set) var review: Review
  /// Over several orals, where there are several.
  let progress: Progress?
  public internal(set) var page: Page
  /// By page: the line under the cursor of the judgement, elsewhere the first one shown.
  var rows: [Page: Int] = [:]
  var replay = Replay()
  var asked: Inquiry<Subject>?
  var message: Message?
  /// The last judgement is not kept: why.
  var unsaved: Phrase?
  var size: Size
  let language: Language

  public init(_ review: Review, progress: Progress? = nil, language: Language, size: Size) {
    self.review = review
    self.progress = progress
    self.language = language
    self.size = size
    page = review.isOpen ? .time : .judgement
  }

  /// Those that there is something for.
  var pages: [Page] {
    Page.allCases.filter { page in
      switch page {
      case .progress: progress != nil
      case .judgement, .comparison, .comments: !review.isAlone
      case .time, .minutes, .gaps, .replay: true
      }
    }
  }

  var row: Int { rows[page] ?? 0 }

  func t(_ fr: String, _ en: String) -> String { Phrase(fr, en)(language) }

  /// Milliseconds to the next change by itself.
  public func delay(at now: Stamp) -> Int { replay.since == nil ? 60_000 : max(50, 1000 / replay.speed) }
}

/// The oral played again.
struct Replay: Equatable, Sendable {
  static let speeds = [1, 5, 20, 60]

  /// Milliseconds of the oral at `since`.
  var position = 0
  /// Since when it runs; nil while it stands.
  var since: Stamp?
  var speed = 20

  /// Milliseconds of the oral now, its end at most.
  func position(at now: Stamp, of length: Int) -> Int {
    let passed = since.map { now.elapsed(since: $0).milliseconds } ?? 0
    return max(0, min(length, position + passed * speed))
  }
}
