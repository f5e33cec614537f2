import Evaluation
import Screen

/// The keys of a jury's console.
public enum OralKeys {
  public static let table = KeyTable(manager + home + before + jurors + deliberation + oral + grid + moving + anywhere)

  private static let everyPage = Page.allCases
  private static let marking: [Page] = [.oral, .agenda]

  private static func character(_ characters: Character...) -> [Key] { characters.map { .character($0) } }

  private static let home: [Binding<Command, Page>] = [
    Binding(
      .open, [.enter], on: [.home], Phrase("ouvrir", "open"),
      help: Phrase("ouvrir l'oral du candidat", "open the candidate's oral"))
  ]

  private static let before: [Binding<Command, Page>] = [
    Binding(
      .toggleRow, character(" ") + [.enter], on: [.before], Phrase("confirmer", "confirm"),
      help: Phrase("confirmer ou retirer la ligne", "confirm or take back the line")),
    Binding(
      .declareTie, character("x"), on: [.before], Phrase("lien", "tie"),
      help: Phrase("déclarer un lien du juré avec le candidat", "declare the juror's tie with the candidate")),
    Binding(
      .startOral, character("t"), on: [.before], Phrase("commencer l'oral", "start the oral"),
      help: Phrase("commencer l'oral : la minuterie part", "start the oral: the clock runs")),
    Binding(
      .toggleAbsent, character("a"), on: [.before], Phrase("absence", "absence"),
      help: Phrase(
        "noter le candidat absent, avec un motif ; encore : arrivé",
        "record the candidate as absent, with a reason; again: arrived")),
    Binding(
      .criteria, character("v"), on: [.before], Phrase("voir les critères", "see the criteria"),
      help: Phrase("voir les critères sans commencer", "see the criteria without starting")),
  ]

  private static let oral: [Binding<Command, Page>] = [
    Binding(
      .backdate, character("b"), on: marking, Phrase("antidater", "back-date"),
      help: Phrase(
        "la minuterie ne tournait pas : la faire partir de la première coche",
        "the clock was not running: start it from the first mark")),
    Binding(
      .markMet, character(" "), on: marking, Phrase("coché", "met"),
      help: Phrase("cocher : le critère est rempli ; encore : plus de coche", "mark as met; again: no mark")),
    Binding(
      .markNotMet, character("n"), on: marking, Phrase("non", "not met"),
      help: Phrase("le critère n'est pas rempli", "mark as not met")),
    Binding(
      .markToProbe, character("p"), on: marking, Phrase("à creuser", "to probe"),
      help: Phrase("à creuser : une question sera posée", "to probe: ask about it")),
    Binding(
      .ask, character("a"), on: [.agenda, .oral], Phrase("posée", "asked"),
      help: Phrase("la question est posée : l'heure est notée", "the question is asked: its time is recorded")),
    Binding(
      .deliberate, character("d"), on: marking, Phrase("délibérer", "deliberate"),
      help: Phrase("délibérer", "deliberate")),
    Binding(
      .note, character("c"), on: [.oral, .agenda, .deliberation], Phrase("note", "note"),
      help: Phrase(
        "écrire une note ; Tab : sur le critère, la compétence ou l'oral",
        "write a note; Tab: on the criterion, the competency or the oral")),
    Binding(
      .clock, character("t"), on: marking, Phrase("minuterie", "clock"),
      help: Phrase("minuterie : commencer, mettre en pause, reprendre", "clock: start, pause, resume")),
    Binding(
      .undo, character("u"), on: [.oral, .agenda, .deliberation, .decision], Phrase("annuler", "undo"),
      help: Phrase("annuler le dernier geste", "undo the last act")),
    Binding(
      .question, character("q"), on: marking, Phrase("question", "question"),
      help: Phrase("préparer une question sur le critère", "prepare a question on the criterion")),
    Binding(
      .agenda, character("g"), on: [.oral], Phrase("agenda", "agenda"),
      help: Phrase("l'agenda des questions", "the agenda of questions")),
    Binding(
      .search, character("/"), on: marking, Phrase("chercher", "search"),
      help: Phrase("chercher dans tous les critères, accents ignorés", "search all criteria, accents ignored")),
    Binding(
      .nextPhase, character("s"), on: marking, Phrase("phase suivante", "next phase"),
      help: Phrase(
        "phase suivante ; après la dernière, fin de l'oral", "the next phase; after the last, the end of the oral")),
    Binding(
      .wholeText, [.enter], on: marking,
      help: Phrase("le critère en entier, ses notes", "the whole criterion, its notes")),
    Binding(
      .goToCompetency, character("C"), on: [.oral, .agenda, .deliberation],
      help: Phrase("C puis un numéro : la compétence", "C then a number: the competency")),
    Binding(
      .clearMark, [.backspace, .delete], on: marking,
      help: Phrase("enlever la coche", "take the mark away")),
    Binding(
      .notes, character("N"), on: [.oral], help: Phrase("toutes les notes de l'oral", "all notes of the oral")),
    Binding(
      .share, character("P"), on: [.oral, .agenda, .deliberation],
      help: Phrase(
        "oral blanc : choisir les notes que le candidat pourra lire, sans leur auteur",
        "mock oral: choose the notes that the candidate may read, without their author")),
    Binding(
      .nextAssessment, character("e"), on: marking,
      help: Phrase("épreuve présentée : passer à la suivante (oral du titre)", "assessment presented: the next one")),
    Binding(
      .time, character("h"), on: marking,
      help: Phrase("le calcul du temps : phases, pauses, fin prévue", "the arithmetic of time")),
    Binding(
      .endOral, character("f"), on: marking,
      help: Phrase("terminer l'oral, ou rouvrir un oral terminé", "end the oral, or reopen an ended one")),
  ]

  private static let deliberation: [Binding<Command, Page>] = [
    Binding(
      .acquired, character("a"), on: [.deliberation, .decision], Phrase("acquis", "acquired"),
      help: Phrase("décider : acquis", "decide: acquired")),
    Binding(
      .notAcquired, character("r", "n"), on: [.deliberation, .decision], Phrase("non acquis", "not acquired"),
      help: Phrase("décider : non acquis", "decide: not acquired")),
    Binding(
      .clearVerdict, [.backspace, .delete], on: [.deliberation, .decision],
      help: Phrase("revenir à « non décidé »", "back to undecided")),
    Binding(
      .criteria, [.enter], on: [.deliberation], Phrase("critères", "criteria"),
      help: Phrase("voir ou corriger les critères de la compétence", "see or correct the competency's criteria")),
    Binding(
      .nextUndecided, [.tab], on: [.deliberation], Phrase("suivante", "next"),
      help: Phrase("la compétence suivante à décider", "the next undecided competency")),
    Binding(
      .blocks, character("b"), on: [.deliberation], Phrase("blocs et décision", "blocks and decision"),
      help: Phrase("blocs, décision, commentaire", "blocks, decision, comment")),
    Binding(
      .take, [.enter] + character(" "), on: [.decision], Phrase("prendre la décision", "take the decision"),
      help: Phrase("prendre la décision choisie", "take the chosen decision")),
    Binding(
      .comment, character("c"), on: [.decision], Phrase("commentaire", "comment"),
      help: Phrase("écrire le commentaire", "write the comment")),
    Binding(
      .obstacles, character("l"), on: [.deliberation, .decision, .grid], Phrase("ce qui manque", "what is missing"),
      help: Phrase("la liste de ce qui empêche de sceller", "the list of what keeps the grid from being sealed")),
    Binding(
      .grid, character("g"), on: [.deliberation, .decision], Phrase("grille", "grid"),
      help: Phrase("la grille telle qu'elle sera imprimée", "the grid as it will be printed")),
    Binding(
      .open, [.enter], on: [.obstacles], Phrase("y aller", "go there"),
      help: Phrase("aller là où cela se règle", "go where it is mended")),
  ]

  private static let grid: [Binding<Command, Page>] = [
    Binding(
      .seal, character("s"), on: [.grid], Phrase("sceller", "seal"),
      help: Phrase("sceller : figer la grille pour la signer", "seal: freeze the grid for signing")),
    Binding(
      .sign, [.enter], on: [.grid], Phrase("signer", "sign"),
      help: Phrase("signer, chacun avec sa phrase secrète", "sign, each with their passphrase")),
    Binding(
      .reopen, character("R"), on: [.grid], Phrase("rouvrir", "reopen"),
      help: Phrase(
        "rouvrir la grille avant la dernière signature : les autres sont annulées",
        "reopen the grid before the last signature: the others are void")),
    Binding(
      .refuseSignature, character("X"), on: [.grid], Phrase("refuser", "refuse"),
      help: Phrase(
        "noter que le juré refuse de signer, avec son motif : la grille ne sera pas complète",
        "record that the juror refuses to sign, with the reason: the grid will not be complete")),
  ]

  private static let manager: [Binding<Command, Page>] = [
    Binding(
      .acknowledge, character("m"), on: everyPage, Phrase("message vu", "message seen"),
      help: Phrase("le message du responsable est vu", "the session manager's message is seen")),
    Binding(
      .interruption, character("i"), on: marking, Phrase("interruption", "interruption"),
      help: Phrase(
        "interruption : la mesurer, prolonger ou recommencer, au choix de la présidence",
        "interruption: measure it, extend or start again, as the president chooses")),
  ]

  private static let jurors: [Binding<Command, Page>] = [
    Binding(
      .takeHand, character("T"), on: [.oral, .agenda, .deliberation, .decision, .grid],
      Phrase("prendre la main", "take the hand"),
      help: Phrase(
        "prendre la main sur la minuterie et la délibération ; le temps continue",
        "take the hand over the clock and the deliberation; time goes on")),
    Binding(
      .handIn, character("h"), on: [.deliberation], Phrase("remettre ma grille", "hand in my grid"),
      help: Phrase(
        "chacun sa console : remettre sa grille ; ses coches ne changent plus",
        "a console each: hand in one's grid; its marks stay")),
    Binding(
      .confirmAgreed, character("v"), on: [.deliberation], Phrase("confirmer les accords", "confirm what is agreed"),
      help: Phrase(
        "confirmer en une fois les compétences sur lesquelles tous s'accordent",
        "confirm at once the competencies on which all agree")),
    Binding(
      .openVote, character("V"), on: [.deliberation], Phrase("vote", "vote"),
      help: Phrase(
        "sans accord : ouvrir un vote sur la compétence ; chacun vote par a ou r",
        "without agreement: open a vote on the competency; each votes with a or r")),
    Binding(
      .confirmWhole, character("v"), on: [.decision], Phrase("confirmer l'ensemble", "confirm the whole"),
      help: Phrase(
        "confirmer l'ensemble : verdicts, blocs, décision", "confirm the whole: verdicts, blocks, decision")),
    Binding(
      .reserve, character("e"), on: [.decision], Phrase("réserve", "reservation"),
      help: Phrase(
        "mettre une réserve ; Tab : dans la grille ou non ; vide : la retirer",
        "put a reservation; Tab: in the grid or not; empty: take it back")),
    Binding(
      .release, character("L"), on: [.before, .deliberation], Phrase("libérer un juré", "release a juror"),
      help: Phrase(
        "libérer un juré qui doit partir, avec un motif : on ne l'attend plus",
        "release a juror who must leave, with a reason: they are awaited no more")),
    Binding(
      .agreement, character("y"), on: [.deliberation, .decision, .grid],
      help: Phrase(
        "l'accord entre les jurés avant de délibérer, par épreuve",
        "how far the jurors agreed before deliberating, by assessment")),
  ]

  private static let moving: [Binding<Command, Page>] =
    Binding.lines() + [
      Binding(
        .previousCompetency, [.left, .backTab], on: [.oral],
        help: Phrase("compétence précédente", "previous competency")),
      Binding(.nextCompetency, [.right, .tab], on: [.oral], help: Phrase("compétence suivante", "next competency")),
    ]
    + Binding.tens(
      up: Phrase(
        "dix lignes plus haut ; dans l'oral, l'épreuve d'avant", "ten lines up; in the oral, the assessment before"),
      down: Phrase(
        "dix lignes plus bas ; dans l'oral, l'épreuve d'après", "ten lines down; in the oral, the assessment after"))
    + Binding.ends + [
      Binding(
        .jump,
        character("1", "2", "3", "4", "5", "6", "7", "8", "9", "0") + Key.azertyDigits.map { .character($0.key) },
        on: [.oral],
        help: Phrase(
          "le critère de ce numéro (0 : le dixième) ; aussi & é \" ' ( - è _ ç à",
          "the criterion of that number (0: the tenth); also & é \" ' ( - è _ ç à"),
        shown: Phrase("1 … 9  0", "1 … 9  0"))
    ]

  private static let anywhere: [Binding<Command, Page>] =
    [
      .allKeys,
      Binding(
        .back, [.escape], on: everyPage,
        help: Phrase("revenir à la page d'où l'on vient", "back to where one came from")),
    ] + Binding.leaving(Phrase("quitter ; tout est déjà enregistré", "quit; everything is saved already"))
}
