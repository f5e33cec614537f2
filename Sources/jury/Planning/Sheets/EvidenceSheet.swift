import Console
import Evaluation
import Store

/// What VAE dossiers put forward, from a CSV file: a line a piece of evidence, of candidates who are in the plan.
struct EvidenceSheet {
  let sheet: PeopleSheet
  /// By candidate, in the file's order.
  let evidence: [String: [Evidence]]

  init(
    _ bytes: [UInt8], path: String, encoding: SheetText.Encoding? = nil, candidates: [Candidate],
    referential: Referential
  ) throws {
    var sheet = try PeopleSheet(
      bytes, path: path, encoding: encoding, columns: SheetColumn.ofEvidence,
      required: [[.id, .family, .name], [.competency], [.mission], [.organisation], [.period]])
    var evidence: [String: [Evidence]] = [:]
    let competencies = Set(referential.competencies.map(\.id))
    for row in sheet.rows {
      var reader = RowReader(row)
      let candidate = Self.candidate(&reader, candidates)
      let competency = reader.needed(
        .competency, { competencies.contains($0.uppercased()) ? $0.uppercased() : nil },
        Phrase("compétence inconnue", "unknown competency"))
      let (mission, organisation) = (reader.text(.mission), reader.text(.organisation))
      let period = reader.text(.period)
      let number = row[.proof] == nil ? nil : reader.text(.proof)
      for fault in reader.faults { sheet.note(row, fault) }
      guard let candidate, let competency, let mission, let organisation, let period else { continue }
      evidence[candidate.id, default: []].append(
        Evidence(
          competency: competency, mission: mission, organisation: organisation, period: period, number: number))
    }
    try sheet.refuseFaults()
    self.sheet = sheet
    self.evidence = evidence
  }

  /// The VAE candidate of a row, by id or by name; a fault when there is none.
  private static func candidate(_ reader: inout RowReader, _ candidates: [Candidate]) -> Candidate? {
    let row = reader.row
    let found: Candidate?
    if let id = row[.id] {
      found = candidates.first { $0.id == id }
    } else {
      guard let (family, given) = reader.name() else { return nil }
      let name = SheetNames.fold(family, given)
      found = candidates.first { SheetNames.fold($0.family, $0.given) == name }
    }
    guard let found else {
      reader.fault(Phrase("ce candidat n'est pas au plan", "this candidate is not in the plan"))
      return nil
    }
    guard found.route == .vae else {
      reader.fault(
        Phrase("\(found.name) n'est pas de la voie VAE", "\(found.name) is not on the VAE route"))
      return nil
    }
    return found
  }
}
