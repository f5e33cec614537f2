@testable import Evaluation

extension Referential {
  /// The program's under other ids.
  ///
  /// - Parameter id: of a competency, from its block's number and its own in that block, both from 1. Its criteria are
  ///   numbered after it, as every referential must.
  static func renamed(_ id: (_ block: Int, _ competency: Int) -> String) -> Referential {
    var referential = rncp37827
    var new: [String: String] = [:]
    for block in referential.blocks.indices {
      for competency in referential.blocks[block].competencies.indices {
        let before = referential.blocks[block].competencies[competency].id
        let name = id(block + 1, competency + 1)
        new[before] = name
        referential.blocks[block].competencies[competency].id = name
        for criterion in referential.blocks[block].competencies[competency].criteria.indices {
          referential.blocks[block].competencies[competency].criteria[criterion].id = "\(name).\(criterion + 1)"
        }
      }
    }
    for assessment in referential.assessments.indices {
      referential.assessments[assessment].competencies = referential.assessments[assessment].competencies.map {
        new[$0] ?? $0
      }
    }
    return referential
  }
}
