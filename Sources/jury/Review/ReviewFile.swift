import Evaluation
import JSON
import Store

/// A review and where the candidate's own judgement of it is kept: in its own file, or, while it is read from a session,
/// among this user's state; never in the session.
struct ReviewFile {
  private(set) var review: Review
  /// Nil where the user has no home: the judgement lasts as long as the console.
  private let path: String?
  private let isWhole: Bool

  /// Of a `.review.json`: nothing else is needed to read it.
  init(path: String) throws(Refusal) {
    let bytes = try told { () throws(StoreFault) in try SystemDisk().contents(of: path, limit: Self.limit) }
    let json = try Session.parse(bytes, at: path)
    do throws(Refusal) { review = try Review(json: json) } catch { throw error.inside(path, holding: bytes) }
    self.path = path
    isWhole = true
  }

  /// One that is not on disk yet.
  init(_ review: Review, path: String) {
    (self.review, self.path, isWhole) = (review, path, true)
  }

  /// Of a candidate's oral in a session, with what this user's state has of their judgement.
  ///
  /// - Parameter state: this user's directory, nil without one.
  init(of candidate: Candidate, in session: Session, state: String?) throws(Refusal) {
    review = try session.oral(of: candidate).review()
    path = state.map { "\($0)/reviews/\(StateDirectory.name(ofSession: session.plan.id)).\(candidate.id).json" }
    isWhole = false
    guard let path, let bytes = try? SystemDisk().contents(of: path, limit: Self.limit) else { return }
    review.judgement = try SelfJudgement(json: try Session.parse(bytes, at: path))
  }

  /// Keeps the candidate's judgement; durable when it returns.
  mutating func keep(_ judgement: SelfJudgement) throws(Refusal) {
    review.judgement = judgement
    guard let path else {
      throw Refusal(
        Phrase(
          "HOME n'est pas défini, il n'y a pas où garder vos réponses", "HOME is not set: nowhere to keep your answers"),
        code: .config)
    }
    try write(isWhole ? review.json : judgement.json, to: path)
  }

  /// Puts a whole review on disk; durable when it returns.
  func keep() throws(Refusal) {
    if let path { try write(review.json, to: path) }
  }

  private func write(_ json: JSON, to path: String) throws(Refusal) {
    try told { () throws(StoreFault) in
      if !isWhole, let slash = path.lastIndex(of: "/") { try SessionDirectory(String(path[..<slash])).create() }
      try SystemDisk().replace(path, with: Array(json.readableText.utf8))
    }
  }

  /// 16 MiB: a review is some tens of kilobytes.
  private static let limit = 16 << 20
}
