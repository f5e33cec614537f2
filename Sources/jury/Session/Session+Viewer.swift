import Evaluation

extension Session {
  /// Whose console opens: a juror of the plan where each has one, or the one that the jury shares.
  ///
  /// - Parameter name: what `--as` said.
  /// - Throws: when it is missing or unknown where each juror has a journal, or said where they share one.
  func viewer(as name: String?) throws(Refusal) -> String {
    guard plan.marking == .individual else {
      guard name != nil else { return Oral.jury }
      throw Refusal(
        Phrase(
          "--as : dans cette session le jury partage une console", "--as: in this session the jury shares one console"),
        hint: Phrase(
          "Ouvrez sans --as, ou mettez « \"marking\": \"individual\" » dans session.json avant le premier oral.",
          "Open without --as, or put “\"marking\": \"individual\"” into session.json before the first oral."),
        code: .usage)
    }
    let ids = plan.jury.map(\.id).joined(separator: ", ")
    guard let name else {
      throw Refusal(
        Phrase("chaque juré a sa console : qui êtes-vous ?", "each juror has their own console: who are you?"),
        hint: Phrase("--as JURÉ, un parmi : \(ids).", "--as JUROR, one of: \(ids)."), code: .usage)
    }
    guard plan.juror(name) != nil else {
      throw Refusal(
        Phrase("« \(name) » n'est pas un juré de cette session", "“\(name)” is no juror of this session"),
        hint: Phrase("Jurés : \(ids).", "Jurors: \(ids)."), place: directory.plan, code: .noInput)
    }
    return name
  }

  /// What stands in the session's directory that nobody here wrote, said as alarms; nothing of it is ever read.
  var alarms: [Phrase] {
    let found = try? directory.strangers(
      authors: Set(authors), candidates: Set(plan.candidates.map(\.id)), referential: plan.referentialFile)
    return (found ?? []).map {
      Phrase(
        "fichier inconnu dans la session, jamais lu : \($0)", "unknown file in the session, never read: \($0)")
    }
  }

  /// That other users can reach what the deliberation keeps secret; nil when they cannot, or when everybody is made up.
  var warning: Phrase? {
    guard !plan.isSample else { return nil }
    return (try? directory.widePermissions())?.first?.warning
  }
}
