import Evaluation
import JSON

@testable import Seal
@testable import jury

/// A plan is the same once written and read; everything that may be wrong in it is looked for.
func readPlan(_ bytes: [UInt8]) throws {
  let plan = try Session.plan(in: bytes, at: "session.json")
  try hold(
    try Plan(json: JSON.parse(PlanFile.bytes(of: plan))) == plan, "a plan is the same once written and read")
  _ = PlanCheck(plan, .rncp37827).findings
  for candidate in plan.candidates { _ = try? Oral(of: candidate, plan: plan, referential: .rncp37827) }
}

/// A referential is the same once written and read, or every fault has its reason.
func readReferential(_ bytes: [UInt8]) throws {
  switch Referential.check(bytes) {
  case .success(let referential):
    guard case .success(let again) = Referential.check(referential.json.bytes) else {
      throw BrokenLaw(description: "a referential that was written is read")
    }
    try hold(again == referential, "a referential is the same once written and read")
    _ = ReferentialListing(of: referential, width: 80, in: .fr).text
  case .failure(let faults):
    try hold(!faults.all.isEmpty, "a refusal has a reason")
    throw faults.refusal
  }
}

/// Candidates, jurors and evidence from a spreadsheet's file.
func readSheets(_ bytes: [UInt8]) throws {
  let setting = CandidateSheet.Setting(referential: .rncp37827)
  let candidates = Result { try CandidateSheet(bytes, path: "x.csv", setting: setting) }
  let jurors = Result { try JurorSheet(bytes, path: "x.csv") }
  if case .success(let sheet) = candidates {
    try hold(Set(sheet.candidates.map(\.id)).count == sheet.candidates.count, "no two candidates have one id")
    _ = try? EvidenceSheet(bytes, path: "x.csv", candidates: sheet.candidates, referential: .rncp37827)
  }
  if case .success(let sheet) = jurors {
    try hold(Set(sheet.jurors.map(\.id)).count == sheet.jurors.count, "no two jurors have one id")
  }
  for encoding in SheetText.Encoding.allCases { _ = try? SheetText(bytes, as: encoding) }
  _ = try candidates.get()
  _ = try jurors.get()
}

/// A theme is a style a scope, with what it inherits among the themes of the program.
func readTheme(_ bytes: [UInt8]) throws {
  guard let source = String(validating: bytes, as: UTF8.self) else { return }
  let file = try ThemeFile(source, place: "x.toml")
  let parent = file.inherits.flatMap(BuiltInTheme.init)
  _ = try ThemeFile.theme(
    named: "x", of: [file] + (parent.map { [try ThemeFile($0.source, place: $0.rawValue)] } ?? []))
}

/// A key file or a public key that is read re-encodes to the same bytes. No passphrase is tried.
func readKeys(_ bytes: [UInt8]) throws {
  if let key = try? PublicKey(parsingJWK: bytes) {
    try hold(try PublicKey(jwk: key.jwk) == key, "a key is the same once written and read")
  }
  let file = try told { () throws(SealFault) in try KeyFile(parsing: bytes) }
  try hold(file.bytes == bytes, "a key file that is read re-encodes to the same bytes")
  try hold((1 << 14...1 << 17).contains(file.facts.cost.rounds), "no file asks for an absurd work")
}

/// A review is the same once written and read.
func readReview(_ bytes: [UInt8]) throws {
  let review = try Review(json: try Session.parse(bytes, at: "x.review.json"))
  try hold(
    try Review(json: JSON.parse(Array(review.json.readableText.utf8))) == review,
    "a review is the same once written and read")
}
