import ArgumentParser
import Evaluation
import Screen
import Seal
import Store

/// `jury purge`: erases a session's personal data, once the time for which it keeps them is over.
struct PurgeCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "purge",
      abstract: Phrase(
        "Efface les données personnelles d'une session, son délai de conservation passé.",
        "Erase a session's personal data, once the time for which it keeps them is over.")(.preferred),
      discussion: Phrase(
        "Sans --erase, dit ce qui serait effacé et n'efface rien. Reste purge.json, signé par le responsable : aucun nom, les empreintes par lesquelles une copie de grille se vérifie encore.",
        "Without --erase, tells what would be erased and erases nothing. What stays is purge.json, signed by the manager: no name, the digests by which a copy of a grid still verifies."
      )(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Flag(help: .told("Efface pour de bon.", "Erase for good."))
  var erase = false

  @OptionGroup var passphrase: PassphraseOption

  @OptionGroup var options: LanguageOption

  func run() throws {
    let directory = SessionDirectory(Session.absolute(session))
    let now = SystemClock().now().at
    func say(_ phrase: Phrase) { print(SafeText.line(phrase(options.language))) }
    switch try PurgeStanding(of: directory) {
    case .absent: break
    case .purged(let done): return try carryOn(done, in: directory, say)
    case .foreign(let reason): throw Self.refused(reason, directory)
    }
    let session = try Session(directory)
    let days = try Self.retention(of: session.plan, at: now.date, isErasing: erase)
    let statement = try Purge.statement(of: session, retentionDays: days, at: now)
    let purge = try Purge(directory, session: session.plan.id, state: StateDirectory.ofThisUser)
    let end = CalendarDate(daysSince1970: session.plan.to.daysSince1970 + days)
    say(
      Phrase(
        "Conservation : \(days) jours après la session, jusqu'au \(end.longText(.fr)).",
        "Kept: \(days) days after the session, until \(end.longText(.en))."))
    for file in purge.files.sorted() { print("  " + SafeText.line(file)) }
    say(
      Phrase(
        "Reste purge.json : les empreintes des journaux (\(statement.chains.count)) et des documents scellés (\(statement.documents.count)).",
        "What stays is purge.json: the digests of the journals (\(statement.chains.count)) and of the sealed documents (\(statement.documents.count))."
      ))
    guard erase else {
      return say(Phrase("Rien n'est effacé ; --erase efface.", "Nothing is erased; --erase erases."))
    }
    let thumbprint = try told { () throws(SealFault) in try PublicKey(jwk: statement.key).thumbprint }
    let name = session.plan.manager.name
    let question = Phrase("Phrase secrète de \(name) (invisible) : ", "\(name)'s passphrase (hidden): ")
    let secret = try ExistingPassphrase.read(file: passphrase.file, question(options.language))
    let key = try KeyStore.serving(session).privateKey(thumbprint: thumbprint, passphrase: secret)
    let sealed = try SealedPurge(statement, key: key, at: now)
    try told { () throws(StoreFault) in try directory.replace(directory.purge, with: sealed.envelope.bytes) }
    try purge.erase()
    say(Phrase("Effacé.", "Erased."))
  }

  /// A purge that was signed: done, or interrupted on its way.
  private func carryOn(_ done: SealedPurge, in directory: SessionDirectory, _ say: (Phrase) -> Void) throws {
    if let fault = done.fault(in: directory) { throw Self.refused(fault, directory) }
    let rest = try Purge(directory, session: done.statement.session, state: StateDirectory.ofThisUser)
    for file in rest.files.sorted() { print("  " + SafeText.line(file)) }
    if rest.files.isEmpty { return say(Phrase("Déjà effacé.", "Erased already.")) }
    guard erase else {
      return say(Phrase("Purge interrompue ; --erase l'achève.", "Interrupted purge; --erase finishes it."))
    }
    try rest.erase()
    say(Phrase("Effacé.", "Erased."))
  }

  private static func refused(_ reason: Phrase, _ directory: SessionDirectory) -> Refusal {
    Refusal(
      PurgeStanding.refused(reason),
      hint: Phrase(
        "Rien n'est effacé. Faites examiner ce fichier, puis ôtez-le.",
        "Nothing is erased. Have this file examined, then take it away."), place: directory.purge, code: .notValid)
  }

  /// Days for which the plan keeps its data.
  ///
  /// - Throws: when it says none, or, erasing, when they are not over: the program knows no such number by itself.
  static func retention(of plan: Plan, at today: CalendarDate, isErasing: Bool) throws(Refusal) -> Int {
    guard let days = plan.settings.retentionDays else {
      throw Refusal(
        Phrase(
          "la session ne dit pas combien de temps elle garde ses données",
          "the session does not say how long it keeps its data"),
        hint: Phrase(
          "« settings.retentionDays » dans session.json, en jours.",
          "“settings.retentionDays” in session.json, in days."),
        code: .config)
    }
    let end = CalendarDate(daysSince1970: plan.to.daysSince1970 + days)
    guard !isErasing || today > end else {
      throw Refusal(
        Phrase(
          "la session garde ses données jusqu'au \(end.longText(.fr))",
          "the session keeps its data until \(end.longText(.en))"), code: .badData)
    }
    return days
  }
}
