import Evaluation
import Screen

/// Candidates from a CSV file.
struct CandidateSheet {
  let sheet: PeopleSheet
  let candidates: [Candidate]
  /// By candidate, what a column says of jurors, as it is written there.
  let ties: [(candidate: String, kind: Tie.Kind, names: [String])]
  /// What was taken for granted, to be told.
  let notes: [Phrase]

  /// What the plan adds to the sheet.
  struct Setting {
    var plan: [Candidate] = []
    var referential: Referential
    /// For candidates of whom the sheet says none.
    var format: String?
    /// Minutes of a VAE interview of which the sheet says none.
    var interviewMinutes: Int?
  }

  init(_ bytes: [UInt8], path: String, encoding: SheetText.Encoding? = nil, setting: Setting) throws {
    var sheet = try Self.read(bytes, path: path, encoding: encoding)
    var names = SheetNames(setting.plan.map { ($0.id, $0.family, $0.given) })
    var candidates: [Candidate] = []
    var ties: [(candidate: String, kind: Tie.Kind, names: [String])] = []
    for row in sheet.rows {
      var reader = RowReader(row)
      let candidate = Self.candidate(&reader, &names, setting)
      for fault in reader.faults { sheet.note(row, fault) }
      guard let candidate else { continue }
      candidates.append(candidate)
      let columns: [(SheetColumn, Tie.Kind)] = [
        (.trainers, .training), (.professionalTies, .professional), (.personalTies, .personal),
      ]
      for (column, kind) in columns {
        if let cell = row[column] { ties.append((candidate.id, kind, SheetValue.list(cell))) }
      }
    }
    try sheet.refuseFaults()
    self.sheet = sheet
    self.candidates = candidates
    self.ties = ties
    notes = Self.notes(sheet)
  }

  /// Whether the interview of a VAE candidate has no length there: it is to be asked for.
  static func lacksInterview(_ bytes: [UInt8], path: String, encoding: SheetText.Encoding?) throws -> Bool {
    try read(bytes, path: path, encoding: encoding).rows.contains { row in
      row[.route].flatMap(route) == .vae && row[.format] == nil && row[.interview] == nil
    }
  }

  private static func read(_ bytes: [UInt8], path: String, encoding: SheetText.Encoding?) throws -> PeopleSheet {
    try PeopleSheet(
      bytes, path: path, encoding: encoding, columns: SheetColumn.ofCandidates,
      required: [[.family, .name], [.given, .name]])
  }

  private static func candidate(
    _ reader: inout RowReader, _ names: inout SheetNames, _ setting: Setting
  ) -> Candidate? {
    guard let (family, given) = reader.name(), let id = reader.id(&names, family: family, given: given) else {
      return nil
    }
    let before = setting.plan.first { $0.id == id }
    var candidate =
      before
      ?? Candidate(
        id: id, family: family, given: given, route: .training, format: nil, interviewMinutes: nil, extraMinutes: 0,
        heldBlocks: [])
    candidate.family = family
    candidate.given = given
    if let route = reader.value(.route, Self.route, Phrase("voie d'accès inconnue", "unknown route")) {
      candidate.route = route
    }
    reader.blocks(.held, setting.referential).map { candidate.heldBlocks = $0 }
    reader.blocks(.asked, setting.referential).map { candidate.askedBlocks = $0 }
    reader.value(.deliverables, SheetValue.date, Phrase("date illisible (jj/mm/aaaa)", "unreadable date (dd/mm/yyyy)"))
      .map { candidate.deliverablesOn = $0 }
    Self.dossier(&reader, &candidate)
    Self.oral(&reader, &candidate, setting)
    return candidate
  }

  /// How many of each piece a VAE dossier holds: a number, or yes and no.
  private static func dossier(_ reader: inout RowReader, _ candidate: inout Candidate) {
    for piece in DossierList.Piece.allCases {
      guard let column = SheetColumn(rawValue: piece.rawValue) else { continue }
      let count = reader.value(
        column,
        { cell in Int(cell).flatMap { (0...999).contains($0) ? $0 : nil } ?? SheetValue.flag(cell).map { $0 ? 1 : 0 } },
        Phrase("un nombre, oui ou non attendus", "a number, yes or no expected"))
      guard let count else { continue }
      var list = candidate.dossier ?? DossierList()
      list.counts[piece] = count
      candidate.dossier = list
    }
  }

  /// The oral: a format, or for VAE an interview; then its extra time.
  private static func oral(_ reader: inout RowReader, _ candidate: inout Candidate, _ setting: Setting) {
    let referential = setting.referential
    if let cell = reader.row[.format] {
      guard let format = Self.format(cell, referential) else {
        let known = referential.formats.map(\.title).joined(separator: ", ")
        return reader.fault(.format, cell, Phrase("épreuve inconnue (\(known))", "unknown format (\(known))"))
      }
      candidate.format = format
    } else if candidate.route == .training, candidate.format == nil {
      candidate.format = candidate.askedBlocks.flatMap { Self.format(of: $0, referential) } ?? setting.format
    }
    if let minutes = reader.value(
      .interview, Self.minutes, Phrase("durée illisible (60 min, 1h00)", "unreadable length"))
    {
      candidate.interviewMinutes = minutes
    }
    if candidate.route == .vae, candidate.format == nil, candidate.interviewMinutes == nil {
      candidate.interviewMinutes = setting.interviewMinutes
    }
    guard let length = candidate.format.flatMap(referential.format)?.minutes ?? candidate.interviewMinutes else {
      return reader.fault(
        candidate.route == .vae
          ? Phrase(
            "entretien VAE sans durée : une colonne « Durée de l'entretien », ou --interview (le règlement n'en donne pas)",
            "VAE interview without a length: a column “Interview”, or --interview (the règlement gives none)")
          : Phrase(
            "épreuve manquante : une colonne « Épreuve » ou « Blocs demandés », ou --format",
            "no format: a column “Format” or “Asked blocks”, or --format"))
    }
    guard let cell = reader.row[.extra] else { return }
    guard let extra = Self.extra(cell, of: length) else {
      return reader.fault(.extra, cell, Phrase("minutes, oui ou non attendus", "minutes, yes or no expected"))
    }
    candidate.extraMinutes = extra
  }

  private static func notes(_ sheet: PeopleSheet) -> [Phrase] {
    let thirds = sheet.rows.filter { row in
      row[.extra].map { SheetValue.minutes($0) == nil && Self.extra($0, of: 3) == 1 } ?? false
    }
    let third = Phrase(
      "tiers-temps sans durée : un tiers de l'oral, arrondi à la minute au-dessus (ligne \(thirds.map { String($0.line) }.joined(separator: ", ")))",
      "extra time without a length: a third of the oral, rounded up (line \(thirds.map { String($0.line) }.joined(separator: ", ")))"
    )
    let route = Phrase("pas de colonne « Voie d'accès » : formation", "no column “Route”: training")
    return (thirds.isEmpty ? [] : [third]) + (sheet.columns.contains(.route) ? [] : [route])
  }
}
