/// Every rule of the règlement that a plan can break, and what the program needs to hold the session.
///
/// Its law: it reads no clock; a plan and a referential always give the same findings, in the same order, what blocks
/// first.
public struct PlanCheck: Sendable {
  let plan: Plan
  let referential: Referential

  public init(_ plan: Plan, _ referential: Referential) {
    self.plan = plan
    self.referential = referential
  }

  public var findings: [PlanFinding] {
    let all = people + juries + ties + calendar + formats + dossiers + keys + slots
    return all.filter(\.blocks) + all.filter { !$0.blocks }
  }

  /// A rule of section 2.1 on who judges: a mock oral awards nothing, so there it is a remark.
  var bindsJury: Bool { !plan.isMock }

  private var people: [PlanFinding] {
    var found: [PlanFinding] = []
    if plan.candidates.isEmpty {
      found.append(
        PlanFinding(
          .noCandidate, .program, about: [], Phrase("la session n'a aucun candidat", "the session has no candidate"),
          mend: Phrase(
            "Ajoutez-en : jury session edit, au besoin depuis un CSV.",
            "Add some: jury session edit, from a CSV if you like.")))
    }
    let presidents = plan.jury.filter(\.isPresident)
    if presidents.isEmpty, !plan.jury.isEmpty {
      found.append(
        PlanFinding(
          .noPresident, .program, blocks: false, about: [],
          Phrase("le jury n'a pas de président désigné", "the jury has no president"),
          mend: Phrase("Désignez-en un (« president »).", "Name one (“president”).")))
    }
    for slot in plan.slots {
      let presiding = slot.jury.compactMap(plan.juror).filter(\.isPresident)
      guard presiding.count > 1 else { continue }
      let names = presiding.map(\.name).joined(separator: ", ")
      found.append(
        PlanFinding(
          .severalPresidents, .program, blocks: false, about: [slot.candidate] + presiding.map(\.id),
          Phrase(
            "\(name(slot.candidate)) : plusieurs présidents, \(names)",
            "\(name(slot.candidate)): several presidents, \(names)"),
          mend: Phrase("Laissez-en un seul par jury.", "Leave one a jury.")))
    }
    return found
  }

  /// Section 2.1: size, experience, share of externals, once for each jury that hears somebody.
  private var juries: [PlanFinding] {
    var found: [PlanFinding] = []
    var seen: Set<[String]> = []
    // Whoever has no slot has no jury yet, which is told of them; with no slot at all the session's jury stands for it.
    let heard = plan.candidates.filter { plan.slot(of: $0.id) != nil }
    for candidate in heard.isEmpty ? Array(plan.candidates.prefix(1)) : heard {
      let jurors = plan.jurors(hearing: candidate.id)
      guard seen.insert(jurors.map(\.id)).inserted else { continue }
      let hall = plan.slot(of: candidate.id).map { Room.title($0.room) }
      let jury = hall ?? Phrase("jury de la session", "the session's jury")
      for fault in referential.rules.faults(of: jurors) {
        found.append(finding(of: fault, in: jurors, jury))
      }
    }
    return Self.once(found)
  }

  private func finding(of fault: CompositionFault, in jurors: [Juror], _ jury: Phrase) -> PlanFinding {
    let code: PlanFinding.Code
    let mend: Phrase
    var subjects = jurors.map(\.id)
    var what = Phrase("\(jury.fr) : \(fault.phrase.fr)", "\(jury.en): \(fault.phrase.en)")
    switch fault {
    case .tooFewMembers:
      code = .juryTooSmall
      mend = Phrase("Ajoutez un juré, ou faites siéger un suppléant.", "Add a juror, or have a substitute sit.")
    case .tooLittleExperience(let juror, _, _):
      code = .experienceTooShort
      subjects = jurors.filter { $0.name == juror }.map(\.id)
      // A matter of the juror, whichever room they sit in.
      what = fault.phrase
      mend = Phrase(
        "Faites siéger un autre juré, ou corrigez ses années d'expérience.",
        "Have another juror sit, or mend the years of practice.")
    case .tooFewExternal:
      code = .tooFewExternals
      mend = Phrase("Ajoutez un juré extérieur, ou remplacez-en un.", "Add an external juror, or replace one.")
    }
    return PlanFinding(
      code, .reglement("2.1"), blocks: bindsJury, about: subjects, what, mend: mend)
  }

  /// Section 2.1: who hears a candidate has no tie with them, and did not train them.
  private var ties: [PlanFinding] {
    plan.ties.compactMap { tie in
      guard let juror = plan.juror(tie.juror), plan.slot(of: tie.candidate)?.jury.contains(tie.juror) == true else {
        return nil
      }
      return PlanFinding(
        tie.kind == .training ? .trainer : .tie, .reglement("2.1"), blocks: bindsJury,
        about: [tie.candidate, tie.juror],
        Phrase(
          "\(juror.name) doit entendre \(name(tie.candidate)) : \(tie.kind.phrase.fr)",
          "\(juror.name) is to hear \(name(tie.candidate)): \(tie.kind.phrase.en)"),
        mend: Phrase(
          "Un autre jury ou une autre salle : jury session plan --replan.",
          "Another jury or another room: jury session plan --replan."))
    }
  }

  func name(_ candidate: String) -> String { plan.candidate(candidate)?.name ?? candidate }

  /// Each finding once, where several juries share what is found.
  static func once(_ findings: [PlanFinding]) -> [PlanFinding] {
    var kept: [PlanFinding] = []
    for finding in findings where !kept.contains(finding) { kept.append(finding) }
    return kept
  }
}
