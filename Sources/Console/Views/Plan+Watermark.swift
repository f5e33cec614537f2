import Evaluation

extension Plan {
  /// What is no real session says so on every page, whatever else has room there; nil for a real one.
  var watermark: Phrase? {
    isMock ? Phrase("ORAL BLANC", "MOCK ORAL") : isSample ? Phrase("EXEMPLE", "SAMPLE") : nil
  }
}
