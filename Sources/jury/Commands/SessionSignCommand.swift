import ArgumentParser
import Evaluation
import Screen
import Seal
import Store

/// `jury session sign`: the manager signs the plan, and says so what changed.
struct SessionSignCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "sign",
      abstract: Phrase(
        "Signe le plan, et dit ce qui a changé depuis le dernier signé.",
        "Sign the plan, and tell what changed since the last one signed.")(.preferred))
  }

  @Argument(help: .told("Répertoire de la session.", "The session's directory.", valueName: "session"))
  var session: String

  @Option(
    help: .told(
      "Clé du responsable à mettre au plan : identifiant ou empreinte (« manager » d'ordinaire).",
      "The manager's key to put into the plan: id or thumbprint (“manager” as a rule).", valueName: "id"))
  var key: String?

  @OptionGroup var passphrase: PassphraseOption

  @Flag(help: .told("Dit ce qui a changé, sans rien signer.", "Tell what changed, and sign nothing."))
  var dryRun = false

  @OptionGroup var options: LanguageOption

  func run() throws {
    let language = options.language
    var file = try PlanFile(path: session)
    let keys = try KeyStore.serving(file)
    let plan = try withKey(file.plan, keys)
    let standing = try PlanStanding(plan, in: file.directory)
    tell(standing, language)
    if case .signed = standing { return }
    if dryRun { return }
    try refuseEarlier(than: standing, SystemClock().now().at)
    let thumbprint = try told { () throws(SealFault) in try PublicKey(jwk: plan.manager.key ?? .null).thumbprint }
    let question = Phrase(
      "Phrase secrète de \(plan.manager.name) (invisible) : ", "\(plan.manager.name)'s passphrase (hidden): ")
    let secret = try ExistingPassphrase.read(file: passphrase.file, question(language))
    let privateKey = try keys.privateKey(thumbprint: thumbprint, passphrase: secret)
    let number = (file.directory.signedPlanNumbers.last ?? 0) + 1
    let signed = try SignedPlan(plan, number: number, key: privateKey, at: SystemClock().now().at)
    if plan != file.plan { try file.write(plan) }
    try file.directory.add(signed)
    print(Phrase("Plan no \(signed.number) signé.", "Plan \(signed.number) signed.")(language))
  }

  /// The plan with its manager's key: the one it has, or the one asked for.
  private func withKey(_ plan: Plan, _ keys: KeyStore) throws(Refusal) -> Plan {
    guard key != nil || plan.manager.key == nil else { return plan }
    var plan = plan
    do throws(Refusal) {
      plan.manager.key = try keys.publicKey(of: key ?? SignedPlan.signer).jwk
    } catch {
      guard key == nil, error.code == .noInput else { throw error }
      throw Refusal(
        Phrase("le responsable n'a pas de clé sur cet ordinateur", "the manager has no key on this computer"),
        hint: Phrase(
          "\(plan.manager.keyCommand) la crée.", "\(plan.manager.keyCommand) makes it."), code: .noInput)
    }
    return plan
  }

  /// A plan signed before the one it follows would look like an old one put back.
  private func refuseEarlier(than standing: PlanStanding, _ now: WallTime) throws(Refusal) {
    guard case .changed(let last, let at, _) = standing, now.unixMilliseconds <= at.unixMilliseconds else { return }
    throw Refusal(
      Phrase(
        "l'horloge de cet ordinateur est en retard sur la signature du plan no \(last.number), du \(at.date.longText(.fr)) à \(at.minuteText)",
        "this computer's clock is behind the signature of plan \(last.number), of \(at.date.longText(.en)) at \(at.minuteText)"
      ),
      hint: Phrase("Mettez l'horloge à l'heure.", "Set the clock."), code: .badData)
  }

  private func tell(_ standing: PlanStanding, _ language: Language) {
    func say(_ phrase: Phrase) { print(SafeText.line(phrase(language))) }
    switch standing {
    case .unsigned: say(Phrase("Première signature du plan.", "The plan's first signature."))
    case .signed(let last, let at):
      say(
        Phrase(
          "Rien n'a changé depuis le plan no \(last.number), signé le \(at.date.longText(.fr)) à \(at.minuteText).",
          "Nothing changed since plan \(last.number), signed on \(at.date.longText(.en)) at \(at.minuteText)."))
    case .invalid(let last):
      say(
        Phrase(
          "La signature du plan no \(last.number) ne vaut rien : il en faut une autre.",
          "The signature of plan \(last.number) proves nothing: another is needed."))
    case .changed(let last, _, let changes):
      say(Phrase("Depuis le plan no \(last.number) :", "Since plan \(last.number):"))
      for change in changes { print("  " + SafeText.line(change.what(language))) }
    }
  }
}

extension KeyStore {
  /// As for ``serving(_:)``: a sample session brings its own keys.
  static func serving(_ file: PlanFile) throws(Refusal) -> KeyStore {
    let own = file.directory.path + "/keys"
    let hasOwn = (try? file.directory.disk.status(of: own))?.isDirectory ?? false
    return file.plan.isSample && hasOwn ? KeyStore(directory: own) : try .ofThisUser()
  }
}
