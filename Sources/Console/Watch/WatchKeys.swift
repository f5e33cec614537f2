import Evaluation
import Screen

/// The keys of the session manager's console.
public enum WatchKeys {
  public static let table = KeyTable(acts + moving + anywhere)

  private static let everyPage = WatchPage.allCases
  private static let ofRooms: [WatchPage] = [.rooms, .room]

  private static let acts: [Binding<WatchCommand, WatchPage>] = [
    Binding(
      .open, [.enter], on: [.rooms], Phrase("salle", "room"),
      help: Phrase("la salle : son histoire, ses incidents, ses messages", "the room: its story, incidents, messages")),
    Binding(
      .message, [.character("m")], on: ofRooms, Phrase("message", "message"),
      help: Phrase("un message au jury de la salle, qui l'acquitte", "a message to the room's jury, who acknowledge it")
    ),
    Binding(
      .incident, [.character("i")], on: ofRooms, Phrase("incident", "incident"),
      help: Phrase(
        "signaler un incident de la liste, ou clore celui qui dure",
        "report an incident from the list, or close the one that lasts")),
    Binding(
      .attendance, [.character("p")], on: ofRooms, Phrase("présence", "attendance"),
      help: Phrase("le candidat : présent, en retard, absent", "the candidate: present, late, absent")),
    Binding(
      .filter, [.character("f")], on: [.rooms], Phrase("filtrer", "filter"),
      help: Phrase(
        "toutes les salles ; celles qui ont besoin de quelqu'un ; celles où l'oral est en cours",
        "all rooms; those that need somebody; those where an oral is under way")),
    Binding(
      .clock, [.character("h")], on: ofRooms, Phrase("grande horloge", "big clock"),
      help: Phrase("la grande horloge de la salle, pour un couloir", "the room's big clock, for a corridor")),
    Binding(
      .closing, [.character("o")], on: ofRooms, Phrase("procès-verbal", "minutes"),
      help: Phrase(
        "le procès-verbal de la session : ce qui manque, les observations du responsable",
        "the session's minutes: what is missing, the manager's observations")),
    Binding(
      .take, [.enter], on: [.closing], Phrase("prendre", "take"),
      help: Phrase("prendre la ligne proposée dans les observations", "take the proposed line into the observations")),
    Binding(
      .takeAll, [.character("a")], on: [.closing], Phrase("tout prendre", "take all"),
      help: Phrase("prendre toutes les lignes proposées", "take all proposed lines")),
    Binding(
      .write, [.character("e")], on: [.closing], Phrase("écrire", "write"),
      help: Phrase(
        "écrire les observations, sur autant de lignes qu'il faut",
        "write the observations, in as many lines as it takes")),
    Binding(
      .messageAll, [.character("M")], on: ofRooms,
      help: Phrase("un message à toutes les salles de la session", "a message to all rooms of the session")),
    Binding(
      .search, [.character("/")], on: [.rooms],
      help: Phrase(
        "ne montrer que les salles dont la ligne contient ces mots ; vide : toutes",
        "show only the rooms whose line holds these words; empty: all")),
  ]

  private static let moving: [Binding<WatchCommand, WatchPage>] =
    [
      Binding(
        .up, [.up, .character("k"), .left], on: everyPage,
        help: Phrase("salle ou ligne précédente", "previous room or line")),
      Binding(
        .down, [.down, .character("j"), .right], on: everyPage,
        help: Phrase("salle ou ligne suivante", "next room or line")),
    ] + Binding.tens() + Binding.ends

  private static let anywhere: [Binding<WatchCommand, WatchPage>] =
    [
      .allKeys,
      Binding(.back, [.escape], on: everyPage, help: Phrase("revenir aux salles", "back to the rooms")),
    ] + Binding.leaving(Phrase("quitter", "quit"))
}
