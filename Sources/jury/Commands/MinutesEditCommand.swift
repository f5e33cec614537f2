import ArgumentParser
import Evaluation
import Store

/// `jury minutes edit`: the manager's observations (annex 4, part 4), in their editor or from a file.
struct MinutesEditCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "edit",
      abstract: Phrase(
        "Écrit les observations du responsable, dans $EDITOR ou depuis un fichier.",
        "Write the manager's observations, in $EDITOR or from a file.")(.preferred))
  }

  @OptionGroup var options: MinutesOptions

  @Option(
    help: .told(
      "Fichier du texte entier, au lieu de l'éditeur.", "File of the whole text, instead of the editor.",
      valueName: "file"))
  var from: String?

  @Flag(help: .told("Prend les propositions telles quelles.", "Take the proposals as they are."))
  var proposed = false

  func run() throws {
    let session = try options.session()
    let before = try session.day()
    if let refusal = before.refusal(of: .observationsWritten(text: "")) { throw refusal }
    let text = try text(before: before.observations, try session.closing(before).proposals)
    guard text != before.observations else {
      return options.say("Observations inchangées.", "Observations unchanged.")
    }
    let journal = try options.journal()
    guard journal.day.observations == before.observations else { throw try Self.overtaken(text) }
    try journal.record(.observationsWritten(text: text))
    options.say("Observations enregistrées.", "Observations saved.")
  }

  /// Somebody wrote them elsewhere while the editor was open: what was typed here is kept, and put over nothing.
  private static func overtaken(_ text: String) throws(Refusal) -> Refusal {
    let path = try DemoDirectory.temporary() + "/observations.txt"
    try told { () throws(StoreFault) in try SystemDisk().replace(path, with: Array(text.utf8)) }
    return Refusal(
      Phrase(
        "les observations ont changé ailleurs pendant la saisie", "the observations changed elsewhere meanwhile"),
      hint: Phrase(
        "Votre texte est dans \(path) ; --from \(path) le met à la place de l'autre.",
        "Your text is in \(path); --from \(path) puts it in the other's place."), place: path, code: .badData)
  }

  private func text(before: String, _ proposals: [String]) throws(Refusal) -> String {
    if proposed { return proposals.joined(separator: "\n") }
    guard let from else {
      let draft = ObservationsDraft(before, proposals: proposals, in: options.language.language)
      return draft.text(edited: try Editor.ofThisUser().edit(draft.editable, name: "observations.txt"))
    }
    let bytes: [UInt8]
    do throws(StoreFault) { bytes = try SystemDisk().contents(of: from, limit: 1 << 20) } catch {
      throw error.refusal
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(Phrase("ce n'est pas de l'UTF-8", "not UTF-8"), place: from, code: .badData)
    }
    return text.trimmingEnd
  }
}

/// What an editor is given of the observations, and what is read back.
struct ObservationsDraft {
  let editable: String

  /// - Parameters:
  ///   - before: what was written already; the proposals stand in for nothing.
  ///   - proposals: those that are not in the text come as comments, to be taken by removing the mark.
  init(_ before: String, proposals: [String], in language: Language) {
    let help = Phrase(
      "# Observations sur le déroulement de la session (annexe 4, partie 4).\n# Les lignes qui commencent par # ne sont pas gardées.",
      "# Observations on the course of the session (annex 4, part 4).\n# Lines that begin with # are not kept.")
    let lines = before.isEmpty ? proposals : [before] + proposals.filter { !before.contains($0) }.map { "# \($0)" }
    editable = (lines + ["", help(language), ""]).joined(separator: "\n")
  }

  /// The text that an editor left, without comments.
  func text(edited: String) -> String {
    edited.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("#") }
      .joined(separator: "\n").trimmingEnd
  }
}

extension String {
  /// Without the white space at its end.
  fileprivate var trimmingEnd: String {
    guard let last = lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(self[...last])
  }
}
