import Console
import Evaluation
import Store

// What passes between this console and the session's manager.
extension Desk {
  /// Reads what the manager recorded since. A journal of theirs that cannot be read says nothing here: `jury verify` and
  /// the manager's own console do.
  func readDay() {
    if dayFollower == nil {
      dayFollower = try? JournalFollower(.manager(session: session.plan.id), in: session.directory)
    }
    guard let dayFollower, let lines = try? dayFollower.poll(), !lines.isEmpty else { return }
    for line in lines { try? session.take(line, into: &day, journal: dayFollower.path) }
    act(Action.dayRead(day))
  }

  /// A console that the jury shares hears no other, but tells the manager about once a second that it is here.
  func beatAlone() -> Bool {
    let now = now()
    guard journal != nil, !console.isWatching, let candidate = console.candidate, now.up >= nextSign else {
      return false
    }
    nextSign = now.up + 1000
    let since = openedAt ?? now
    openedAt = since
    // No fact: one that cannot be written is written the next second.
    try? session.directory.write(
      Presence(
        candidate: candidate, author: console.viewer, since: since.at.text, at: now.at.text, boot: now.boot, up: now.up)
    )
    readDay()
    return true
  }

  /// This console leaves the open oral.
  func leave() {
    if let room {
      room.leave()
    } else if let candidate = console.candidate, openedAt != nil {
      session.directory.removePresence(of: candidate, by: console.viewer)
    }
    openedAt = nil
    nextSign = 0
  }

  /// Says what changed in the plan on disk, what concerns the open oral first: this console goes on with the one it read.
  func tellPlanChange() {
    let changes = (try? Session(session.directory))?.plan.changes(since: session.plan) ?? []
    let own = changes.first { change in console.candidate.map { change.subject == .candidate($0) } ?? false }
    let what = (own ?? changes.first)?.what ?? Phrase("", "")
    let fr = what.fr.isEmpty ? "" : " (\(what.fr))"
    let en = what.en.isEmpty ? "" : " (\(what.en))"
    say(
      Phrase(
        "le plan de la session a changé\(fr) : quitter et rouvrir pour le lire",
        "the session's plan changed\(en): quit and open again to read it"))
  }
}
