import Evaluation
import Screen

/// What a key asks of the plan's editor.
public enum PlanEditorCommand: String, SharedCommand, CaseIterable {
  case up, down, pageUp, pageDown, first, last, nextPage, previousPage
  case open, add, remove, undo, save, plan, back, help, quit, redraw, suspend
}

/// The keys of the plan's editor.
public enum PlanEditorKeys {
  public static let table = KeyTable<PlanEditorCommand, PlanEditor.Page>(acting + moving + anywhere)

  private typealias Line = Binding<PlanEditorCommand, PlanEditor.Page>
  private static let all = PlanEditor.Page.allCases
  private static let lists: [PlanEditor.Page] = [.candidates, .jury, .rooms, .slots]
  private static let fields: [PlanEditor.Page] = [.session, .record]

  private static let acting: [Line] = [
    Line(
      .open, [.enter], on: lists + fields + [.check], Phrase("ouvrir", "open"),
      help: Phrase("ouvrir la fiche, changer le champ", "open the record, change the field")),
    Line(
      .add, [.character("a")], on: [.candidates, .jury, .rooms], Phrase("ajouter", "add"),
      help: Phrase("ajouter une personne ou une salle", "add a person or a room")),
    Line(
      .save, [.character("s")], on: all, Phrase("enregistrer", "save"),
      help: Phrase("enregistrer le plan", "save the plan")),
    Line(
      .remove, [.delete, .character("x")], on: lists, Phrase("retirer", "remove"),
      help: Phrase("retirer du plan, après confirmation", "remove from the plan, once confirmed")),
    Line(
      .plan, [.character("p")], on: lists, Phrase("placer", "place"),
      help: Phrase("trouver un créneau à ceux qui n'en ont pas", "find a slot for whoever has none")),
    Line(
      .undo, [.character("u")], on: all, Phrase("annuler", "undo"),
      help: Phrase("annuler le dernier changement", "undo the last change")),
    Line(
      .nextPage, [.tab, .right], on: lists + [.session, .check], Phrase("page suivante", "next page"),
      help: Phrase("page suivante : candidats, jury, salles, créneaux, session, contrôle", "the next page")),
    Line(
      .previousPage, [.backTab, .left], on: lists + [.session, .check],
      help: Phrase("page précédente", "the page before")),
    Line(
      .back, [.escape], on: [.record], Phrase("retour", "back"), help: Phrase("revenir à la liste", "back to the list")),
  ]

  private static let moving = Line.lines() + Line.tens() + Line.ends

  private static let anywhere =
    [Line.allKeys]
    + Line.leaving(Phrase("quitter ; demande si le plan n'est pas enregistré", "quit; asks when the plan is not saved"))
}
