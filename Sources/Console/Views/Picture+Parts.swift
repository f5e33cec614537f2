import Evaluation
import Screen

/// What one part of a page shows: all that it is drawn from, its place and the ``Scene`` aside. Two alike look alike.
///
/// What is long stands apart, so that the others, which are many, stay short.
enum Shown: Equatable, Sendable {
  indirect case heard(saved: [Run], present: Set<String>, ties: [String: String], released: [String: String])
  indirect case clock(ClockReading)
  case assessment(String, marked: Int, total: Int)
  case competency(String, Tally)
  indirect case criterion(String, Mark, Sheet.Question?, notes: Int, isHere: Bool)
  indirect case detail(CriterionDetail, [Sheet.Note])
  case tally(Tally)
  case keys(KeysShown)
  /// Always the same.
  case rule
  /// Drawn anew each time.
  case anything
}

/// What the layout of a page hangs on, where parts are kept from one picture to the next.
struct Scene: Equatable, Sendable {
  let candidate: String
  let size: Size
  /// The competency under the cursor.
  let competency: Int
}

/// Parts are drawn in the same order each time. Over an earlier picture of the same scene, one that shows the same is
/// left as it stands.
///
/// Its law: the picture is the one that drawing everything would make. Where a part is not at the place it had, it is no
/// picture any more (``isWhole`` is false), and everything is to be drawn.
extension Picture {
  /// Begins to draw over this picture.
  mutating func goOver() { next = 0 }

  /// Whether every part is where it was.
  var isWhole: Bool { !hasMoved && next ?? areas.count == areas.count }

  /// Comes to a part of the page. Returns whether it is to be drawn: it does not stand there already.
  mutating func part(_ area: Area, _ shown: Shown) -> Bool {
    guard let next else {
      areas.append(area)
      self.shown.append(shown)
      return true
    }
    guard areas.indices.contains(next), areas[next] == area else {
      hasMoved = true
      return false
    }
    self.next = next + 1
    guard shown == .anything || self.shown[next] != shown else { return false }
    self.shown[next] = shown
    frame.clear(area, role: .text)
    return true
  }

  /// The lines of a criterion's whole text, wrapped when another was shown before.
  mutating func lines(of detail: CriterionDetail, _ wrap: () -> [[Run]]) -> [[Run]] {
    if let wrapped, wrapped.detail == detail { return wrapped.lines }
    let lines = wrap()
    wrapped = (detail, lines)
    return lines
  }
}

/// What a criterion's whole text is wrapped from.
struct CriterionDetail: Equatable, Sendable {
  let criterion: String
  let question: Sheet.Question?
  let width: Int
}

/// What decides which keys the footer of the live oral names: see `isUseful` of each.
struct KeysShown: Equatable, Sendable {
  let clock: OralClock.State?
  let isSealed, isMarkedWhileStopped, isInterrupted, hasMessage: Bool
}
