import Evaluation
import Screen

/// A frame, and what a click on its parts means.
public struct Picture: Sendable {
  public var frame: Frame
  /// What it shows, where parts of it may be kept for the next one.
  let scene: Scene?
  /// Where its parts are, and what each shows.
  var areas: [Area] = []
  var shown: [Shown] = []
  /// The part to come, while drawing over an earlier picture.
  var next: Int?
  /// Some part is not where it was in the earlier picture.
  var hasMoved = false
  /// The last criterion's whole text, wrapped.
  var wrapped: (detail: CriterionDetail, lines: [[Run]])?
  var targets: [Target] = []
  /// The first row of the panel that covers the page's lower part, if one does.
  var panelRow: Int?

  /// What stands at a place, for the mouse.
  enum Spot: Equatable, Sendable {
    /// A line of the page's list.
    case row(Int)
    case competency(Int)
    case criterion(Int)
  }

  struct Target: Equatable, Sendable {
    let area: Area
    let spot: Spot
  }

  init(size: Size, scene: Scene? = nil) {
    frame = Frame(size: size)
    self.scene = scene
  }

  mutating func target(_ area: Area, _ spot: Spot) {
    targets.removeAll { $0.area == area }
    targets.append(Target(area: area, spot: spot))
  }

  func spot(at position: Position) -> Spot? { targets.last { $0.area.contains(position) }?.spot }
}

extension Size {
  /// The smallest screen that shows something useful.
  static let smallest = Size(rows: 10, columns: 40)

  var isUseful: Bool { rows >= Self.smallest.rows && columns >= Self.smallest.columns }
}

extension Picture {
  /// A page of a screen of this size, between its two rows of header and its two of footer.
  static func page(of size: Size, _ language: Language, _ draw: (inout Picture, Area) -> Void) -> Picture {
    var picture = Picture(size: size)
    if size.isUseful { draw(&picture, size.pageArea) } else { picture.tooSmall(language) }
    return picture
  }

  /// What a screen that is too small says instead of its page.
  mutating func tooSmall(_ language: Language) {
    let needed = "\(Size.smallest.columns)×\(Size.smallest.rows)"
    let text = Phrase("Écran trop petit : \(needed) au moins.", "Screen too small: \(needed) at least.")(language)
    for (row, line) in Wrap.lines(text, width: max(1, frame.size.columns)).enumerated() {
      frame.put(line, row: row, column: 0, role: "text.strong")
    }
  }
}
