import Glibc
import Screen
import Terminal
import Testing

private let theme = Theme(
  name: "test",
  styles: [
    Theme.Statement("text", Style(foreground: .rgb(213, 216, 226), background: .rgb(22, 23, 29))),
    Theme.Statement("clock", Style(foreground: .rgb(232, 185, 106), attributes: [.bold])),
  ])

/// One terminal at a time: these tests take turns.
@Suite(.serialized) struct TerminalScreenTests {
  @Test func `a frame reaches the terminal, its wide glyphs whole`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    let screen = try screen(on: terminal, .c256)
    var frame = Frame(size: screen.size)
    frame.put("Léa 日本 e\u{301}", row: 1, column: 2, role: "text")
    screen.show(frame)
    screen.close()
    #expect(screen.size == Size(rows: 5, columns: 30))
    #expect(terminal.written().contains("Léa 日本 e\u{301}"))
  }

  @Test func `only what changed is sent`() throws {
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let screen = try screen(on: terminal, .c256)
    var frame = Frame(size: screen.size)
    for row in 0..<24 { frame.put("Reste 37:50", row: row, column: 2, role: "text") }
    screen.show(frame)
    _ = terminal.written()
    screen.show(frame)
    #expect(terminal.written().isEmpty)
    frame.put("49", row: 3, column: 11, role: "text")
    screen.show(frame)
    let sent = terminal.written()
    #expect(sent.contains("49") && sent.utf8.count < 60, "\(sent.debugDescription)")
    screen.redraw()
    #expect(terminal.written().contains("Reste 37:49"))
    screen.close()
  }

  @Test func `a list that moves is scrolled by line feeds, which every terminal knows`() throws {
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let screen = try screen(on: terminal, .c256)
    func show(from first: Int) {
      var frame = Frame(size: screen.size)
      frame.put("Reste 37:50", row: 0, column: 2, role: "text")
      for row in 2..<22 {
        let line = String(repeating: "critère \(first + row) ", count: 5)
        frame.put(line, row: row, column: 2, role: "text")
      }
      frame.put("F1 aide", row: 23, column: 2, role: "text")
      screen.show(frame)
    }
    show(from: 0)
    _ = terminal.written()
    for first in [3, 0] {
      show(from: first)
      let sent = terminal.written()
      let isScrolled = sent.utf8.count < 20 * 60 / 2
      #expect(isScrolled && !sent.contains(/\u{1B}\[\d*[ST]/), "\(sent.debugDescription)")
    }
    screen.close()
  }

  @Test func `a row that something is inserted in is written, not shoved`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 80)
    let screen = try screen(on: terminal, .c256)
    let text = "Le script d'extraction des données est fonctionnel"
    for inserted in ["", "bien ", ""] {
      var frame = Frame(size: screen.size)
      frame.put(inserted + text, row: 2, column: 2, role: "text")
      screen.show(frame)
      let sent = terminal.written()
      #expect(sent.contains("onn") && !sent.contains(/\u{1B}\[\d*[@P]/), "\(sent.debugDescription)")
    }
    screen.close()
  }

  @Test func `the cursor goes from place to place`() throws {
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let screen = try screen(on: terminal, .c256)
    var frame = Frame(size: screen.size)
    screen.show(frame)
    _ = terminal.written()
    for (row, column) in [(3, 40), (3, 70), (7, 71), (20, 71)] {
      frame.put("x", row: row, column: column, role: "text")
    }
    screen.show(frame)
    let moves = terminal.written().matches(of: /\u{1B}\[([\d;]*[A-HGd`a])/).map(\.output.1)
    #expect(moves == ["4;41H", "4;71H", "8;72H", "21;72H"])
    screen.close()
  }

  @Test func `a space between two words of one role is sent as theirs where it looks alike`() throws {
    let terminal = try PseudoTerminal(rows: 3, columns: 20)
    let screen = try screen(on: terminal, .c256)
    var frame = Frame(size: screen.size)
    frame.put("fin", row: 1, column: 2, role: "clock")
    frame.put("10:12", row: 1, column: 6, role: "clock")
    frame.put("x", row: 1, column: 5, role: "text")
    screen.show(frame)
    _ = terminal.written()
    frame.put("37", row: 1, column: 2, role: "clock")
    frame.put(" ", row: 1, column: 4, role: "text")
    frame.put(" ", row: 1, column: 5, role: "text")
    frame.put("50:12", row: 1, column: 6, role: "clock")
    screen.show(frame)
    #expect(terminal.written().contains("37  5"))
    screen.close()
  }

  @Test func `true colours are sent as the theme states them`() throws {
    let terminal = try PseudoTerminal(rows: 3, columns: 20)
    let screen = try screen(on: terminal, .trueColour)
    var frame = Frame(size: screen.size)
    frame.put("37:50", row: 0, column: 0, role: "clock")
    screen.show(frame)
    screen.close()
    let sent = terminal.written()
    #expect(sent.contains("38;2;232;185;106") && sent.contains("48;2;22;23;29"))
    let description: String? = getenv("TERMINFO").map { String(cString: $0) }
    #expect(description?.hasPrefix("b64:") != true)
  }

  @Test func `without colours none is sent`() throws {
    let terminal = try PseudoTerminal(rows: 3, columns: 20)
    let screen = try screen(on: terminal, .mono)
    var frame = Frame(size: screen.size)
    frame.put("37:50", row: 0, column: 0, role: "clock")
    screen.show(frame)
    screen.close()
    let sent = terminal.written()
    #expect(sent.contains("37:50") && !sent.contains("[38") && !sent.contains("[33"))
  }

  @Test func `keys typed all at once are all read`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    let screen = try screen(on: terminal, .mono)
    let text = String(repeating: "jk é", count: 200)
    terminal.type(text + "\r\u{1B}[A\u{1B}")
    var inputs: [Input] = []
    while let input = screen.read() { inputs.append(input) }
    screen.close()
    #expect(inputs == text.map { .key(.character($0)) } + [.key(.enter), .key(.up), .key(.escape)])
  }

  @Test func `a new size is told once`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    let screen = try screen(on: terminal, .mono)
    terminal.resize(rows: 10, columns: 50)
    send(SIGWINCH, to: screen)
    #expect(screen.read() == .resized(Size(rows: 10, columns: 50)))
    send(SIGWINCH, to: screen)
    #expect(screen.read() == nil)
    screen.close()
  }

  @Test func `a terminal made small and large again is drawn anew`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    let screen = try screen(on: terminal, .mono)
    var frame = Frame(size: screen.size)
    frame.put("Reste 37:50", row: 4, column: 2, role: "text")
    screen.show(frame)
    _ = terminal.written()
    terminal.resize(rows: 1, columns: 5)
    terminal.resize(rows: 5, columns: 30)
    send(SIGWINCH, to: screen)
    #expect(screen.read() == nil)
    #expect(terminal.written().contains("Reste 37:50"))
    screen.close()
  }

  @Test func `a request to end is an input`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    let screen = try screen(on: terminal, .mono)
    send(SIGTERM, to: screen)
    #expect(screen.read() == .ended)
    screen.close()
  }

  @Test func `the terminal is given back as found`() throws {
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    #expect(terminal.isAsFound)
    let screen = try screen(on: terminal, .c256)
    #expect(!terminal.isAsFound)
    #expect(terminal.written().contains("\u{1B}[?2004h"))
    screen.close()
    #expect(terminal.isAsFound)
    let sent = terminal.written()
    #expect(sent.contains("\u{1B}[?2004l") && sent.contains("\u{1B}[?1049l") && sent.contains("\u{1B}[?1000l"))
  }

  @Test func `what is no terminal is refused`() throws {
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    #expect(throws: TerminalFailure.notATerminal) {
      try TerminalScreen(theme: theme, colours: .mono, mouse: false, type: "xterm", input: null, output: null)
    }
    let terminal = try PseudoTerminal(rows: 5, columns: 30)
    for (type, failure) in [("dumb", TerminalFailure.tooSimple), ("no-such-type", .unknownType)] {
      #expect(throws: failure) {
        try TerminalScreen(
          theme: theme, colours: .mono, mouse: false, type: type, input: terminal.slave, output: terminal.slave)
      }
    }
  }

  /// Sends this process a signal and waits until the screen has noticed: threads of tests do not take signals.
  private func send(_ signal: Int32, to screen: TerminalScreen) {
    kill(getpid(), signal)
    var ready = screen.descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    poll(&ready, nfds_t(ready.count), 5000)
  }

  private func screen(on terminal: PseudoTerminal, _ colours: ColourDepth) throws -> TerminalScreen {
    try TerminalScreen(
      theme: theme, colours: colours, mouse: true, type: "xterm-256color", input: terminal.slave,
      output: terminal.slave)
  }
}
