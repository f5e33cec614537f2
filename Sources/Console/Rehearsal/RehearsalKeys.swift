import Evaluation
import Screen

/// What a key asks of a rehearsal.
public enum RehearsalCommand: String, Sendable, CaseIterable {
  case met, notMet, toProbe, clear, clock, nextPhase, finish
  case up, down, pageUp, pageDown, first, last, nextCompetency, previousCompetency, help, quit, redraw, suspend
}

/// The keys of a rehearsal: those of the jury's oral, where they do the same.
public enum RehearsalKeys {
  public static let table = KeyTable<RehearsalCommand, RehearsalConsole.Page>(acting + moving)

  private typealias Line = Binding<RehearsalCommand, RehearsalConsole.Page>
  private static let all = RehearsalConsole.Page.allCases

  private static let acting: [Line] = [
    Line(
      .clock, [.character("t")], on: all, Phrase("minuterie", "clock"),
      help: Phrase("minuterie : lancer, arrêter, reprendre", "clock: start, pause, resume")),
    Line(
      .met, [.character(" ")], on: all, Phrase("montré", "shown"),
      help: Phrase("je l'ai montré ; encore : sans coche", "I showed it; again: no mark")),
    Line(.notMet, [.character("n")], on: all, Phrase("non", "no"), help: Phrase("je l'ai oublié", "I left it out")),
    Line(
      .toProbe, [.character("p")], on: all, Phrase("pas sûr", "unsure"), help: Phrase("à revoir", "to look at again")),
    Line(.clear, [.backspace, .delete], on: all, help: Phrase("enlever la coche", "take the mark away")),
    Line(
      .nextPhase, [.character("s")], on: all, Phrase("phase suivante", "next phase"),
      help: Phrase(
        "la phase suivante ; après la dernière, la fin et le retour",
        "the next phase; after the last, the end and the review")),
    Line(
      .finish, [.character("f")], on: all, Phrase("terminer", "end"),
      help: Phrase("terminer, et voir le retour", "end, and see the review")),
  ]

  private static let moving: [Line] = [
    Line(.up, [.up, .character("k")], on: all, help: Phrase("une ligne plus haut", "a line up")),
    Line(.down, [.down, .character("j")], on: all, help: Phrase("une ligne plus bas", "a line down")),
    Line(.nextCompetency, [.right, .tab], on: all, help: Phrase("compétence suivante", "next competency")),
    Line(
      .previousCompetency, [.left, .backTab], on: all, help: Phrase("compétence précédente", "previous competency")),
    Line(.pageUp, [.pageUp], on: all, help: Phrase("dix lignes plus haut", "ten lines up")),
    Line(.pageDown, [.pageDown], on: all, help: Phrase("dix lignes plus bas", "ten lines down")),
    Line(.first, [.home], on: all, help: Phrase("tout en haut", "to the top")),
    Line(.last, [.end], on: all, help: Phrase("tout en bas", "to the bottom")),
    Line(.help, [.function(1), .character("?")], on: all, help: Phrase("toutes les touches", "all keys")),
    Line(
      .quit, [.control("q"), .control("c")], on: all,
      help: Phrase("quitter ; chaque coche est déjà gardée", "quit; each mark is kept already")),
    Line(.redraw, [.control("l")], on: all, help: Phrase("redessiner l'écran", "redraw the screen")),
    Line(.suspend, [.control("z")], on: all, help: Phrase("suspendre", "suspend")),
  ]
}
