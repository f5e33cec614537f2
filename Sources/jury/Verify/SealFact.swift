import Evaluation
import Store

/// What a journal says was sealed: a grid, or the minutes.
struct SealFact: Equatable {
  /// The journal's, in the session's directory.
  let path: String
  let n: Int
  /// The code that is printed on what was sealed.
  let code: String
}

extension Session {
  /// Every seal that the journals tell of; those of a journal that cannot be read are left out.
  var sealFacts: [SealFact] {
    let journals = (try? directory.journals()) ?? []
    return journals.flatMap { journal in
      let lines = (try? directory.read(journal, session: plan.id).lines) ?? []
      return lines.compactMap { line in
        Self.sealedCode(line).map { SealFact(path: path(of: journal.path), n: line.n, code: $0) }
      }
    }
  }

  private static func sealedCode(_ line: Line) -> String? {
    if case .gridSealed(let digest) = Fact(json: line.event)?.event { return digest }
    if case .minutesSealed(let digest) = DayEvent(json: line.event) { return digest }
    return nil
  }
}
