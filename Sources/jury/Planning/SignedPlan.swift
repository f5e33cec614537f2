import Evaluation
import JSON
import Seal
import Store

/// A plan as its manager signed it: one of the files in `plans/`, the last of which is in force.
///
/// Its laws: no signed plan is ever rewritten, a later one stands beside it; what is signed is the plan's canonical JSON,
/// under the key that the plan itself gives its manager.
struct SignedPlan {
  static let mediaType = "jury-plan+json"
  /// The manager's id where signatures name a juror's.
  static let signer = "manager"

  /// From 1.
  let number: Int
  let envelope: Envelope
  let plan: Plan

  /// The plan with one signature, checked before anybody sees it.
  init(_ plan: Plan, number: Int, key: PrivateKey, at: WallTime) throws(Refusal) {
    let facts = SigningFacts(juror: Self.signer, capacity: plan.manager.function, at: at.text)
    let envelope = try jury.told { () throws(SealFault) in
      try Envelope(payload: plan.json.bytes).signing(with: key, as: facts, type: Self.mediaType)
    }
    self.init(number: number, envelope: envelope, plan: plan)
    if let fault { throw fault }
  }

  /// - Throws: when the bytes hold no signed plan; whether the signature stands is ``fault``'s to say.
  init(parsing bytes: [UInt8], number: Int) throws(Refusal) {
    let envelope = try jury.told { () throws(SealFault) in try Envelope(parsing: bytes) }
    let plan = try Plan(json: (try? JSON.parse(envelope.payload)) ?? .null)
    self.init(number: number, envelope: envelope, plan: plan)
  }

  private init(number: Int, envelope: Envelope, plan: Plan) {
    self.number = number
    self.envelope = envelope
    self.plan = plan
  }

  /// When it was signed, as the signer said; nil when no valid signature stands.
  var signedAt: WallTime? {
    guard let key = try? plan.manager.key.map({ try PublicKey(jwk: $0) }) else { return nil }
    let proof = envelope.verify(
      expected: [ExpectedSigner(juror: Self.signer, key: key)], type: Self.mediaType)
    for signature in proof.signatures { if case .valid(let facts) = signature.status { return WallTime(facts.at) } }
    return nil
  }

  /// Why it does not stand; nil when it does.
  var fault: Refusal? {
    if signedAt != nil { return nil }
    return Refusal(
      Phrase("la signature du plan ne vaut rien", "the plan's signature proves nothing"),
      hint: Phrase("Signez à nouveau : jury session sign.", "Sign again: jury session sign."), code: .notValid)
  }
}

extension SessionDirectory {
  func signedPlan(_ number: Int) -> String { "\(plans)/\(number).json" }

  /// The numbers of the signed plans, ascending: of the files named as ``signedPlan(_:)`` names them, from 1, each with
  /// room for one more after it.
  var signedPlanNumbers: [Int] {
    let names = (try? disk.names(in: plans)) ?? []
    let numbers = names.compactMap { (name) -> Int? in
      guard let number = Int(name.prefix { $0 != "." }), name == "\(number).json" else { return nil }
      return (1..<Int.max).contains(number) ? number : nil
    }
    return numbers.sorted()
  }

  /// The plan in force: the last that was signed; nil when none was.
  func lastSignedPlan() throws(Refusal) -> SignedPlan? {
    guard let number = signedPlanNumbers.last else { return nil }
    let path = signedPlan(number)
    let bytes = try told { () throws(StoreFault) in try read(path) }
    do throws(Refusal) { return try SignedPlan(parsing: bytes, number: number) } catch { throw error.inside(path) }
  }

  /// Adds a signed plan after the others.
  func add(_ signed: SignedPlan) throws(Refusal) {
    let path = signedPlan(signed.number)
    guard (try? disk.status(of: path)) == nil else {
      throw Refusal(
        Phrase("un autre plan a été signé entre-temps", "another plan was signed meanwhile"), place: path,
        code: .cannotCreate)
    }
    try told { () throws(StoreFault) in try replace(path, with: signed.envelope.bytes) }
  }
}
