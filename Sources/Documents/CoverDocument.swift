import Evaluation

/// The cover sheet of a session's package: to whom it goes, and what is in it.
public enum CoverDocument {
  /// A file of the package.
  public struct Piece: Equatable, Sendable {
    public var name: String
    /// « Grille de DURAND Léa ».
    public var title: String
    /// SHA-256, hexadecimal.
    public var digest: String

    public init(name: String, title: String, digest: String) {
      self.name = name
      self.title = title
      self.digest = digest
    }
  }

  /// - Parameter at: when the package was made.
  public static func document(minutes: Minutes, to certification: Certification, pieces: [Piece], at: WallTime)
    -> Document
  {
    let counts = minutes.counts
    return Document(
      title: "Bordereau de transmission", subtitle: "GRILLES D'ÉVALUATION ET PROCÈS-VERBAL",
      watermarks: minutes.isSample ? [.sample] : [],
      header: "\(minutes.sessionTitle) · Bordereau · \(minutes.certification)", footer: "Session \(minutes.session)",
      blocks: [
        .facts([
          .init("Destinataire", certification.committee), .init("Adresse", certification.committeeAddress),
          .init("Certification", "\(minutes.certificationTitle) (\(minutes.certification))"),
          .init("Session", "\(minutes.sessionTitle) (\(minutes.session))"),
          .init("Date de session", dates(from: minutes.from, to: minutes.to)),
          .init("Centre", "\(minutes.centre.name), \(minutes.centre.address)"),
          .init("Responsable", "\(minutes.manager.name), \(minutes.manager.post)"),
          .init(
            "Candidats",
            "\(counts.registered) inscrits : \(counts.admitted) admis, \(counts.partial) admis partiellement, "
              + "\(counts.notAdmitted) refusés, \(counts.absent) absents"),
          .init("Établi le", moment(at)),
        ]),
        .heading("Pièces"),
        .table(
          .init(
            [.init("Fichier", share: 26), .init("Pièce", share: 30), .init("SHA-256", share: 44)],
            rows: pieces.map { [[.paragraph("", lead: $0.name)], [.paragraph($0.title)], [.code($0.digest)]] })),
        .part(
          .note(
            "Le fichier signé fait foi (.json, JWS, RFC 7515) ; le PDF en est la lecture. « jury verify » contrôle l'ensemble."
          )),
      ])
  }
}
