import Evaluation

/// The minutes of a session, in annex 4's layout: its four parts, and a place for the centre's stamp.
public enum MinutesDocument {
  public enum State: Sendable {
    /// Not sealed yet: what would be.
    case draft
    case sealed
    /// Taken back by the manager.
    case void
  }

  /// - Parameters:
  ///   - referential: the one whose digest the minutes name.
  ///   - digest: SHA-256 of the payload that is signed, base64url; empty for a draft.
  ///   - signatures: as verified against the minutes' signers.
  public static func document(
    minutes: Minutes, referential: Referential, digest: String, signatures: [SignatureFact],
    refusals: [SigningRefusalFact] = [], state: State
  ) -> Document {
    let signing = Signatures(signers: minutes.signers, signatures: signatures, refusals: refusals)
    let print = digest.isEmpty ? "non scellé" : "SHA-256 \(digest)"
    return Document(
      title: "Procès-verbal", subtitle: "DÉLIBÉRATION DU JURY",
      watermarks: watermarks(minutes, signing, state),
      header: "\(minutes.sessionTitle) · Procès-verbal · \(minutes.certification)", footer: "Procès-verbal \(print)",
      blocks: [
        .facts(session(of: minutes)), .facts(counts(minutes.counts)),
        .heading("Résultats des délibérations"), .table(candidates(minutes, referential)),
        .heading("Jury"), .table(jury(minutes, signing)),
        .heading("Observations du responsable de session sur le déroulement de la session d'évaluation"),
        .part(.paragraph(minutes.observations.isEmpty ? "À rédiger." : minutes.observations)),
        .facts(manager(minutes, signing)),
        .part(.place("Cachet du centre organisateur de la session")),
        .heading("Authenticité"), .facts(authenticity(of: minutes, digest: digest)),
      ])
  }

  /// Part 1, in annex 4's order.
  private static func session(of minutes: Minutes) -> [Document.Fact] {
    var facts = [
      Document.Fact("Date(s) de passage des évaluations", dates(from: minutes.from, to: minutes.to)),
      Document.Fact("Intitulé de la certification professionnelle", minutes.certificationTitle),
      Document.Fact("N° d'enregistrement RNCP de la certification", minutes.certification),
      Document.Fact("Centre organisateur de la session", minutes.centre.name),
      Document.Fact("Début de la session d'évaluation", minutes.from.longText(.fr)),
      Document.Fact("Fin de la session d'évaluation", minutes.to.longText(.fr)),
      Document.Fact("Adresse du lieu de la session", minutes.centre.address),
    ]
    facts += minutes.links.map { Document.Fact("Lien de la visioconférence en évaluation en distanciel", $0) }
    if minutes.edition > 1 {
      let previous = minutes.edition == 2 ? "la précédente est annulée" : "les précédentes sont annulées"
      facts.append(Document.Fact("Édition", "\(minutes.edition)e édition, \(previous)"))
    }
    return facts
  }

  /// Annex 4 counts all but those registered; section 2.6 counts them too.
  private static func counts(_ counts: Minutes.Counts) -> [Document.Fact] {
    [
      ("inscrits", counts.registered), ("présents", counts.present), ("absents", counts.absent),
      ("admis totalement", counts.admitted), ("admis partiellement", counts.partial), ("refusés", counts.notAdmitted),
    ].map { Document.Fact("Nombre de candidats \($0)", "\($1)") }
  }

  /// Part 2.
  private static func candidates(_ minutes: Minutes, _ referential: Referential) -> Document.Table {
    var table = Document.Table(
      [
        .init("NOM", share: 13), .init("PRÉNOM(S)", label: "Prénom(s)", share: 11), .init("Formation", share: 8),
        .init("VAE", share: 5), .init("Absent.e", share: 7), .init("Refusé.e", share: 7),
        .init("Admis.e totalement", label: "Admis.e tot.", share: 9),
        .init("Admis.e partiellement", label: "Admis.e part.", share: 10),
        .init("Commentaires sur les blocs refusés", label: "Commentaires", share: 30),
      ],
      rows: minutes.rows.map { row in
        let results: [Minutes.Result] = [.absent, .notAdmitted, .admitted, .partial]
        return [
          [.paragraph("", lead: row.family.uppercased())], [.paragraph(row.given)],
          [.tick(row.route == .training)], [.tick(row.route == .vae)],
        ] + results.map { [.tick(row.result == $0)] } + [comments(on: row, referential)]
      })
    table.groups = [
      .init("Identité des candidats inscrits à la session d'évaluation", span: 2),
      .init("Voie d'accès à la certification", span: 2), .init("Décision du jury", span: 5),
    ]
    return table
  }

  private static func comments(on row: Minutes.Row, _ referential: Referential) -> [Document.Part] {
    let refused = row.refusedBlocks.map { refused -> Document.Part in
      let rank = referential.blocks.firstIndex { $0.id == refused.block }.map { $0 + 1 }
      let lead = "Bloc \(rank.map(String.init) ?? refused.block) refusé\(refused.reason.isEmpty ? "." : "\u{A0}:")"
      return .paragraph(refused.reason, lead: lead)
    }
    let comment = row.comment.isEmpty ? [] : [Document.Part.paragraph(row.comment)]
    let outcome = row.outcome.map { [Document.Part.paragraph($0.phrase(on: .vae).fr, lead: "VAE\u{A0}:")] } ?? []
    let parts = outcome + refused + comment
    // An empty cell would carry on the one above.
    return parts.isEmpty ? [.paragraph("")] : parts
  }

  /// Part 3.
  private static func jury(_ minutes: Minutes, _ signing: Signatures) -> Document.Table {
    Document.Table(
      [
        .init("Nom", share: 15), .init("Prénom", share: 13), .init("Poste occupé", label: "Poste", share: 22),
        .init("Entreprise", share: 22), .init("Signature", share: 28),
      ],
      rows: minutes.jury.map { member in
        [
          [.paragraph("", lead: member.family.uppercased())], [.paragraph(member.given)],
          [.paragraph(member.signer.post)], [.paragraph(member.signer.company)], signing.cell(of: member.signer),
        ]
      })
  }

  /// Part 4.
  private static func manager(_ minutes: Minutes, _ signing: Signatures) -> [Document.Fact] {
    var facts = [
      Document.Fact("Nom et prénom du responsable de session", minutes.manager.name),
      Document.Fact("Fonction du responsable de session", minutes.manager.post),
    ]
    let label = "Date et signature du responsable de session, qui n'a pas de voix délibérative"
    facts += signing.cell(of: minutes.manager).map { Document.Fact(label, $0) }
    return facts
  }

  private static func authenticity(of minutes: Minutes, digest: String) -> [Document.Fact] {
    [
      Document.Fact("Procès-verbal", digest.isEmpty ? .note("pas encore scellé") : .code(digest)),
      Document.Fact("Référentiel", .code(minutes.referential)),
      Document.Fact("Session", "\(minutes.sessionTitle) (\(minutes.session))"),
      Document.Fact(digest.isEmpty ? "Établi le" : "Scellé le", moment(minutes.sealedAt)),
      Document.Fact("Édition", minutes.edition == 1 ? "1re" : "\(minutes.edition)e"),
      Document.Fact("Empreintes", "SHA-256, base64url ; « jury verify » les contrôle, et les signatures."),
    ]
  }

  private static func watermarks(_ minutes: Minutes, _ signing: Signatures, _ state: State) -> [Document.Watermark] {
    var marks: [Document.Watermark] = []
    if minutes.isSample { marks.append(.sample) }
    if minutes.isMock { marks.append(.mock) }
    switch state {
    case .void: marks.append(.void)
    case .draft: marks.append(.draft)
    case .sealed: if let mark = signing.watermark { marks.append(mark) }
    }
    return marks
  }
}
