import Documents
import Evaluation

extension PackageManifest {
  /// The message that carries the whole package to the certifier's committee: the same bytes for the same files.
  ///
  /// - Parameter contents: by name, the bytes of every file of the manifest.
  func message(_ contents: [String: [UInt8]]) -> MailMessage {
    let names = files.map(\.name)
    let attachments = (names + [Self.name]).map { name in
      MailMessage.Attachment(
        name: name, type: name.hasSuffix(".pdf") ? "application/pdf" : "application/json",
        bytes: name == Self.name ? bytes : contents[name] ?? [])
    }
    return MailMessage(
      from: from.map { .init(name: "", address: $0) }, to: .init(name: toName, address: toAddress),
      subject: "\(title) : grilles d'évaluation et procès-verbal signés", date: at, body: body(names),
      attachments: attachments, boundary: "jury-\(Self.hexadecimal(bytes).prefix(24))")
  }

  private func body(_ names: [String]) -> String {
    """
    Bonjour,

    Veuillez trouver ci-joint les grilles d'évaluation individuelle et le procès-verbal de jury de la session
    « \(title) » (\(session)), en PDF et en JSON signé, avec leur bordereau.

    Pièces jointes :
    \(names.map { "- \($0)" }.joined(separator: "\n"))
    - \(Self.name) (empreintes SHA-256)

    """
  }
}
