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
  /// The item under the cursor: what is missing, then the proposals, then the lines written.
  var index = 0

  public init(session: Int, missing: [MinutesObstacle], proposals: [String]) {
    self.session = session
    self.missing = missing
    self.proposals = proposals
  }
}

extension ClosingPage {
  /// The proposal under the cursor.
  var proposal: String? {
    let place = index - missing.count
    return proposals.indices.contains(place) ? proposals[place] : nil
  }

  /// How many items there are with these observations.
  func count(with observations: String) -> Int {
    missing.count + proposals.count + observations.split(separator: "\n", omittingEmptySubsequences: false).count
  }

  /// Whether a proposal stands in a text already.
  static func holds(_ text: String, _ proposal: String) -> Bool {
    text.contains(proposal)
  }

  /// A text with more lines after its own.
  static func adding(_ lines: [String], to text: String) -> String {
    ((text.isEmpty ? [] : [text]) + lines).joined(separator: "\n")
  }
}
