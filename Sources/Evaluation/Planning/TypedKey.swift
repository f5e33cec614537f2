import JSON

/// A public key as people paste it: the JWK that `jury keys export` gives.
private func key(typed text: String) throws(Refusal) -> JSON? {
  if text.isEmpty { return nil }
  guard let value = try? JSON.parse(Array(text.utf8)), value.members != nil, value["d"] == nil else {
    throw Refusal(
      Phrase(
        "collez la clé publique que donne « jury keys export »", "paste the public key that “jury keys export” gives"))
  }
  return value
}

/// The command by which somebody makes their key, to be typed as it stands.
private func command(making id: String, _ name: String) -> String { "jury keys new --juror \(id) --name \"\(name)\"" }

extension Juror {
  /// What they type to make their key.
  public var keyCommand: String { command(making: id, name) }

  /// Their public key as it is pasted; empty when there is none.
  public var keyText: String { key?.text ?? "" }

  /// - Throws: when the text is no public key; an empty one takes it away.
  public mutating func takeKey(typed text: String) throws(Refusal) { key = try Evaluation.key(typed: text) }
}

extension Plan.Manager {
  /// What they type to make their key.
  public var keyCommand: String { command(making: Self.id, name) }

  /// Their public key as it is pasted; empty when there is none.
  public var keyText: String { key?.text ?? "" }

  /// - Throws: when the text is no public key; an empty one takes it away.
  public mutating func takeKey(typed text: String) throws(Refusal) { key = try Evaluation.key(typed: text) }
}
