import Evaluation
import JSON
import Testing

@testable import Seal
@testable import jury

@Suite struct SealedGridSigningTests {
  let session: IndividualSession
  let oral: Oral
  /// The same payload, signed by nobody.
  let bare: SealedGrid

  init() throws {
    session = try IndividualSession()
    oral = try session.table.oral("benali")
    bare = session.sealed.holding([], refusals: [])
  }

  private func signature(_ juror: String, key: String? = nil) throws -> Signature {
    try bare.signature(by: juror, with: session.key(key ?? juror), at: Table.wall(90))
  }

  private func refusal(_ act: () throws -> Void) -> String? {
    do {
      try act()
      return nil
    } catch {
      return (error as? Refusal)?.reason.en
    }
  }

  // MARK: Signatures made apart

  @Test func `signatures made apart stand in the signers' order, whoever came first`() throws {
    var orders: Set<[UInt8]> = []
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
      let jurors = order.map { IndividualSession.jurors[$0] }
      let whole = try jurors.reduce(bare) { try $0.adding(signature($1), of: $1) }
      #expect(GridCheck(sealed: whole, setting: nil).findings == [])
      #expect(whole.standing.map(\.juror) == IndividualSession.jurors)
      orders.insert(whole.envelope.bytes)
    }
    #expect(orders.count == 1)
  }

  @Test func `a key that is not the juror's signs nothing`() throws {
    #expect(
      refusal { _ = try signature("roux", key: "benali") } == "the signature says “roux”, the key is that of “benali”")
    #expect(refusal { _ = try signature("durand", key: "benali") } == "“durand” is not to sign this grid")
    let stranger = try PrivateKey()
    #expect(
      refusal { _ = try bare.signature(by: "roux", with: stranger, at: Table.wall(90)) }
        == "thumbprint “\(stranger.publicKey.thumbprint)” instead of “\(try session.key("roux").publicKey.thumbprint)”")
  }

  @Test func `what is added is verified first, and told`() throws {
    let roux = try signature("roux")
    let benali = try signature("benali")
    func adding(_ signature: Signature, of juror: String, to grid: SealedGrid? = nil) -> String? {
      refusal { _ = try (grid ?? bare).adding(signature, of: juror) }
    }
    #expect(adding(roux, of: "benali") == "the signature says “benali”, the key is that of “roux”")
    #expect(
      adding(Signature(protected: roux.protected, signature: benali.signature), of: "roux")
        == "the signature is that of “benali”, under another's header")
    #expect(
      adding(Signature(protected: "e30=", signature: "AA"), of: "roux")
        == "signature: “protected” is not exact base64url")
    #expect(
      adding(Signature(protected: "e30", signature: "A"), of: "roux") == "signature: “signature” is not exact base64url"
    )
    #expect(adding(Signature(protected: "e30", signature: "AA"), of: "roux") == "signature header: “alg” is missing")
    let signed = try bare.adding(roux, of: "roux")
    #expect(
      adding(roux, of: "roux", to: signed) == "key \(try session.key("roux").publicKey.thumbprint) has already signed")
    var other = session.sealed.grid
    other.comment = "autre"
    #expect(
      adding(roux, of: "roux", to: try SealedGrid(sealing: other)) == "the signature is not this key's for this text")
  }

  @Test func `what stands for nobody is kept, after those who sign`() throws {
    let foreign = try bare.envelope.signature(
      with: PrivateKey(), as: SigningFacts(juror: "x", capacity: "x", at: "x"), type: Grid.mediaType)
    let whole = try bare.holding([foreign], refusals: []).adding(signature("roux"), of: "roux")
    #expect(whole.verification.signatures.map(\.status.name) == ["valid", "foreign"])
  }

  // MARK: Refusals

  @Test func `a refusal stands once, and never beside the juror's signature`() throws {
    let once = try bare.refused(by: "roux", because: "désaccord sur C2", at: Table.wall(90))
    let again = try once.refused(by: "roux", because: "désaccord sur C2 et C3", at: Table.wall(91))
    #expect(again.envelope.refusals.map(\.reason) == ["désaccord sur C2 et C3"])
    #expect(again.standingRefusals.map(\.juror) == ["roux"])
    let signed = try bare.adding(signature("roux"), of: "roux")
    #expect(
      refusal { _ = try signed.refused(by: "roux", because: "x", at: Table.wall(90)) }?.hasSuffix("already signed")
        == true)
    #expect(
      refusal { _ = try bare.refused(by: "durand", because: "x", at: Table.wall(90)) }
        == "“durand” is not to sign this grid")
  }

  // MARK: Assembling

  @Test func `every console assembles the same bytes, from whatever the file holds`() throws {
    let whole = session.sealed
    #expect(GridCheck(sealed: whole, setting: nil).findings == [])
    let foreign = try bare.envelope.signature(
      with: PrivateKey(), as: SigningFacts(juror: "x", capacity: "x", at: "x"), type: Grid.mediaType)
    let tampered = whole.holding(
      [foreign] + whole.envelope.signatures.reversed() + whole.envelope.signatures,
      refusals: [Envelope.Refusal(juror: "roux", reason: "x", at: "x")])
    for juror in IndividualSession.jurors {
      for file in [bare, whole, tampered] {
        let assembled = SealedGrid.assembled(file, from: try session.table.oral(juror).seal)
        #expect(assembled.envelope.bytes == whole.envelope.bytes)
      }
    }
  }

  @Test func `a refusal is assembled from the journals, and outweighs a signature that does not count`() throws {
    let refused = try IndividualSession(signers: ["benali"], refusing: ["roux": "désaccord sur C2"])
    let roux = try refused.sealed.signature(by: "roux", with: refused.key("roux"), at: Table.wall(90))
    let file = try refused.sealed.holding([], refusals: []).adding(roux, of: "roux")
    for juror in IndividualSession.jurors {
      let assembled = SealedGrid.assembled(file, from: try refused.table.oral(juror).seal)
      #expect(assembled.envelope.bytes == refused.sealed.envelope.bytes)
      #expect(assembled.standing.map(\.juror) == ["benali"])
      #expect(assembled.standingRefusals.map(\.reason) == ["désaccord sur C2"])
    }
  }

  @Test func `a signature that a journal says was made, without holding it, is kept from the file`() throws {
    let turn = try IndividualSession(signers: ["benali"])
    let roux = try turn.sealed.signature(by: "roux", with: turn.key("roux"), at: Table.wall(90))
    try turn.table.say("roux", .gridSigned(juror: "roux", thumbprint: try turn.key("roux").publicKey.thumbprint))
    let oral = try turn.table.oral("benali")
    #expect(SealedGrid.assembled(turn.sealed, from: oral.seal).standing.map(\.juror) == ["benali"])
    let file = try turn.sealed.adding(roux, of: "roux")
    #expect(SealedGrid.assembled(file, from: oral.seal).standing.map(\.juror) == ["benali", "roux"])
  }

  @Test func `what a journal holds of a signature that proves nothing stays out`() throws {
    let forged = try IndividualSession(signers: ["benali"])
    let other = try forged.sealed.signature(by: "benali", with: forged.key("benali"), at: Table.wall(90))
    try forged.table.say(
      "roux",
      .gridSigned(juror: "roux", thumbprint: try forged.key("roux").publicKey.thumbprint, signature: other))
    let assembled = SealedGrid.assembled(forged.sealed, from: try forged.table.oral("benali").seal)
    #expect(assembled.verification.signatures.map(\.status.name) == ["valid"])
  }

  @Test func `a file that is not the grid the journals sealed stays as it is`() throws {
    var grid = session.sealed.grid
    grid.comment = "autre"
    let other = try SealedGrid(sealing: grid)
    #expect(SealedGrid.assembled(other, from: oral.seal).envelope == other.envelope)
  }
}
