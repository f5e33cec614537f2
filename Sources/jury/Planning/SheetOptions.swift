import ArgumentParser
import Evaluation
import Store

/// The CSV files that a command takes, and how to read them.
struct SheetOptions: ParsableArguments {
  @Option(
    help: .told(
      "Candidats d'un tableur : fichier CSV, ses propres titres reconnus.",
      "Candidates from a spreadsheet: a CSV file, its own headings matched.", valueName: "file"))
  var candidates: String?

  @Option(help: .told("Jurés d'un tableur : fichier CSV.", "Jurors from a spreadsheet: a CSV file.", valueName: "file"))
  var jurors: String?

  @Option(
    help: .told(
      "Éléments de preuve des Livrets 2 (VAE) : fichier CSV, une ligne par preuve.",
      "Evidence from Livret 2 dossiers (VAE): a CSV file, a line a piece.", valueName: "file"))
  var evidence: String?

  @Option(
    help: .told(
      "Encodage des CSV, quand il est mal deviné.", "The CSVs' encoding, when it is guessed wrong."))
  var encoding: SheetText.Encoding?

  @Option(
    help: .told(
      "Épreuve des candidats dont le CSV n'en dit pas : title, block1…",
      "Format of candidates of whom the CSV says none: title, block1…"))
  var format: String?

  @Option(
    help: .told(
      "Minutes d'un entretien VAE dont le CSV n'en dit pas : le règlement n'en donne pas.",
      "Minutes of a VAE interview of which the CSV says none: the règlement gives none.", valueName: "minutes"))
  var interview: Int?

  var isEmpty: Bool { candidates == nil && jurors == nil && evidence == nil }

  /// Asks for the files, where none was given, an empty answer being none; then for what they lack.
  mutating func ask(_ questions: Questions) throws(Refusal) {
    func file(_ question: Phrase) throws(Refusal) -> String? {
      try questions.ask(question, usual: "") { answer in
        guard !answer.isEmpty else { return .success(nil) }
        let isFile = (try? SystemDisk().status(of: Session.absolute(answer)))?.isFile == true
        return isFile ? .success(answer) : .failure(.init(Phrase("ce fichier n'existe pas", "there is no such file")))
      }
    }
    jurors = try file(Phrase("Jurés : fichier CSV (vide : plus tard)", "Jurors: a CSV file (empty: later)"))
    candidates = try file(Phrase("Candidats : fichier CSV (vide : plus tard)", "Candidates: a CSV file (empty: later)"))
    guard let candidates, interview == nil, lacksInterview(candidates) else { return }
    interview = try questions.ask(
      Phrase(
        "Minutes d'un entretien VAE (ni le CSV ni le règlement n'en donnent)",
        "Minutes of a VAE interview (neither the CSV nor the règlement gives them)")
    ) { answer in
      CandidateSheet.minutes(answer).map(Result.success)
        ?? .failure(.init(Phrase("des minutes, de 1 à 600", "minutes, from 1 to 600")))
    }
  }

  /// What is wrong with the file is told when it is taken.
  private func lacksInterview(_ path: String) -> Bool {
    let lacks = try? CandidateSheet.lacksInterview(Self.bytes(of: path), path: path, encoding: encoding)
    return lacks ?? false
  }

  /// The plan with these files' people, and what to tell of them.
  ///
  /// - Throws: ``Refusals`` that list every faulty line of both files; then the plan is as it was.
  func taken(into plan: Plan, _ referential: Referential) throws -> (plan: Plan, told: [Phrase]) {
    if let format, referential.format(format) == nil {
      let known = referential.formats.map(\.id).joined(separator: ", ")
      throw Refusal(
        Phrase("--format « \(format) » est inconnu", "--format “\(format)” is unknown"),
        hint: Phrase("Un parmi : \(known).", "One of: \(known)."), code: .usage)
    }
    if let interview, !(1...600).contains(interview) {
      throw Refusal(Phrase("--interview : 1 à 600 minutes", "--interview: 1 to 600 minutes"), code: .usage)
    }
    var imported = PlanImport(plan)
    var refusals: [Refusal] = []
    func attempt(_ read: () throws -> Void) throws {
      do { try read() } catch let many as Refusals { refusals += many.all } catch let one as Refusal {
        refusals.append(one)
      }
    }
    // Jurors first: candidates' ties name them.
    try attempt {
      guard let jurors else { return }
      imported.take(
        try JurorSheet(try Self.bytes(of: jurors), path: jurors, encoding: encoding, known: plan.jury))
    }
    try attempt {
      guard let candidates else { return }
      let setting = CandidateSheet.Setting(
        plan: plan.candidates, referential: referential, format: format, interviewMinutes: interview)
      imported.take(
        try CandidateSheet(try Self.bytes(of: candidates), path: candidates, encoding: encoding, setting: setting))
    }
    try attempt {
      // Of candidates of this very import, too.
      guard let evidence, refusals.isEmpty else { return }
      imported.take(
        try EvidenceSheet(
          try Self.bytes(of: evidence), path: evidence, encoding: encoding, candidates: imported.plan.candidates,
          referential: referential))
    }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    return (imported.plan, imported.told)
  }

  private static func bytes(of path: String) throws(Refusal) -> [UInt8] {
    try told { () throws(StoreFault) in try SystemDisk().contents(of: Session.absolute(path), limit: 16 << 20) }
  }
}

extension SheetText.Encoding: ExpressibleByArgument {}
