import Evaluation

extension Session {
  /// What its orals whose grids are complete and intact bring to statistics.
  func samples() throws(Refusal) -> [OralSample] {
    let closing = try closing(Day())
    return closing.orals.compactMap { oral in
      guard case .complete(let grid, _) = closing.grids[oral.candidate.id] else { return nil }
      return oral.sample(grid)
    }
  }
}

extension Statistics {
  /// The statistics of sessions of one certification.
  ///
  /// - Parameter sessions: one at least.
  /// - Throws: bad data when they do not have one certification and referential, or one is a
  ///   rehearsal; a usage error when one comes twice; what reading them throws.
  static func of(_ sessions: [Session]) throws(Refusal) -> Statistics {
    guard let first = sessions.first else { preconditionFailure("a session at least") }
    var ids: Set<String> = []
    for session in sessions {
      if let refusal = session.refusalOfMixing(with: first) { throw refusal }
      if !ids.insert(session.plan.id).inserted { throw session.refusalOfCountingTwice }
    }
    return try LongWork.run(steps: sessions.count) { (work: inout LongWork) throws(Refusal) in
      var samples: [OralSample] = []
      for session in sessions {
        try work.step(session.plan.title)
        samples += try session.samples()
      }
      return Statistics(samples, sessions: sessions.count, referential: first.referential)
    }
  }
}
