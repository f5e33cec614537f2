import Evaluation
import Screen

extension Watch {
  /// A room's story, the latest first.
  func storyLines(_ glance: Glance, _ session: SessionWatch) -> [[Run]] {
    glance.timeline.reversed().compactMap { moment in
      words(of: moment, glance, session).map {
        [Run(moment.at.at.timeOfDayText + "  ", "text.dim"), Run($0)]
      }
    }
  }

  private func words(of moment: Glance.Moment, _ glance: Glance, _ session: SessionWatch) -> String? {
    func name(_ juror: String) -> String { session.plan.juror(juror)?.shortName ?? juror }
    switch moment.event {
    case .candidateAbsent: return t("candidat noté absent", "candidate recorded as absent")
    case .candidateArrived: return t("candidat arrivé", "candidate arrived")
    case .jurorPresent(let juror, let isPresent):
      return name(juror) + (isPresent ? t(" présent", " present") : t(" parti", " left"))
    case .tieTold(let juror, _): return name(juror) + t(" ne siège pas : lien déclaré", " does not sit: tie declared")
    case .clock(.started): return t("début de l'oral", "the oral starts")
    case .clock(.paused(let reason)): return t("pause : ", "pause: ") + reason
    case .clock(.resumed): return t("reprise", "resumed")
    case .clock(.phaseEntered(let phase)):
      return glance.clock.phases.first { $0.id == phase }?.title ?? phase
    case .clock(.settled(let settlement)):
      return session.line(for: Settlement.Taken(settlement: settlement, at: moment.at), of: glance)(language)
    case .clock(.ended): return t("fin de l'oral", "the oral ends")
    case .clock(.reopened): return t("oral rouvert", "oral reopened")
    case .handedIn: return t("une grille remise", "a grid handed in")
    case .jurorReleased(let juror): return name(juror) + t(" libéré", " released")
    case .handTaken: return t("la conduite change de console", "another console conducts")
    case .gridSealed: return t("grille scellée", "grid sealed")
    case .gridReopened: return t("grille rouverte", "grid reopened")
    case .gridSigned(let juror): return t("signé par ", "signed by ") + name(juror)
    case .signatureRefused(let juror): return name(juror) + t(" refuse de signer", " refuses to sign")
    case .messageAcknowledged(let message):
      let text = session.day.messages.first { $0.n == message }?.text ?? ""
      return t("message vu : ", "message seen: ") + text
    case .identityChecked, .clock(.assessmentEntered), .criterionTouched, .competencyTouched, .silent: return nil
    }
  }
}
