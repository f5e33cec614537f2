import Evaluation
import Screen

/// What every screen with pages can be asked for, by the same keys.
public protocol SharedCommand: Hashable, Sendable {
  static var up: Self { get }
  static var down: Self { get }
  static var pageUp: Self { get }
  static var pageDown: Self { get }
  static var first: Self { get }
  static var last: Self { get }
  static var help: Self { get }
  static var quit: Self { get }
  static var redraw: Self { get }
  static var suspend: Self { get }
}

extension Binding where Command: SharedCommand, Page: CaseIterable {
  /// A line up, a line down.
  static func lines(
    up: Phrase = Phrase("ligne précédente", "previous line"), down: Phrase = Phrase("ligne suivante", "next line")
  ) -> [Binding] {
    [
      Binding(.up, [.up, .character("k")], on: allPages, help: up),
      Binding(.down, [.down, .character("j")], on: allPages, help: down),
    ]
  }

  /// Ten lines up or down.
  static func tens(
    up: Phrase = Phrase("dix lignes plus haut", "ten lines up"),
    down: Phrase = Phrase("dix lignes plus bas", "ten lines down")
  ) -> [Binding] {
    [Binding(.pageUp, [.pageUp], on: allPages, help: up), Binding(.pageDown, [.pageDown], on: allPages, help: down)]
  }

  /// The first line, the last.
  static var ends: [Binding] {
    [
      Binding(.first, [.home], on: allPages, help: Phrase("tout en haut", "to the top")),
      Binding(.last, [.end], on: allPages, help: Phrase("tout en bas", "to the bottom")),
    ]
  }

  static var allKeys: Binding {
    Binding(
      .help, [.function(1), .character("?")], on: allPages, help: Phrase("toutes les touches", "all keys"))
  }

  /// Out of the screen, and what concerns the terminal alone.
  ///
  /// - Parameter quit: what leaving means here.
  static func leaving(_ quit: Phrase) -> [Binding] {
    [
      Binding(.quit, [.control("q"), .control("c")], on: allPages, help: quit),
      Binding(.redraw, [.control("l")], on: allPages, help: Phrase("redessiner l'écran", "redraw the screen")),
      Binding(.suspend, [.control("z")], on: allPages, help: Phrase("suspendre", "suspend")),
    ]
  }

  private static var allPages: [Page] { Array(Page.allCases) }
}
