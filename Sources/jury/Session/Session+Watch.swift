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

  /// A journal's lines as the manager may see them.
  ///
  /// - Throws: bad data at `file:line` when a line says no fact.
  func glances(at lines: [Line], journal: String) throws(Refusal) -> [GlanceEntry] {
    try entries(of: lines, journal: journal).map(GlanceEntry.init)
  }
}
