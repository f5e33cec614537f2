import Evaluation
import Terminal

extension TerminalFailure {
  /// What is told to the person.
  var refusal: Refusal {
    switch self {
    case .notATerminal:
      Refusal(
        Phrase("la console veut un terminal", "the console wants a terminal"),
        hint: Phrase(
          "Lancez jury dans un terminal, sans tube ni redirection ; « jury show --json » sert les scripts.",
          "Run jury in a terminal, without a pipe or a redirection; “jury show --json” serves scripts."),
        code: .unavailable)
    case .unknownType:
      Refusal(
        Phrase("le type de ce terminal est inconnu ici", "this terminal's type is unknown here"), hint: Self.types,
        place: "TERM=\(environment("TERM") ?? "")", code: .unavailable)
    case .tooSimple:
      Refusal(
        Phrase("ce terminal ne sait pas placer son curseur", "this terminal cannot place its cursor"),
        hint: Self.types, place: "TERM=\(environment("TERM") ?? "")", code: .unavailable)
    case .failed:
      Refusal(
        Phrase("le terminal refuse le mode plein écran", "the terminal refuses full-screen mode"), hint: Self.types,
        code: .unavailable)
    }
  }

  private static let types = Phrase(
    "Essayez TERM=xterm-256color, ou un autre terminal.", "Try TERM=xterm-256color, or another terminal.")
}
