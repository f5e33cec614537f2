import Evaluation

extension Plan {
  /// What is no real session says so on every page, whatever else has room there; nil for a real one.
  var watermark: Phrase? {
    isMock ? .mockOral : isSample ? .sample : nil
  }
}

extension Phrase {
  static let mockOral = Phrase("ORAL BLANC", "MOCK ORAL")
  static let sample = Phrase("EXEMPLE", "SAMPLE")
}
