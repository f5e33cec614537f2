import Evaluation

/// A signature on a grid, as it was verified.
public struct SignatureFact: Equatable, Sendable {
  public var juror: String
  /// RFC 3339, as signed.
  public var at: String
  public var thumbprint: String
  public var isValid: Bool

  public init(juror: String, at: String, thumbprint: String, isValid: Bool) {
    self.juror = juror
    self.at = at
    self.thumbprint = thumbprint
    self.isValid = isValid
  }
}

/// A refusal to sign a grid, as its file has it.
public struct SigningRefusalFact: Equatable, Sendable {
  public var juror: String
  /// RFC 3339.
  public var at: String
  public var reason: String

  public init(juror: String, at: String, reason: String) {
    self.juror = juror
    self.at = at
    self.reason = reason
  }
}

/// The individual evaluation grid, in annex 3's layout.
public enum GridDocument {
  public enum State: Sendable {
    /// Not sealed yet: what would be.
    case draft
    case sealed
    /// Taken back by the jury.
    case void
  }

  /// - Parameters:
  ///   - referential: the one whose digest the grid names.
  ///   - digest: SHA-256 of the payload that is signed, base64url; empty for a draft.
  ///   - signatures: as verified against the grid's signers.
  ///   - refusals: of those who are to sign; one by somebody whose valid signature is there does not count.
  public static func document(
    grid: Grid, referential: Referential, digest: String, signatures: [SignatureFact],
    refusals: [SigningRefusalFact] = [], state: State
  ) -> Document {
    let signing = Signatures(signers: grid.signers, signatures: signatures, refusals: refusals)
    let name = "\(grid.family.uppercased()) \(grid.given)"
    let print = digest.isEmpty ? "non scellée" : "SHA-256 \(digest)"
    return Document(
      title: "Grille d'évaluation individuelle RNCP", subtitle: referential.certification.gridTitle,
      watermarks: watermarks(grid, signing, state),
      header: "\(name) · Grille d'évaluation individuelle · \(grid.certification)", footer: "Grille \(print)",
      blocks: [.facts(identity(of: grid, referential))]
        + GridBlocks(grid: grid, referential: referential).blocks
        + [.heading("Décision du jury"), .part(decision(of: grid))]
        + [.heading(commentHeading(of: grid)), .part(.paragraph(grid.comment.isEmpty ? "Aucun." : grid.comment))]
        + grid.reservations.map { .part(reservation($0, in: grid)) }
        + [
          .heading("Date et signatures de l'ensemble des membres du jury"),
          .table(signing.gridTable),
        ]
        + [.heading("Authenticité"), .facts(authenticity(of: grid, digest: digest))])
  }

  private static func identity(of grid: Grid, _ referential: Referential) -> [Document.Fact] {
    var facts = [
      Document.Fact("Date de session", dates(from: grid.from, to: grid.to)),
      Document.Fact("Nom du candidat", grid.family),
      Document.Fact("Prénom du candidat", grid.given),
      Document.Fact("Voie d'accès", grid.route == .vae ? "VAE" : "Formation"),
      Document.Fact("Épreuve orale", referential.format(grid.format)?.title ?? "Entretien VAE"),
      Document.Fact("Certification", "\(referential.certification.title) (\(grid.certification))"),
      Document.Fact("Centre", grid.centre),
    ]
    if grid.edition > 1 {
      let previous = grid.edition == 2 ? "la précédente est annulée" : "les précédentes sont annulées"
      facts.append(Document.Fact("Édition", "\(grid.edition)e édition, \(previous)"))
    }
    return facts
  }

  /// « Admis – Non admis – Admission partielle »: annex 3's order; for VAE annex 5's four outcomes.
  private static func decision(of grid: Grid) -> Document.Part {
    let decision = grid.decision
    if grid.route == .vae {
      return .choice(
        Decision.all(on: .vae).map { .init($0.phrase(on: .vae).fr, isTaken: decision == $0) })
    }
    return .choice([
      .init("Admis", isTaken: decision == .admitted), .init("Non admis", isTaken: decision == .notAdmitted),
      .init("Admission partielle", isTaken: decision == .partial),
    ])
  }

  /// What the comment is, where annex 5 says what it must be.
  private static func commentHeading(of grid: Grid) -> String {
    switch (grid.route, grid.decision) {
    case (.vae, .partial): "Compétences ou expériences à acquérir pour valider totalement le titre"
    case (.vae, .notAdmitted): "Motifs de la non-validation"
    default: "Commentaires"
    }
  }

  /// « Réserve de Marc ROUX : … », « Réserve d'Amina BENALI : … »
  private static func reservation(_ reservation: Grid.Reservation, in grid: Grid) -> Document.Part {
    let name = grid.signers.first { $0.juror == reservation.juror }?.name ?? reservation.juror
    let isElided = name.first.map { "AÀÂEÉÈÊËIÎÏOÔŒUÛ".contains($0) } ?? false
    return .paragraph(reservation.text, lead: "Réserve \(isElided ? "d'" : "de ")\(name)\u{A0}:")
  }

  private static func authenticity(of grid: Grid, digest: String) -> [Document.Fact] {
    [
      Document.Fact("Grille", digest.isEmpty ? .note("pas encore scellée") : .code(digest)),
      Document.Fact("Référentiel", .code(grid.referential)),
      Document.Fact("Session", "\(grid.sessionTitle) (\(grid.session))"),
      Document.Fact("Scellée le", moment(grid.sealedAt)),
      Document.Fact("Édition", grid.edition == 1 ? "1re" : "\(grid.edition)e"),
      Document.Fact("Empreintes", "SHA-256, base64url ; « jury verify » les contrôle, et les signatures."),
    ]
  }

  private static func watermarks(_ grid: Grid, _ signing: Signatures, _ state: State) -> [Document.Watermark] {
    var marks: [Document.Watermark] = []
    if grid.isSample { marks.append(.sample) }
    if grid.isMock { marks.append(.mock) }
    switch state {
    case .void: marks.append(.void)
    case .draft: marks.append(.unsigned)
    case .sealed: if let mark = signing.watermark { marks.append(mark) }
    }
    return marks
  }
}

/// « 1er décembre 2026 », or « du … au … » for a session of several days.
func dates(from: CalendarDate, to: CalendarDate) -> String {
  from == to ? from.longText(.fr) : "du \(from.longText(.fr)) au \(to.longText(.fr))"
}

/// « 1er décembre 2026 à 11:42:07 (UTC+01:00) ».
func moment(_ time: WallTime) -> String {
  "\(time.date.longText(.fr)) à \(time.timeOfDayText) (UTC\(time.text.suffix(6)))"
}
