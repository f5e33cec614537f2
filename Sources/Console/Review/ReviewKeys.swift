import Evaluation
import Screen

/// What a key asks of a candidate's console.
public enum ReviewCommand: String, SharedCommand, CaseIterable {
  case shown, notShown, unsure, clear, finish
  case play, faster, slower, forward, backward
  case up, down, pageUp, pageDown, first, last, nextPage, previousPage, help, quit, redraw, suspend
}

/// The keys of a candidate's console.
public enum ReviewKeys {
  public static let table = KeyTable<ReviewCommand, ReviewConsole.Page>(judging + replaying + moving + anywhere)

  private typealias Line = Binding<ReviewCommand, ReviewConsole.Page>
  private static let all = ReviewConsole.Page.allCases

  private static let judging: [Line] = [
    Line(
      .shown, [.character(" ")], on: [.judgement], Phrase("montré", "shown"),
      help: Phrase("je l'ai montré ; encore : sans réponse", "I showed it; again: no answer")),
    Line(
      .notShown, [.character("n")], on: [.judgement], Phrase("non", "not shown"),
      help: Phrase("je ne l'ai pas montré", "I did not show it")),
    Line(
      .unsure, [.character("p")], on: [.judgement], Phrase("pas sûr", "unsure"),
      help: Phrase("je ne sais pas", "I am not sure")),
    Line(
      .clear, [.backspace, .delete], on: [.judgement], help: Phrase("enlever la réponse", "take the answer away")),
    Line(
      .finish, [.character("v")], on: [.judgement], Phrase("terminer", "finish"),
      help: Phrase(
        "terminer son propre jugement, et voir ce que le jury a vu",
        "finish one's own judgement, and see what the jury saw")),
  ]

  private static let replaying: [Line] = [
    Line(
      .play, [.character(" ")], on: [.replay], Phrase("lecture / pause", "play / pause"),
      help: Phrase("rejouer l'oral, ou l'arrêter", "play the oral, or stop it")),
    Line(.faster, [.character("+")], on: [.replay], Phrase("plus vite", "faster"), help: Phrase("plus vite", "faster")),
    Line(
      .slower, [.character("-")], on: [.replay], Phrase("moins vite", "slower"), help: Phrase("moins vite", "slower")),
    Line(
      .forward, [.character("a")], on: [.replay], Phrase("+1 min", "+1 min"),
      help: Phrase("une minute plus loin", "a minute on")),
    Line(
      .backward, [.character("r")], on: [.replay], Phrase("−1 min", "−1 min"),
      help: Phrase("une minute plus tôt", "a minute back")),
  ]

  private static let moving =
    [
      Line(
        .nextPage, [.tab, .right], on: all, Phrase("page suivante", "next page"),
        help: Phrase("page suivante", "next page")
      ),
      Line(.previousPage, [.backTab, .left], on: all, help: Phrase("page précédente", "previous page")),
    ] + Line.lines(up: upward, down: downward) + Line.tens() + Line.ends

  /// Of a page that is read, as of one with a cursor.
  static let upward = Phrase("une ligne plus haut", "a line up")
  static let downward = Phrase("une ligne plus bas", "a line down")

  private static let anywhere =
    [Line.allKeys]
    + Line.leaving(Phrase("quitter ; chaque réponse est déjà gardée", "quit; each answer is kept already"))
}
