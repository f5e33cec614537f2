import Evaluation
import Screen

extension Console {
  /// What must happen once at the start.
  public mutating func start(opening candidate: String?) -> [Effect] {
    candidate.map { [.open(candidate: $0)] } ?? [.load]
  }

  /// The console after an action, and what must happen outside because of it.
  public mutating func update(_ action: Action, at now: Stamp) -> [Effect] {
    switch action {
    case .pressed(let key):
      message = nil
      return pressed(key, at: now)
    case .pasted(let text):
      paste(text)
      return []
    case .clicked(let mouse):
      message = nil
      return clicked(mouse, at: now)
    case .resized(let size):
      self.size = size
      return page == .grid ? [showGrid] : []
    case .loaded(let orals):
      loaded(orals)
      return []
    case .opened(let oral, let notices): return opened(oral, notices, at: now)
    case .recorded(let fact, let stamp): return recorded(fact, at: stamp)
    case .followed(let oral): return followed(oral, at: now)
    case .neighboursSeen(let neighbours, let alarms):
      self.neighbours = neighbours
      self.alarms = alarms
      return []
    case .dayRead(let day):
      self.day = day
      return []
    case .spooled(let facts, let since):
      saving = .spooled(facts: facts, since: since)
      return []
    case .carriedOver(let facts):
      saving = .saved(now.at)
      message = Message(
        .done,
        Phrase(
          "le répertoire est revenu : \(facts) fait\(facts > 1 ? "s" : "") gardé\(facts > 1 ? "s" : "") ici y \(facts > 1 ? "sont reportés" : "est reporté")",
          "the directory is back: \(facts) fact\(facts > 1 ? "s" : "") kept here \(facts > 1 ? "are" : "is") carried over into it"
        ))
      return []
    case .notSaved(let reason, let facts, let since):
      saving = .unsaved(reason, facts: facts, since: since)
      return []
    case .savedAgain:
      saving = .saved(now.at)
      message = Message(.done, Phrase("tout est de nouveau enregistré", "everything is saved again"))
      return []
    case .gridShown(let picture):
      gridPicture = picture
      return []
    case .gridChanged: return page == .grid ? [showGrid] : []
    case .refused(let refusal):
      signing = nil
      refuse(refusal)
      return []
    case .signed(let juror):
      signing = nil
      let name = plan.juror(juror)?.name ?? juror
      message = Message(.done, Phrase("signé par \(name)", "signed by \(name)"))
      return [showGrid]
    }
  }

  /// A second passed: nothing changes but the clock, which may ring once for each warning, if the session asks.
  public mutating func tick(at now: Stamp) -> [Effect] {
    guard let clock = oral?.clock, let warning = clock.warning(of: plan.settings.warnings, at: now) else { return [] }
    let due = Rung(phase: clock.phase, warning: warning)
    guard due != rung else { return [] }
    rung = due
    return plan.settings.bell ? [.bell] : []
  }

  private mutating func pressed(_ key: Key, at now: Stamp) -> [Effect] {
    if prompt != nil { return answered(key, at: now) }
    guard let command = OralKeys.table.command(for: key, on: page) else {
      message = unknownKey(key)
      return []
    }
    if command != .jump { jumpedToFirst = false }
    return perform(command, key, at: now)
  }

  private func unknownKey(_ key: Key) -> Message {
    Message(
      .refusal,
      Phrase(
        "« \(key.name(.fr)) » ne fait rien ici ; F1 : toutes les touches",
        "“\(key.name(.en))” does nothing here; F1: all keys"))
  }

  mutating func perform(_ command: Command, _ key: Key, at now: Stamp) -> [Effect] {
    switch command {
    case .help: prompt = .help(scroll: 0)
    case .back: return back()
    case .quit: return quit()
    case .redraw: return [.redraw]
    case .takeHand: return takeHand(at: now)
    case .release: askRelease(at: now)
    case .agreement: showAgreement()
    case .share: startSharing()
    case .suspend: return [.suspend]
    case .acknowledge: return acknowledge(at: now)
    default:
      return switch page {
      case .home: atHome(command, at: now)
      case .before: atBefore(command, at: now)
      case .oral: atOral(command, key, at: now)
      case .agenda: atAgenda(command, at: now)
      case .deliberation: atDeliberation(command, at: now)
      case .decision: atDecision(command, at: now)
      case .obstacles: atObstacles(command, at: now)
      case .grid: atGrid(command, at: now)
      }
    }
    return []
  }

  mutating func quit() -> [Effect] {
    if prompt?.holdsWords == true {
      refuse(
        "un texte est en cours : Entrée l'enregistre, Échap l'abandonne",
        "a text is being typed: Enter saves it, Esc gives it up")
      return []
    }
    if case .unsaved = saving {
      prompt = .confirm(.quitWithUnsaved)
      return []
    }
    return [.quit]
  }

  /// Goes to a page; Escape comes back. The trail has a page once at most: it always leads home.
  mutating func go(to next: Page) -> [Effect] {
    guard next != page else { return [] }
    trail.removeAll { $0 == next || $0 == page }
    trail.append(page)
    return arrive(at: next)
  }

  mutating func back() -> [Effect] {
    guard page != .home else {
      message = Message(
        .refusal, Phrase("Ctrl-Q pour quitter ; tout est enregistré", "Ctrl-Q to quit; everything is saved"))
      return []
    }
    return arrive(at: trail.popLast() ?? .home)
  }

  private mutating func arrive(at next: Page) -> [Effect] {
    page = next
    switch next {
    case .home:
      trail = []
      return [.load]
    case .deliberation where oral?.isIndividual == true:
      // What is still open comes first: that is what one comes for.
      rows[.deliberation] = oral?.isDeliberating == true || isJudgingAlone ? deliberationOrder.first ?? 0 : 0
      return []
    case .grid:
      gridScroll = 0
      gridPicture = nil
      return [showGrid]
    default: return []
    }
  }

  /// The grid's columns: as on paper, or what the screen has.
  var showGrid: Effect { .showGrid(columns: min(100, max(40, size.columns - 4))) }

  mutating func refuse(_ refusal: Refusal) {
    let hint = refusal.hint
    message = Message(
      .refusal,
      Phrase(
        refusal.reason.fr + (hint.map { " ; " + $0.fr } ?? ""), refusal.reason.en + (hint.map { "; " + $0.en } ?? "")))
  }

  mutating func refuse(_ fr: String, _ en: String) { message = Message(.refusal, Phrase(fr, en)) }

  /// Moves the cursor of a list of `count` lines.
  ///
  /// - Returns: false when the command is no movement.
  mutating func move(_ command: Command, on page: Page, count: Int) -> Bool {
    let row = row(of: page)
    let target: Int
    switch command {
    case .up: target = row - 1
    case .down: target = row + 1
    case .pageUp: target = row - 10
    case .pageDown: target = row + 10
    case .first: target = 0
    case .last: target = count - 1
    default: return false
    }
    rows[page] = max(0, min(count - 1, target))
    return true
  }
}
