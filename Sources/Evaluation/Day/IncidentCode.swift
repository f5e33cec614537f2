/// The kinds of incident, as on screen and in the minutes. The règlement has no such list: it is this program's, so that
/// the same thing is written the same way on every day.
public enum IncidentCode: String, Sendable, CaseIterable {
  case candidateLate, jurorLate, jurorAbsent, identityInDoubt, deliverableMissing
  case network, equipment, remoteLink, noise, evacuation, illness
  case conduct, tieDeclared, other

  /// What paper calls it: `I06`.
  public var number: String {
    let index = (Self.allCases.firstIndex(of: self) ?? 0) + 1
    return index < 10 ? "I0\(index)" : "I\(index)"
  }

  public var phrase: Phrase {
    switch self {
    case .candidateLate: Phrase("retard du candidat", "late candidate")
    case .jurorLate: Phrase("retard d'un juré", "late juror")
    case .jurorAbsent: Phrase("absence d'un juré", "absent juror")
    case .identityInDoubt: Phrase("identité non établie", "identity not established")
    case .deliverableMissing: Phrase("livrable absent ou illisible", "deliverable missing or unreadable")
    case .network: Phrase("coupure réseau", "network failure")
    case .equipment: Phrase("panne de matériel", "equipment failure")
    case .remoteLink: Phrase("coupure de la visioconférence", "video link lost")
    case .noise: Phrase("bruit ou intrusion", "noise or intrusion")
    case .evacuation: Phrase("évacuation", "evacuation")
    case .illness: Phrase("malaise", "illness")
    case .conduct: Phrase("comportement ou soupçon de fraude", "conduct or suspected fraud")
    case .tieDeclared: Phrase("lien déclaré, récusation", "declared tie, recusal")
    case .other: Phrase("autre", "other")
    }
  }

  /// Whether it cuts an oral: the jury's president is asked what follows.
  public var interrupts: Bool {
    switch self {
    case .network, .equipment, .remoteLink, .noise, .evacuation, .illness: true
    default: false
    }
  }
}
