import Evaluation
import JSON

extension AgreementReport {
  /// For scripts: the same in every language, shares and kappa as exact ratios.
  var json: JSON {
    .object([
      "certification": .string(certification),
      "sessions": .array(
        orals.map {
          .object(["id": .string($0.session), "orals": .int($0.counted), "leftOut": .int($0.leftOut)])
        }),
      "whole": .members(whole.figures), "assessments": .array(assessments.map(\.json)),
      "criteria": .array(criteria.map(\.json)),
    ])
  }
}

extension AgreementReport.Part {
  fileprivate var json: JSON {
    .members((agreement.figures + [JSON.Member("id", .string(id))]).sorted { $0.key < $1.key })
  }
}

extension Agreement {
  fileprivate var figures: [JSON.Member] {
    JSON.object([
      "share": percent?.json ?? .null, "pairs": .int(pairs), "agreeingPairs": .int(agreeingPairs),
      "items": .int(items), "leftOut": .int(leftOut), "jurors": jurors.map(JSON.int) ?? .null, "kappa": kappa.json,
    ]).members ?? []
  }
}

extension Kappa {
  /// A value with its method, or neither and the reason.
  fileprivate var json: JSON {
    switch self {
    case .value(let ratio, let method): .object(["value": ratio.json, "method": .string(method.rawValue)])
    case .tooFew: Self.none("too-few")
    case .undefined: Self.none("undefined")
    case .unequalJuries: Self.none("unequal-juries")
    }
  }

  private static func none(_ reason: String) -> JSON {
    .object(["value": .null, "method": .null, "reason": .string(reason)])
  }
}

extension Ratio {
  fileprivate var json: JSON { .object(["numerator": .int(numerator), "denominator": .int(denominator)]) }
}
