import Evaluation

/// What keeps a session's minutes from being complete, and the manager's observations as they are being written.
///
/// Its law: what it shows of orals is what minutes may say of them, as text: no mark can be in it (law 6).
public struct ClosingPage: Equatable, Sendable {
  public let session: Int
  /// The one list of what is missing, in the order in which one would mend it.
  public let missing: [MinutesObstacle]
  /// Lines proposed for the observations.
  public let proposals: [String]
  /// The proposal under the cursor.
  var index = 0

  public init(session: Int, missing: [MinutesObstacle], proposals: [String]) {
    self.session = session
    self.missing = missing
    self.proposals = proposals
  }
}

extension ClosingPage {
  /// Whether a proposal stands in a text already.
  static func holds(_ text: String, _ proposal: String) -> Bool {
    text.contains(proposal)
  }

  /// A text with more lines after its own.
  static func adding(_ lines: [String], to text: String) -> String {
    ((text.isEmpty ? [] : [text]) + lines).joined(separator: "\n")
  }
}
