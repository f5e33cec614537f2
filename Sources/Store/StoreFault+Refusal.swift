import Evaluation
import Glibc

extension StoreFault {
  /// What is told to the person: reason, hint, place (`file` or `file:line`), exit code.
  public var refusal: Refusal {
    let told = reason.told
    let place = line.map { "\(path):\($0)" } ?? path
    return Refusal(told.reason, hint: told.hint, place: place, code: told.code)
  }
}

extension StoreFault.Reason {
  private typealias Told = (reason: Phrase, hint: Phrase?, code: ExitCode)

  /// Damage is never repaired by us: the way back is a copy, or a person who knows what happened.
  private static let restore = Phrase(
    "Rien n'a été modifié. Reprenez une copie de ce fichier, ou faites examiner la session avant de continuer.",
    "Nothing was changed. Restore a copy of this file, or have the session examined before going on.")
  private static let recovery = Phrase(
    "Libérez de la place ou rebranchez le disque : ce qui est saisi est gardé et sera enregistré ensuite.",
    "Free some space or plug the disk back in: what was typed is kept and will be saved then.")

  fileprivate var told: (reason: Phrase, hint: Phrase?, code: ExitCode) {
    switch self {
    case .chainBroken, .numberOutOfOrder, .notCanonical, .badJSON, .headerMissing, .wrongHeader, .malformed,
      .zeroFilled, .rewritten:
      (damage, Self.restore, .badData)
    case .changedUnderneath(let change): Self.told(change)
    case .readBackDiffers:
      (
        Phrase(
          "ce qui vient d'être écrit ne se relit pas à l'identique", "what was just written does not read back the same"
        ),
        Phrase("Changez de disque : celui-ci n'est pas sûr.", "Use another disk: this one is not safe."), .ioError
      )
    case .cannotRead(let error) where error.code == ENOENT:
      (Phrase("fichier introuvable", "no such file"), nil, .noInput)
    case .cannotRead(let error):
      (Phrase("lecture impossible : \(error.words)", "cannot read: \(error.words)"), nil, Self.code(reading: error))
    case .cannotWrite(let error):
      (
        Phrase(
          "écriture impossible (\(error.call.rawValue)) : \(error.words)",
          "cannot write (\(error.call.rawValue)): \(error.words)"), Self.recovery, .ioError
      )
    case .cannotCreate(let error):
      (
        Phrase("création impossible : \(error.words)", "cannot create: \(error.words)"),
        Phrase("Choisissez un répertoire où vous pouvez écrire.", "Choose a directory you can write to."), .cannotCreate
      )
    case .locked(let holder): Self.told(holder)
    case .spoolDoesNotFit(let spool):
      (
        Phrase(
          "les faits gardés sur cette machine ne font pas suite à ce journal : \(spool)",
          "the facts kept on this machine do not follow this journal: \(spool)"),
        Phrase(
          "Rien n'a été modifié. Gardez les deux fichiers et faites examiner la session.",
          "Nothing was changed. Keep both files and have the session examined."), .badData
      )
    case .failedEarlier:
      (
        Phrase(
          "une écriture a échoué, rien n'est ajouté avant la reprise",
          "a write failed: nothing is added before recovery"), Self.recovery, .ioError
      )
    case .unsafeName(let name):
      (
        Phrase("« \(name) » ne peut pas nommer un fichier", "\"\(name)\" cannot name a file"),
        Phrase(
          "Un identifiant se compose de lettres minuscules sans accent, de chiffres et de tirets, 64 au plus.",
          "An id is made of lower-case letters a to z, digits and hyphens, 64 at most."), .badData
      )
    case .tooLarge(let limit):
      (
        Phrase("fichier de plus de \(limit >> 20) Mio", "file over \(limit >> 20) MiB"),
        Phrase("Ce n'est sans doute pas un fichier de session.", "It is probably no session file."), .badData
      )
    case .notAFile:
      (
        Phrase("ce n'est pas un fichier ordinaire", "not a regular file"),
        Phrase(
          "Les liens symboliques et les périphériques ne sont pas suivis.",
          "Symbolic links and devices are not followed."), .badData
      )
    case .alreadyThere:
      (
        Phrase("existe déjà", "already there"), Phrase("Choisissez un autre nom.", "Choose another name."),
        .cannotCreate
      )
    }
  }

  private var damage: Phrase {
    switch self {
    case .chainBroken:
      Phrase(
        "la ligne ne suit pas la précédente : l'une des deux a été modifiée",
        "the line does not follow the one before: one of the two was altered")
    case .numberOutOfOrder(let expected, let found):
      Phrase(
        "ligne numéro \(found), on attendait \(expected) : il manque une ligne ou il y en a une de trop",
        "line number \(found), expected \(expected): a line is missing or there is one too many")
    case .notCanonical:
      Phrase("la ligne n'est pas écrite sous sa forme canonique", "the line is not in its canonical form")
    case .badJSON(let fault):
      Phrase("JSON refusé, colonne \(fault.column)", "JSON refused, column \(fault.column)")
    case .headerMissing:
      Phrase("ce journal n'a pas sa première ligne", "this journal lacks its first line")
    case .wrongHeader(let member, let expected, let found):
      Phrase(
        "ce journal est d'ailleurs : \(member) « \(found) », on attendait « \(expected) »",
        "this journal is from elsewhere: \(member) \"\(found)\", expected \"\(expected)\"")
    case .rewritten:
      Phrase(
        "ce journal ne commence plus par les lignes qui y ont été lues",
        "this journal no longer begins with the lines that were read from it")
    case .malformed("event"):
      Phrase("le membre event n'est pas un objet", "the member event is no object")
    case .malformed(""):
      Phrase("la ligne n'a pas les membres attendus", "the line does not have the expected members")
    case .malformed(let member):
      Phrase("le membre \(member) n'a pas la forme attendue", "the member \(member) is not of its form")
    default:
      Phrase("le disque a rendu des zéros à la place du texte", "the disk gave back zeros in place of the text")
    }
  }

  /// "Not there" is what some go on without: a disk that does not answer is not that.
  private static func code(reading error: DiskError) -> ExitCode {
    switch error.code {
    case ENOENT, ENOTDIR: .noInput
    case EACCES: .noPermission
    default: .ioError
    }
  }

  private static func told(_ change: StoreFault.Change) -> Told {
    let reason =
      switch change {
      case .shorter:
        Phrase("le journal a été raccourci par un autre programme", "the journal was cut short by another program")
      case .longer: Phrase("un autre programme a écrit dans le journal", "another program wrote to the journal")
      case .replaced:
        Phrase("le journal a été remplacé par un autre fichier", "the journal was replaced by another file")
      case .gone: Phrase("le répertoire de la session n'est plus là", "the session's directory is gone")
      }
    let hint =
      change == .gone
      ? Phrase(
        "Rebranchez le disque ou remettez le répertoire à sa place.",
        "Plug the disk back in, or put the directory back.")
      : Phrase(
        "Fermez l'autre programme : la reprise gardera son fichier à part.",
        "Close the other program: recovery will keep its file aside.")
    return (reason, hint, .ioError)
  }

  private static func told(_ holder: LockHolder?) -> Told {
    let who = holder.map { (fr: " (processus \($0.pid) sur \($0.host))", en: " (process \($0.pid) on \($0.host))") }
    return (
      Phrase(
        "une autre console tient ce journal\(who?.fr ?? "")", "another console holds this journal\(who?.en ?? "")"),
      Phrase(
        "--watch : la regarder, sans écrire ; ou fermez-la.", "--watch: watch it, without writing; or close it."),
      .unavailable
    )
  }
}
