import Console
import Evaluation
import Screen
import Seal
import Store

/// A console at work on a session: does on disk and with keys what the console asks, and tells it what came of it.
///
/// Its laws: facts are appended in order, each stamped as it is written; a fact that could not be written is kept, and
/// goes to disk before anything else does; none goes twice. It knows no terminal: what concerns one is in
/// ``takeRequests()``, so that tests can sit at a desk.
final class Desk {
  typealias KeyOpening = (_ thumbprint: String, _ passphrase: String) throws(Refusal) -> PrivateKey

  private(set) var console: Console
  let session: Session
  /// Opens the private key of a thumbprint with its passphrase; slow.
  let key: KeyOpening
  let now: () -> Stamp
  /// Where facts are kept while the session's directory is away.
  let spool: Spool?

  /// Of the candidate whose oral is open.
  var journal: Journal?
  /// The other consoles on that oral; nil where the jury shares this one, and writes it.
  var room: Room?
  /// Facts that are not on disk yet, oldest first.
  var kept: [Fact] = []
  /// When the first of ``kept`` could not be written.
  var failedAt: Stamp?
  /// When the first fact went to the spool.
  var spoolingSince: Stamp?
  /// The manager's journal as it grows, and what it adds up to.
  var dayFollower: JournalFollower?
  var day = Day()
  /// When the open oral was opened, and the next sign of life is due where no other console is heard.
  var openedAt: Stamp?
  var nextSign = 0
  /// What tells of the session's changes on disk: made when they are first waited for, after the first frame.
  private(set) lazy var changes = Changes(of: session.directory, at: now().up)
  /// When ``retry()`` is due: milliseconds since the boot.
  var nextRetry = 0
  /// Why the facts of the spool could not be carried over, as last said.
  var awayTold: StoreFault?
  /// The person asked to leave.
  private(set) var isDone = false

  private var slow: [Effect] = []
  private var requests: [TerminalRequest] = []
  /// The last picture, over which the next is drawn.
  private var drawn: Picture?

  /// - Parameters:
  ///   - viewer: whose console it is: see ``Session/viewer(as:)``.
  ///   - spool: where facts are kept while the session's directory is away; nil to take none meanwhile.
  ///   - isWatching: another console writes that journal: this one only shows it.
  init(
    _ session: Session, viewer: String = Oral.jury, isWatching: Bool = false, spool: Spool? = nil,
    key: @escaping KeyOpening, language: Language, size: Size, now: @escaping () -> Stamp
  ) {
    self.session = session
    self.spool = spool
    self.key = key
    self.now = now
    console = Console(
      plan: session.plan, referential: session.referential, language: language, size: size, viewer: viewer,
      isWatching: isWatching)
  }

  /// The first effects: a candidate's oral is opened, or every oral is read.
  func start(opening candidate: String?) {
    readDay()
    run(console.start(opening: candidate))
    // An oral that does not open leaves the list of candidates, which must not be empty.
    if candidate != nil, console.candidate == nil { run([.load]) }
    if let warning = session.warning { say(warning) }
  }

  func act(_ action: Action) { run(console.update(action, at: now())) }

  func tick() {
    beat()
    run(console.tick(at: now()))
  }

  /// Says something that did not come from the keyboard, once the page is up.
  func say(_ phrase: Phrase) { act(.refused(Refusal(phrase))) }

  /// What the screen is to show. Drawn over the last picture, which is taken, not copied: it is changed in its place.
  var picture: Frame {
    let picture = console.picture(at: now(), over: drawn.take())
    drawn = picture
    return picture.frame
  }

  /// Something slow waits for the frame that announces it: show it, then ``work()``.
  var isWorking: Bool { !slow.isEmpty }

  func work() {
    let effects = slow
    slow = []
    for effect in effects { for action in answers(to: effect) { act(action) } }
  }

  /// What was asked of the terminal since the last call.
  func takeRequests() -> [TerminalRequest] {
    defer { requests = [] }
    return requests
  }

  func close() {
    if journal != nil { leave() }
    room = nil
    journal?.close()
    journal = nil
  }

  private func run(_ effects: [Effect]) {
    var effects = effects[...]
    while let effect = effects.popFirst() {
      if case .sign = effect {
        // Opening a key takes about half a second.
        slow.append(effect)
        continue
      }
      for action in answers(to: effect) { effects += console.update(action, at: now()) }
    }
  }

  private func answers(to effect: Effect) -> [Action] {
    switch effect {
    case .record(let facts): return record(facts)
    case .open(let candidate): return open(candidate)
    case .load: return load()
    case .showGrid(let columns): return showGrid(columns: columns)
    case .seal: return seal()
    case .sign(let juror, let passphrase): return sign(as: juror, passphrase: passphrase)
    case .refuseSignature(let juror, let reason): return refuse(juror: juror, reason: reason)
    case .reopen(let reason): return reopen(because: reason)
    case .bell: requests.append(.bell)
    case .redraw: requests.append(.redraw)
    case .suspend: requests.append(.suspend)
    case .quit: isDone = true
    }
    return []
  }
}
