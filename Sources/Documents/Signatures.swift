import Evaluation

/// The signatures on a document, signer by signer: signed, refused, or awaited.
struct Signatures {
  let signers: [Signer]
  let signatures: [SignatureFact]
  let refusals: [SigningRefusalFact]

  /// How many of the required signers have signed.
  var signedCount: Int { signers.count { standing(of: $0)?.isValid == true } }

  /// Whether one of them refused to.
  var isRefused: Bool { signers.contains { refusal(of: $0) != nil } }

  /// Why the document is not simply signed; nil when it is.
  var watermark: Document.Watermark? {
    if isRefused { return .refused }
    if signedCount == 0 { return .unsigned }
    return signedCount < signers.count ? .partlySigned : nil
  }

  /// « Date et signatures de l'ensemble des membres du jury » (annex 3): every required signer, signed or not.
  var gridTable: Document.Table {
    Document.Table(
      [
        .init("Juré", share: 18), .init("Qualité", share: 14), .init("Fonction", share: 22),
        .init("Date et signature", label: "Signature", share: 24),
        .init("Empreinte de la clé", label: "Clé", share: 22),
      ],
      rows: signers.map { signer in
        [
          [.paragraph("", lead: signer.name)], [.paragraph(signer.capacity)],
          [.paragraph("\(signer.post), \(signer.company)")], cell(of: signer),
          [.code(signer.thumbprint)],
        ]
      })
  }

  /// What stands where a signer signs.
  func cell(of signer: Signer) -> [Document.Part] {
    if let refusal = refusal(of: signer) {
      let text = "le \(date(refusal.at)), motif\u{A0}: \(refusal.reason)"
      return [.paragraph(text, lead: "A refusé de signer")]
    }
    guard let fact = standing(of: signer) else { return [.choice([.init("en attente", isTaken: false)])] }
    guard fact.isValid else { return [.paragraph("signature non valide", lead: "!")] }
    return [.choice([.init("signé le \(date(fact.at))", isTaken: true)])]
  }

  private func date(_ text: String) -> String { WallTime(text).map(moment) ?? text }

  /// What stands for a signer: their valid signature if there is one, else an invalid one that claims to be.
  private func standing(of signer: Signer) -> SignatureFact? {
    let own = signatures.filter { $0.juror == signer.juror }
    return own.first { $0.isValid && $0.thumbprint == signer.thumbprint } ?? own.first { !$0.isValid }
  }

  /// A signature proves itself; a refusal does not.
  private func refusal(of signer: Signer) -> SigningRefusalFact? {
    standing(of: signer)?.isValid == true ? nil : refusals.first { $0.juror == signer.juror }
  }
}
