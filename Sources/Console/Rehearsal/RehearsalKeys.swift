import Evaluation
import Screen

/// What a key asks of a rehearsal.
public enum RehearsalCommand: String, SharedCommand, CaseIterable {
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

  private static let moving =
    Line.lines(up: ReviewKeys.upward, down: ReviewKeys.downward) + [
      Line(.nextCompetency, [.right, .tab], on: all, help: Phrase("compétence suivante", "next competency")),
      Line(
        .previousCompetency, [.left, .backTab], on: all, help: Phrase("compétence précédente", "previous competency")),
    ] + Line.tens() + Line.ends + [Line.allKeys]
    + Line.leaving(Phrase("quitter ; chaque coche est déjà gardée", "quit; each mark is kept already"))
}
