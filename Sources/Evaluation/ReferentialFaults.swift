import JSON

extension Referential {
  /// One thing wrong in a referential's file: where, and why.
  public struct Fault: Equatable, Sendable {
    /// The value at fault: `blocks[0].competencies[2].criteria[1].text`; empty when the text is not JSON.
    public let path: JSON.Path
    /// Where the value stands in the file; nil when the referential was not read from a file's bytes.
    public let position: JSON.Position?
    public let reason: Phrase

    public init(path: JSON.Path = JSON.Path(), position: JSON.Position? = nil, reason: Phrase) {
      self.path = path
      self.position = position
      self.reason = reason
    }

    /// The path, with the line when it is known: what a person looks for in an editor.
    public var place: String {
      switch (position, path.steps.isEmpty) {
      case (let position?, true): "\(position.line):\(position.column)"
      case (let position?, false): "\(position.line): \(path)"
      case (nil, _): path.description
      }
    }
  }

  /// Everything that keeps a text from being a referential; never empty.
  public struct Faults: Error, Equatable, Sendable {
    public let all: [Fault]

    /// For a place where one sentence must do: the first fault, and how many there are.
    public var refusal: Refusal {
      let first = all.first
      let reason = first?.reason ?? Phrase("référentiel refusé", "referential refused")
      let hint = Phrase(
        "\(all.count) défaut(s) en tout ; « jury referential check FICHIER » les nomme tous.",
        "\(all.count) fault(s) in all; \"jury referential check FILE\" names each.")
      return Refusal(reason, hint: hint, place: first?.place, code: .badData)
    }
  }
}
