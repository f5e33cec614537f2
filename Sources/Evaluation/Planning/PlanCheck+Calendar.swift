extension PlanCheck {
  /// The last day for what the jury must hold some days before the session.
  private func deadline(_ days: Int) -> CalendarDate { CalendarDate(daysSince1970: plan.from.daysSince1970 - days) }

  /// Section 2.1: deliverables are with the jury 5 days before the session; section 2: the règlement's documents, a week.
  var calendar: [PlanFinding] {
    plan.candidates.compactMap(deliverables) + plan.jury.filter { !$0.isSubstitute || sits($0) }.compactMap(documents)
  }

  private func sits(_ juror: Juror) -> Bool { plan.slots.contains { $0.jury.contains(juror.id) } }

  private func deliverables(of candidate: Candidate) -> PlanFinding? {
    let name = candidate.name
    let days = referential.rules.deliverablesDays
    return handOver(
      HandOver(
        section: "2.1", days: days, of: candidate.id, missing: .deliverablesMissing, late: .deliverablesLate,
        unsaid: Phrase(
          "\(name) : rien ne dit que ses livrables ont été transmis au jury",
          "\(name): nothing says that the deliverables were handed on to the jury"),
        said: Phrase("\(name) : livrables transmis", "\(name): deliverables handed on"),
        order: Phrase("Transmettez-les", "Hand them on"),
        otherwise: Phrase(
          "Entendez ce candidat à une session qui commence \(days) jours après au moins.",
          "Hear this candidate in a session that begins at least \(days) days later.")),
      on: candidate.deliverablesOn)
  }

  private func documents(of juror: Juror) -> PlanFinding? {
    handOver(
      HandOver(
        section: "2", days: referential.rules.documentsDays, of: juror.id, missing: .documentsMissing,
        late: .documentsLate,
        unsaid: Phrase(
          "\(juror.name) : rien ne dit que la partie 2 du règlement lui a été transmise",
          "\(juror.name): nothing says that the règlement's part 2 was sent on"),
        said: Phrase("\(juror.name) : règlement transmis", "\(juror.name): règlement sent"),
        order: Phrase("Transmettez-la", "Send it"),
        otherwise: Phrase(
          "Faites siéger un juré qui l'a reçue à temps, ou reportez la session.",
          "Have a juror sit who got it in time, or put the session off.")),
      on: juror.documentsOn)
  }

  /// Something that must be with the jury some days before the session, and the words for it.
  private struct HandOver {
    let section: String
    let days: Int
    let of: String
    let missing: PlanFinding.Code
    let late: PlanFinding.Code
    let unsaid: Phrase
    /// Without its date.
    let said: Phrase
    let order: Phrase
    /// What mends one that came late.
    let otherwise: Phrase
  }

  /// Nil when the date is said, and early enough.
  private func handOver(_ what: HandOver, on date: CalendarDate?) -> PlanFinding? {
    let last = deadline(what.days)
    guard let date else {
      return PlanFinding(
        what.missing, .reglement(what.section), blocks: bindsJury, about: [what.of], what.unsaid,
        mend: Phrase(
          "\(what.order.fr) au plus tard le \(last.longText(.fr)) (\(what.days) jours avant), et notez la date.",
          "\(what.order.en) by \(last.longText(.en)) (\(what.days) days before), and note the date."))
    }
    guard date > last else { return nil }
    return PlanFinding(
      what.late, .reglement(what.section), blocks: bindsJury, about: [what.of],
      Phrase(
        "\(what.said.fr) le \(date.longText(.fr)), au lieu du \(last.longText(.fr)) au plus tard",
        "\(what.said.en) on \(date.longText(.en)), instead of \(last.longText(.en)) at the latest"),
      mend: what.otherwise)
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
            "\(plan.manager.keyCommand), puis jury session sign.",
            "\(plan.manager.keyCommand), then jury session sign.")))
    }
    for juror in plan.jury where juror.key == nil {
      found.append(
        PlanFinding(
          .jurorKeyMissing, .program, about: [juror.id],
          Phrase("\(juror.name) n'a pas de clé : aucune signature possible", "\(juror.name) has no key: cannot sign"),
          mend: Phrase(
            "À faire par ce juré : \(juror.keyCommand). La clé publique va dans le plan : jury session edit.",
            "For this juror to do: \(juror.keyCommand). The public key goes into the plan: jury session edit."
          )))
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
