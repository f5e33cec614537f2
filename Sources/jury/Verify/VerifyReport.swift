import Evaluation

/// What verifying found, file by file.
struct VerifyReport {
  /// One grid's file.
  struct GridFile {
    let path: String
    let candidate: String
    /// Nil when the file is no grid.
    let sealed: SealedGrid?
    let findings: [Finding]
    /// Whether it was held against its session.
    let isCompared: Bool
  }

  /// The file of a session's minutes.
  struct MinutesFile {
    let path: String
    /// Nil when the file is no minutes.
    let sealed: Sealed<Minutes>?
    let findings: [Finding]
    let isCompared: Bool
  }

  var grids: [GridFile] = []
  var minutes: MinutesFile?
  /// Files of grids and minutes that were taken back.
  var voids: [String] = []
  /// What stays of a session that was purged; nil for any other.
  var purge: PurgeStatement?
  /// Candidates recorded as absent: they have no grid.
  var absent: [String] = []
  /// Of the session as a whole.
  var findings: [Finding] = []

  var allFindings: [Finding] { grids.flatMap(\.findings) + (minutes?.findings ?? []) + findings }

  /// Complete and intact; never so with nothing verified.
  var stands: Bool { (!grids.isEmpty || minutes != nil || purge != nil) && allFindings.isEmpty }

  /// Finds fault when no file bears a code: what was printed is a witness that no change of files reaches.
  ///
  /// - Parameter seals: what the journals say was sealed: where the file was replaced, and where the journals were.
  mutating func expect(code: String, seals: [SealFact] = []) {
    let codes = grids.compactMap(\.sealed?.digest) + [minutes?.sealed?.digest].compactMap(\.self)
    guard !codes.contains(code) else { return }
    findings.append(Finding(.codeDiffers, code, Self.told(code, seals)))
  }

  private static func told(_ code: String, _ seals: [SealFact]) -> Phrase {
    let (fr, en) = ("aucun fichier ne porte le code imprimé", "no file bears the code that was printed")
    if let seal = seals.last(where: { $0.code == code }) {
      return Phrase(
        "\(fr) ; \(seal.path) dit l'avoir scellé, fait \(seal.n) : le fichier a été remplacé",
        "\(en); \(seal.path) says that it was sealed, fact \(seal.n): the file was replaced")
    }
    guard !seals.isEmpty else { return Phrase(fr, en) }
    return Phrase(
      "\(fr) ; les journaux en scellent d'autres : "
        + seals.map { "\($0.path), fait \($0.n)" }.joined(separator: " ; "),
      "\(en); the journals seal others: " + seals.map { "\($0.path), fact \($0.n)" }.joined(separator: "; "))
  }

  var exitCode: Evaluation.ExitCode? {
    if allFindings.contains(where: { $0.name == .unreadable }) { return .badData }
    return stands ? nil : .notValid
  }
}
