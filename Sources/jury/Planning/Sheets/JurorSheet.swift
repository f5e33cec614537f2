import Evaluation
import JSON
import Screen
import Seal

/// Jurors from a CSV file.
struct JurorSheet {
  let sheet: PeopleSheet
  let jurors: [Juror]
  /// By room, the jurors whom the sheet seats there, rooms in the order in which they come.
  let rooms: [(name: String, jurors: [String])]

  /// - Parameter known: the plan's jurors, whose ids and keys stay.
  init(_ bytes: [UInt8], path: String, encoding: SheetText.Encoding? = nil, known: [Juror] = []) throws {
    var sheet = try PeopleSheet(
      bytes, path: path, encoding: encoding, columns: SheetColumn.ofJurors,
      required: [[.family, .name], [.given, .name], [.post], [.company], [.years], [.external]])
    var names = SheetNames(known.map { ($0.id, $0.family, $0.given) })
    var jurors: [Juror] = []
    var rooms: [(name: String, jurors: [String])] = []
    for row in sheet.rows {
      var reader = RowReader(row)
      let juror = Self.juror(&reader, &names, known)
      for fault in reader.faults { sheet.note(row, fault) }
      guard let juror else { continue }
      jurors.append(juror)
      guard let room = row[.room] else { continue }
      if let index = rooms.firstIndex(where: { $0.name == room }) {
        rooms[index].jurors.append(juror.id)
      } else {
        rooms.append((room, [juror.id]))
      }
    }
    try sheet.refuseFaults()
    self.sheet = sheet
    self.jurors = jurors
    self.rooms = rooms
  }

  private static func juror(_ reader: inout RowReader, _ names: inout SheetNames, _ known: [Juror]) -> Juror? {
    let yesOrNo = Phrase("oui ou non attendu", "yes or no expected")
    let name = reader.name()
    let post = reader.text(.post)
    let company = reader.text(.company)
    let years = reader.needed(
      .years, { SheetValue.years($0).flatMap { (0...70).contains($0) ? $0 : nil } },
      Phrase("un nombre d'années est attendu", "a number of years is expected"))
    let isExternal = reader.needed(.external, SheetValue.flag, yesOrNo)
    let president = reader.value(.president, SheetValue.flag, yesOrNo)
    let substitute = reader.value(.substitute, SheetValue.flag, yesOrNo)
    let documents = reader.value(
      .documents, SheetValue.date, Phrase("date illisible (jj/mm/aaaa)", "unreadable date (dd/mm/yyyy)"))
    let key = reader.value(.key, Self.key, Phrase("ce n'est pas une clé publique (JWK)", "no public key (JWK)"))
    guard let (family, given) = name, let id = reader.id(&names, family: family, given: given), let post, let company,
      let years, let isExternal
    else { return nil }
    let before = known.first { $0.id == id }
    let role = reader.row[.role].map(Folding.fold)
    return Juror(
      id: id, family: family, given: given, post: post, company: company, years: years, isExternal: isExternal,
      isPresident: president ?? role.map { $0.contains("presid") } ?? before?.isPresident ?? false,
      isSubstitute: substitute ?? role.map { $0.contains("suppl") || $0.contains("substit") || $0.contains("rempla") }
        ?? before?.isSubstitute ?? false,
      key: key ?? before?.key, documentsOn: documents ?? before?.documentsOn)
  }

  private static func key(_ cell: String) -> JSON? { (try? PublicKey(parsingJWK: Array(cell.utf8)))?.jwk }
}
