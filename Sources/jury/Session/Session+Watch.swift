import Evaluation
import Store

extension Session {
  /// What the manager may see of a candidate's oral, before any fact.
  func blankGlance(_ candidate: Candidate) throws(Refusal) -> Glance {
    do throws(Refusal) {
      let format = try Oral.format(of: candidate, plan: plan, referential: referential)
      return Glance(of: candidate, format: format, plan: plan, referential: referential)
    } catch {
      throw error.at(directory.plan)
    }
  }
}
