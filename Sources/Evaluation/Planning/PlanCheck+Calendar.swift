extension PlanCheck {
  /// The last day for what the jury must hold some days before the session.
  private func deadline(_ days: Int) -> CalendarDate { CalendarDate(daysSince1970: plan.from.daysSince1970 - days) }

  /// Section 2.1: deliverables are with the jury 5 days before the session; section 2: the règlement's documents, a week.
  var calendar: [PlanFinding] {
    plan.candidates.compactMap(deliverables) + plan.jury.filter { !$0.isSubstitute || sits($0) }.compactMap(documents)
  }

  private func sits(_ juror: Juror) -> Bool { plan.slots.contains { $0.jury.contains(juror.id) } }

  private func deliverables(of candidate: Candidate) -> PlanFinding? {
    let last = deadline(referential.rules.deliverablesDays)
    let days = referential.rules.deliverablesDays
    guard let on = candidate.deliverablesOn else {
      return PlanFinding(
        .deliverablesMissing, .reglement("2.1"), blocks: bindsJury, about: [candidate.id],
        Phrase(
          "\(candidate.name) : rien ne dit que ses livrables ont été transmis au jury",
          "\(candidate.name): nothing says that the deliverables were handed on to the jury"),
        mend: Phrase(
          "Transmettez-les au plus tard le \(last.longText(.fr)) (\(days) jours avant), et notez la date.",
          "Hand them on by \(last.longText(.en)) (\(days) days before), and note the date."))
    }
    guard on > last else { return nil }
    return PlanFinding(
      .deliverablesLate, .reglement("2.1"), blocks: bindsJury, about: [candidate.id],
      Phrase(
        "\(candidate.name) : livrables transmis le \(on.longText(.fr)), au lieu du \(last.longText(.fr)) au plus tard",
        "\(candidate.name): deliverables handed on on \(on.longText(.en)), instead of \(last.longText(.en)) at the latest"
      ),
      mend: Phrase(
        "Entendez ce candidat à une session qui commence \(days) jours après au moins.",
        "Hear this candidate in a session that begins at least \(days) days later."))
  }

  private func documents(of juror: Juror) -> PlanFinding? {
    let last = deadline(referential.rules.documentsDays)
    let days = referential.rules.documentsDays
    guard let on = juror.documentsOn else {
      return PlanFinding(
        .documentsMissing, .reglement("2"), blocks: bindsJury, about: [juror.id],
        Phrase(
          "\(juror.name) : rien ne dit que la partie 2 du règlement lui a été transmise",
          "\(juror.name): nothing says that the règlement's part 2 was sent on"),
        mend: Phrase(
          "Transmettez-la au plus tard le \(last.longText(.fr)) (\(days) jours avant), et notez la date.",
          "Send it by \(last.longText(.en)) (\(days) days before), and note the date."))
    }
    guard on > last else { return nil }
    return PlanFinding(
      .documentsLate, .reglement("2"), blocks: bindsJury, about: [juror.id],
      Phrase(
        "\(juror.name) : règlement transmis le \(on.longText(.fr)), au lieu du \(last.longText(.fr)) au plus tard",
        "\(juror.name): règlement sent on \(on.longText(.en)), instead of \(last.longText(.en)) at the latest"),
      mend: Phrase(
        "Faites siéger un juré qui l'a reçue à temps, ou reportez la session.",
        "Have a juror sit who got it in time, or put the session off."))
  }

  /// Keys: nobody signs a grid, the minutes or the plan without one.
  var keys: [PlanFinding] {
    var found: [PlanFinding] = []
    if plan.manager.key == nil {
      found.append(
        PlanFinding(
          .managerKeyMissing, .program, about: ["manager"],
          Phrase(
            "\(plan.manager.name), responsable de session, n'a pas de clé",
            "\(plan.manager.name), the session's manager, has no key"),
          mend: Phrase(
            "jury keys new --juror manager, puis jury session sign.",
            "jury keys new --juror manager, then jury session sign.")))
    }
    for juror in plan.jury where juror.key == nil {
      found.append(
        PlanFinding(
          .jurorKeyMissing, .program, about: [juror.id],
          Phrase("\(juror.name) n'a pas de clé : aucune signature possible", "\(juror.name) has no key: cannot sign"),
          mend: Phrase(
            "Demandez-lui « jury keys new --juror \(juror.id) », puis mettez la clé publique dans le plan.",
            "Ask them for “jury keys new --juror \(juror.id)”, then put the public key into the plan.")))
    }
    for (index, juror) in plan.jury.enumerated() {
      guard let key = juror.key?["x"], let other = plan.jury[..<index].first(where: { $0.key?["x"] == key }) else {
        continue
      }
      found.append(
        PlanFinding(
          .keyShared, .program, about: [other.id, juror.id],
          Phrase("\(other.name) et \(juror.name) ont la même clé", "\(other.name) and \(juror.name) have one key"),
          mend: Phrase("Chacun crée la sienne : jury keys new.", "Each makes their own: jury keys new.")))
    }
    return found
  }
}
