import CTerminal
import Glibc
import Screen

/// The terminal the program runs in: shows frames, reads inputs, and gives the terminal back when it closes, the
/// program ends, or a signal ends the program.
///
/// One at a time, on one thread. The loop waits for any of `descriptors`, then calls `read` until it answers nil.
public final class TerminalScreen {
  /// What the terminal's description and the asked-for depth both allow.
  public let colours: ColourDepth
  /// The size when last looked at: at the start, and at each `resized`.
  public private(set) var size: Size

  private let keyboard: Int32
  private var painter: Painter
  private var decoder = KeyDecoder()
  private var queue: [Input] = []
  private var hasEnded = false
  private var lastByte = ContinuousClock.now
  private var lastPress: (at: ContinuousClock.Instant, position: Position)?

  /// How long an escape waits for the rest of a sequence.
  private static let escapeMilliseconds: Int32 = 25
  private static let doublePress = Duration.milliseconds(400)
  /// A paste that stops for so long has lost its end.
  private static let pasteSilence = Duration.seconds(1)

  /// Takes the terminal over, with at most the depth `colours` (see `ColourDepth.detected`). `type` is its type, by
  /// default `TERM`'s.
  public init(
    theme: Theme, colours: ColourDepth, mouse: Bool, type: String? = nil, input: Int32 = STDIN_FILENO,
    output: Int32 = STDOUT_FILENO
  ) throws(TerminalFailure) {
    guard let type = type ?? Self.type else { throw .unknownType }
    let known = terminal_probe(type, input, output)
    guard known >= 0 else { throw TerminalFailure(known) }
    let depth = min(colours, Self.depth(known, asked: colours))
    var palette = Palette(theme: theme, depth: depth)
    var answer = terminal_open(type, input, output, palette.numbers, mouse)
    if answer < 0, depth == .trueColour {
      palette = Palette(theme: theme, depth: .c256)
      answer = terminal_open(type, input, output, palette.numbers, mouse)
    }
    guard answer >= 0 else { throw TerminalFailure(answer) }
    self.colours = palette.depth
    painter = Painter(palette: palette, substitutes: ConsoleGlyphs.substitutes(term: type))
    keyboard = input
    size = Self.measured()
  }

  deinit { terminal_close() }

  /// What poll(2) must watch: the keyboard until it has ended, and signals.
  public var descriptors: [Int32] { hasEnded ? [terminal_signals()] : [keyboard, terminal_signals()] }

  /// Shows a picture: only cells that changed are given to curses, and only what changed there is sent.
  public func show(_ frame: Frame) { painter.paint(frame, on: size) }

  /// The next input, nil when there is none yet. Never waits, but for the few milliseconds that tell the Escape key
  /// from the start of a sequence.
  public func read() -> Input? {
    if queue.isEmpty {
      var ready = Self.readable(descriptors)
      if ready.contains(terminal_signals()) {
        answerSignals()
        // Stopped meanwhile, the program must not wait for keys that the shell has taken.
        ready = Self.readable(descriptors)
      }
      if ready.contains(keyboard) { readKeys() }
    }
    guard !queue.isEmpty else { return nil }
    let input = queue.removeFirst()
    guard input != .key(.control("z")) else {
      suspend()
      return read()
    }
    return input
  }

  /// Draws everything again, for a screen that something else wrote on.
  public func redraw() {
    terminal_redraw()
    painter.flush()
  }

  /// Stops the program as Ctrl-Z does; what is typed meanwhile is the shell's, what was typed before is kept.
  public func suspend() {
    terminal_suspend()
    painter.flush()
    noteSize()
  }

  public func bell() { terminal_bell() }

  /// Gives the terminal back. Nothing can be shown after it.
  public func close() { terminal_close() }

  private func answerSignals() {
    var isMeasured = false
    for signal in Self.available(terminal_signals()).bytes {
      switch Int32(signal) {
      case SIGWINCH:
        // Made small and large again meanwhile, the terminal has forgotten what did not fit.
        if !isMeasured, !noteSize() { redraw() }
        isMeasured = true
      case SIGTSTP: suspend()
      case SIGCONT:
        redraw()
        noteSize()
      default: queue.append(.ended)
      }
    }
  }

  /// Returns whether the size is another.
  @discardableResult
  private func noteSize() -> Bool {
    let now = Self.measured()
    guard now != size else { return false }
    size = now
    painter.forget()
    queue.append(.resized(now))
    return true
  }

  private func readKeys() {
    guard !hasEnded else { return }
    var got = Self.available(keyboard)
    if decoder.isPasting, !got.bytes.isEmpty, lastByte.duration(to: .now) > Self.pasteSilence {
      take(decoder.endPaste())
    }
    if !got.bytes.isEmpty { lastByte = .now }
    take(decoder.feed(got.bytes))
    while decoder.isWaiting, !got.isAtEnd {
      let ready = Self.readable([keyboard], milliseconds: Self.escapeMilliseconds)
      got = ready.isEmpty ? ([], false) : Self.available(keyboard)
      take(got.bytes.isEmpty ? decoder.flush() : decoder.feed(got.bytes))
    }
    guard got.isAtEnd else { return }
    hasEnded = true
    take(decoder.endPaste() + decoder.flush() + [.ended])
  }

  private func take(_ inputs: [Input]) {
    for input in inputs {
      if case .mouse(let mouse) = input { queue.append(.mouse(withDoublePress(mouse))) } else { queue.append(input) }
    }
  }

  private func withDoublePress(_ mouse: Mouse) -> Mouse {
    guard mouse.act == .press else { return mouse }
    let now = ContinuousClock.now
    if let last = lastPress, last.position == mouse.position, last.at.duration(to: now) < Self.doublePress {
      lastPress = nil
      return Mouse(.doublePress, at: mouse.position)
    }
    lastPress = (now, mouse.position)
    return mouse
  }
}
