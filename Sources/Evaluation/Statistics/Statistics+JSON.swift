import JSON

extension Statistics {
  /// For scripts: the same in every language; null where a group is too small.
  public func json(certification: String) -> JSON {
    .object([
      "format": "jury-stats/1", "certification": .string(certification), "sessions": .int(sessions),
      "leastGroup": .int(Self.leastGroup), "orals": orals.map(JSON.int) ?? .null,
      "decisions": .array(decisions.map(\.json)), "blocks": .array(blocks.map(\.json)),
      "competencies": .array(competencies.map(\.json)), "missing": .array(missing.map(\.json)),
      "phases": .array(times.map(\.json)),
    ])
  }
}

extension Statistics.Rate {
  fileprivate var json: JSON {
    .object([
      "id": .string(id), "candidates": candidates.map(JSON.int) ?? .null, "percent": percent.map(JSON.int) ?? .null,
    ])
  }
}

extension Statistics.Time {
  fileprivate var json: JSON {
    .object([
      "format": format.map(JSON.string) ?? .null, "phase": .string(phase),
      "candidates": candidates.map(JSON.int) ?? .null,
      "plannedSeconds": planned.map(JSON.int) ?? .null, "spentSeconds": spent.map(JSON.int) ?? .null,
    ])
  }
}
