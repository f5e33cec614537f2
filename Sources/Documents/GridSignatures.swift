import Evaluation

/// « Date et signatures de l'ensemble des membres du jury »: every required signer, signed or not.
struct GridSignatures {
  let grid: Grid
  let signatures: [SignatureFact]

  var table: Document.Table {
    Document.Table(
      [
        .init("Juré", share: 18), .init("Qualité", share: 14), .init("Fonction", share: 22),
        .init("Date et signature", label: "Signature", share: 24),
        .init("Empreinte de la clé", label: "Clé", share: 22),
      ],
      rows: grid.signers.map { signer in
        [
          [.paragraph("", lead: signer.name)], [.paragraph(signer.capacity)],
          [.paragraph("\(signer.post), \(signer.company)")], signature(of: signer),
          [.code(signer.thumbprint)],
        ]
      })
  }

  private func signature(of signer: Grid.Signer) -> [Document.Part] {
    guard let fact = Self.standing(of: signer, among: signatures) else {
      return [.choice([.init("en attente", isTaken: false)])]
    }
    guard fact.isValid else { return [.paragraph("signature non valide", lead: "!")] }
    let date = WallTime(fact.at).map(moment) ?? fact.at
    return [.choice([.init("signé le \(date)", isTaken: true)])]
  }

  /// What stands for a signer: their valid signature if there is one, else an invalid one that claims to be.
  static func standing(of signer: Grid.Signer, among signatures: [SignatureFact]) -> SignatureFact? {
    let own = signatures.filter { $0.juror == signer.juror }
    return own.first { $0.isValid && $0.thumbprint == signer.thumbprint } ?? own.first { !$0.isValid }
  }
}
