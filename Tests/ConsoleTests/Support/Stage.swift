import Screen
import Testing

@testable import Console
@testable import Evaluation

/// A console that keys are played on, in a made-up ``World`` and on a clock that moves by hand.
///
///     var stage = try Stage(opening: "durand")
///     stage.play("␣ <down> ␣")
///     #expect(stage.facts == [.identityChecked(true), .jurorPresent(juror: "benali", true)])
struct Stage {
  static let sizes = [
    Size(rows: 24, columns: 80), Size(rows: 40, columns: 120), Size(rows: 12, columns: 40), Size(rows: 3, columns: 10),
  ]

  var console: Console
  var world: World
  var now = Session.morning
  /// Every effect asked for since the start, or since ``forget()``.
  private(set) var effects: [Effect] = []
  /// How many of the world's facts were there at ``forget()``.
  private var forgotten = 0
  /// The last picture shown.
  private var drawn: Picture?

  /// - Parameters:
  ///   - opening: the candidate whose journal is open at once; nil stays on the home page.
  ///   - given: facts recorded earlier, by candidate, at the stage's first moment.
  init(
    opening candidate: String? = nil, given: [String: [Event]] = [:], size: Size = Size(rows: 24, columns: 80),
    language: Language = .fr, plan: Plan = Session.plan, referential: Referential = .rncp37827,
    viewer: String = Oral.jury, isWatching: Bool = false
  ) throws {
    console = Console(
      plan: plan, referential: referential, language: language, size: size, viewer: viewer, isWatching: isWatching)
    world = try World(plan: plan, referential: referential, viewer: viewer)
    for (candidate, events) in given { try world.given(candidate, events, at: now) }
    perform(console.start(opening: candidate))
  }

  /// The events on disk since the start, or since ``forget()``.
  var facts: [Event] { world.facts.dropFirst(forgotten).map(\.event) }

  /// The oral whose journal is open.
  var oral: Oral { get throws { try #require(console.oral) } }

  /// What the message line says, in the console's language.
  var message: String? { console.message.map { $0.text(console.language) } }

  var picture: Picture { console.picture(at: now) }

  /// Presses keys: see ``keys(_:)``.
  mutating func play(_ text: String) { for key in keys(text) { act(.pressed(key)) } }

  /// Types a text as it stands, spaces included.
  mutating func type(_ text: String) { for character in text { act(.pressed(.character(character))) } }

  mutating func act(_ action: Action) {
    perform(console.update(action, at: now))
    show()
  }

  /// Lets time go by, with a tick at the end.
  mutating func wait(seconds: Int) {
    now = now.advanced(by: seconds * 1000)
    perform(console.tick(at: now))
    show()
  }

  /// The machine started again: the boot-time clock counts from another boot.
  mutating func reboot(after seconds: Int) {
    now = Stamp(at: now.at.advanced(by: seconds * 1000), boot: now.boot + "-next", up: 5000)
  }

  mutating func resize(rows: Int, columns: Int) { act(.resized(Size(rows: rows, columns: columns))) }

  /// The disk takes again what it refused while `world.isDiskFull`.
  mutating func recover() { for action in world.recover(at: now) { act(action) } }

  /// Effects and facts count from here.
  mutating func forget() {
    effects = []
    forgotten = world.facts.count
  }

  /// Draws over the last picture, as the program does: what stands there must be what is drawn anew.
  private mutating func show() {
    let shown = console.picture(at: now, over: drawn)
    #expect(shown.frame == picture.frame)
    #expect(shown.targets.count == picture.targets.count && shown.targets.allSatisfy(picture.targets.contains))
    drawn = shown
  }

  private mutating func perform(_ effects: [Effect]) {
    for effect in effects {
      self.effects.append(effect)
      for action in world.perform(effect, at: now) { act(action) }
    }
  }
}
