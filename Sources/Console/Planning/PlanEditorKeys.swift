import Evaluation
import Screen

/// What a key asks of the plan's editor.
public enum PlanEditorCommand: String, Sendable, CaseIterable {
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

  private static let moving: [Line] = [
    Line(.up, [.up, .character("k")], on: all, help: Phrase("ligne précédente", "previous line")),
    Line(.down, [.down, .character("j")], on: all, help: Phrase("ligne suivante", "next line")),
    Line(.pageUp, [.pageUp], on: all, help: Phrase("dix lignes plus haut", "ten lines up")),
    Line(.pageDown, [.pageDown], on: all, help: Phrase("dix lignes plus bas", "ten lines down")),
    Line(.first, [.home], on: all, help: Phrase("tout en haut", "to the top")),
    Line(.last, [.end], on: all, help: Phrase("tout en bas", "to the bottom")),
  ]

  private static let anywhere: [Line] = [
    Line(.help, [.function(1), .character("?")], on: all, help: Phrase("toutes les touches", "all keys")),
    Line(
      .quit, [.control("q"), .control("c")], on: all,
      help: Phrase("quitter ; demande si le plan n'est pas enregistré", "quit; asks when the plan is not saved")),
    Line(.redraw, [.control("l")], on: all, help: Phrase("redessiner l'écran", "redraw the screen")),
    Line(.suspend, [.control("z")], on: all, help: Phrase("suspendre", "suspend")),
  ]
}
