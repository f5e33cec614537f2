import Console
import Evaluation
import Glibc
import Seal
import Store
import Testing

@testable import jury

@Suite struct DeskGridTests {
  /// A desk whose oral only waits to be sealed.
  private func ready(_ sitting: Sitting, _ disk: any Disk = SystemDisk()) throws -> Desk {
    let desk = try sitting.desk(disk)
    desk.play(sitting.complete(try #require(desk.console.oral)))
    #expect(desk.console.oral?.obstacles == [])
    return desk
  }

  private func sign(_ desk: Desk, _ juror: String) {
    desk.perform { desk.sign(as: juror, passphrase: Sitting.passphrase) }
  }

  private func grid(_ sitting: Sitting) throws -> SealedGrid {
    try SealedGrid(
      parsing: SystemDisk().contents(of: "\(sitting.directory)/grids/\(sitting.candidate).grid.json", limit: 1 << 20))
  }

  /// Sealed and signed by everybody, on disk as in the journal.
  private func expectComplete(_ sitting: Sitting, edition: Int = 1, _ comment: Comment? = nil) throws {
    let oral = try sitting.onDisk()
    let sealed = try grid(sitting)
    #expect(oral.stage == .signed, comment)
    #expect(oral.seal?.digest == sealed.digest, comment)
    #expect(GridCheck(sealed: sealed, setting: nil).findings == [], comment)
    #expect(sealed.grid.edition == edition, comment)
  }

  @Test func `a grid is sealed, signed by each juror, and complete`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    #expect(desk.console.oral?.stage == .signing)
    for juror in sitting.jurors { sign(desk, juror) }
    try expectComplete(sitting)
    let source = try #require(try grid(sitting).grid.sources.first)
    // The journal as it was when the bytes froze: before the facts of sealing and signing.
    #expect(source.path == "orals/\(sitting.candidate)/jury.jsonl")
    #expect(source.lines == desk.events.count - 1 - sitting.jurors.count)
    #expect(desk.journal?.lines[source.lines].prev == source.head)
  }

  @Test func `a wrong passphrase changes nothing`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    let before = try grid(sitting).envelope.bytes
    desk.perform { desk.sign(as: sitting.jurors[0], passphrase: "autre chose") }
    #expect(desk.said == "wrong passphrase")
    #expect(try grid(sitting).envelope.bytes == before)
    #expect(desk.console.oral?.seal?.signatures.isEmpty == true)
  }

  @Test func `a reopened grid is kept aside, and the next is its second edition`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    sign(desk, sitting.jurors[0])
    desk.perform { desk.reopen(because: "une coche oubliée") }
    #expect(desk.console.oral?.seal == nil)
    #expect(sitting.grids() == ["\(sitting.candidate).void-1.grid.json"])
    desk.perform(desk.seal)
    for juror in sitting.jurors { sign(desk, juror) }
    try expectComplete(sitting, edition: 2)
  }

  /// Ends the console at each call to the disk during an act, for ever; whoever opens the session next carries on.
  private func dying(
    prepare: (Sitting, Desk) -> Void = { _, _ in }, during act: (Sitting, Desk) -> Void,
    then carryOn: (Sitting, Desk, Comment) throws -> Void
  ) throws {
    let origin = try Sitting()
    let ready = try ready(origin)
    prepare(origin, ready)
    ready.close()
    for call in 1... {
      let sitting = try Sitting(copying: origin)
      let disk = FailingDisk()
      var desk: Desk? = try sitting.desk(disk)
      if let desk {
        disk.arm(FailingDisk.Plan(code: EIO, forEver: true), at: call)
        act(sitting, desk)
      }
      desk = nil
      let next = try sitting.desk(FailingDisk())
      #expect(next.console.candidate == sitting.candidate, "call \(call)")
      try carryOn(sitting, next, "call \(call)")
      guard disk.failures > 0 else {
        #expect(call > 5)
        return
      }
    }
  }

  @Test func `a console that dies while sealing leaves a grid to seal or to sign`() throws {
    try dying {
      $1.perform($1.seal)
    } then: { sitting, next, comment in
      if next.console.oral?.seal == nil { next.perform(next.seal) }
      for juror in sitting.jurors { sign(next, juror) }
      try expectComplete(sitting, comment)
    }
  }

  @Test func `a console that dies while signing loses no signature that was announced`() throws {
    try dying {
      $1.perform($1.seal)
    } during: { sitting, desk in
      sign(desk, sitting.jurors[0])
    } then: { sitting, next, comment in
      // What the file holds, the journal holds: at opening, not later.
      #expect(next.console.oral?.seal?.signatures.count == (try grid(sitting).standing.count), comment)
      for juror in sitting.jurors where next.console.oral?.seal?.signatures[juror] == nil { sign(next, juror) }
      try expectComplete(sitting, comment)
    }
  }

  @Test func `a console that dies while reopening lets the jury ask again`() throws {
    try dying {
      $1.perform($1.seal)
    } during: {
      $1.perform { [desk = $1] in desk.reopen(because: "une coche oubliée") }
    } then: { sitting, next, comment in
      if next.console.oral?.seal != nil { next.perform { next.reopen(because: "une coche oubliée") } }
      #expect(next.console.oral?.seal == nil, comment)
      next.perform(next.seal)
      for juror in sitting.jurors { sign(next, juror) }
      try expectComplete(sitting, edition: 2, comment)
    }
  }

  private func refuse(_ desk: Desk, _ juror: String, _ reason: String = "désaccord sur C7") {
    desk.perform { desk.refuse(juror: juror, reason: reason) }
  }

  @Test func `a refusal to sign stands in the file and in the journal, and the grid is never complete`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    sign(desk, sitting.jurors[0])
    refuse(desk, sitting.jurors[1])
    let sealed = try grid(sitting)
    #expect(sealed.standingRefusals.map(\.juror) == [sitting.jurors[1]])
    #expect(sealed.standingRefusals.map(\.reason) == ["désaccord sur C7"])
    #expect(sealed.standing.map(\.juror) == [sitting.jurors[0]])
    #expect(GridCheck(sealed: sealed, setting: nil).findings.map(\.name) == [.refused])
    #expect(try sitting.onDisk().stage == .refused)
    #expect(try sitting.onDisk().seal?.refusals == [sitting.jurors[1]: "désaccord sur C7"])
    desk.perform { desk.showGrid(columns: 80) }
    #expect(desk.console.gridPicture?.lines.contains { $0.contains("A refusé de signer le ") } == true)
    sign(desk, sitting.jurors[1])
    #expect(desk.said == "this juror has refused to sign")
    #expect(try grid(sitting).envelope == sealed.envelope)
  }

  @Test func `a refusal without a reason, or by one who signed, changes nothing`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    sign(desk, sitting.jurors[0])
    let before = try grid(sitting).envelope.bytes
    refuse(desk, sitting.jurors[1], " ")
    #expect(desk.said == "refusing to sign needs a reason")
    refuse(desk, sitting.jurors[0])
    #expect(desk.said == "this juror has signed already")
    refuse(desk, "marchand")
    #expect(desk.said == "“marchand” is not of this oral")
    #expect(try grid(sitting).envelope.bytes == before)
  }

  @Test func `after a refusal the jury may reopen, and every juror sign the next edition`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    refuse(desk, sitting.jurors[0])
    desk.perform { desk.reopen(because: "nouvelle délibération") }
    desk.perform(desk.seal)
    for juror in sitting.jurors { sign(desk, juror) }
    try expectComplete(sitting, edition: 2)
  }

  @Test func `a console that dies while a juror refuses to sign loses no refusal that was announced`() throws {
    try dying {
      $1.perform($1.seal)
    } during: { sitting, desk in
      refuse(desk, sitting.jurors[0])
    } then: { sitting, next, comment in
      let said = try grid(sitting).standingRefusals.map(\.juror)
      #expect(next.console.oral?.seal?.refusals.keys.sorted() == said, comment)
      if said.isEmpty { refuse(next, sitting.jurors[0]) }
      sign(next, sitting.jurors[1])
      #expect(try sitting.onDisk().seal?.refusals == [sitting.jurors[0]: "désaccord sur C7"], comment)
      let sealed = try grid(sitting)
      #expect(sealed.standingRefusals.map(\.reason) == ["désaccord sur C7"], comment)
      #expect(sealed.standing.map(\.juror) == [sitting.jurors[1]], comment)
    }
  }

  @Test func `nobody signs a grid that says otherwise than the jury decided`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    var grid = try desk.grid(of: try #require(desk.console.oral), from: desk.sources)
    grid.verdicts[0].acquired = false
    grid.comment = "autre"
    let sealed = try SealedGrid(sealing: grid)
    try desk.session.replace(sealed)
    desk.play(.gridSealed(digest: sealed.digest))
    for juror in sitting.jurors { sign(desk, juror) }
    #expect(desk.said.hasPrefix("the sealed grid does not say what the jury decided: C6, the comment;"))
    #expect(try self.grid(sitting).envelope == sealed.envelope)
    #expect(desk.console.oral?.seal?.signatures.isEmpty == true)
    // Refusing to is what a juror can do about it.
    refuse(desk, sitting.jurors[0])
    #expect(try self.grid(sitting).standingRefusals.map(\.juror) == [sitting.jurors[0]])
  }

  @Test func `nobody signs a grid in another's name, or that has others sign for them`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    var grid = try desk.grid(of: try #require(desk.console.oral), from: desk.sources)
    grid.family = "Zqautre"
    grid.edition = 2
    let key = try PrivateKey().publicKey
    grid.signers[0].key = key.jwk
    grid.signers[0].thumbprint = key.thumbprint
    let sealed = try SealedGrid(sealing: grid)
    try desk.session.replace(sealed)
    desk.play(.gridSealed(digest: sealed.digest))
    for juror in sitting.jurors {
      sign(desk, juror)
      #expect(
        desk.said.hasPrefix(
          "the sealed grid does not say what the jury decided: the candidate's name, the edition, "
            + "the key of \(sitting.jurors[0]);"))
    }
    #expect(try self.grid(sitting).envelope == sealed.envelope)
    #expect(desk.console.oral?.seal?.signatures.isEmpty == true)
  }

  /// A grid signed with fresh keys under the jurors' names: by itself it stands.
  private func forged(_ grid: Grid) throws -> SealedGrid {
    var grid = grid
    let keys = try grid.signers.map { _ in try PrivateKey() }
    for (index, key) in keys.enumerated() {
      grid.signers[index].key = key.publicKey.jwk
      grid.signers[index].thumbprint = key.publicKey.thumbprint
    }
    let sealed = try zip(grid.signers, keys).reduce(try SealedGrid(sealing: grid)) { sealed, signing in
      try sealed.signed(by: signing.0.juror, with: signing.1, at: grid.sealedAt)
    }
    #expect(GridCheck(sealed: sealed, setting: nil).findings == [])
    return sealed
  }

  @Test func `a grid signed with fresh keys under the jurors' names is not shown as signed`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    let draft = try desk.grid(of: try #require(desk.console.oral), from: desk.sources)
    let forged = try forged(draft)
    func isSigned() -> Bool { desk.console.gridPicture?.lines.contains { $0.contains("☒ signé le ") } == true }
    // Even where the journal has it that this is the one.
    try desk.session.replace(forged)
    desk.play(.gridSealed(digest: forged.digest))
    desk.perform { desk.showGrid(columns: 80) }
    #expect(desk.console.gridPicture?.digest == forged.digest && !isSigned())
    desk.perform { desk.reopen(because: "faux") }
    desk.perform(desk.seal)
    try desk.session.replace(forged)
    desk.perform { desk.showGrid(columns: 80) }
    #expect(desk.said.hasPrefix("the grid on disk is not the one that the journal sealed") && !isSigned())
  }

  @Test func `a grid that is not the one sealed is neither signed nor replaced, nor are its signatures taken`() throws {
    let sitting = try Sitting()
    let desk = try ready(sitting)
    desk.perform(desk.seal)
    let other = try Sitting()
    let stranger = try ready(other)
    stranger.perform(stranger.seal)
    sign(stranger, other.jurors[1])
    let bytes = try grid(other).envelope.bytes
    try SystemDisk().replace("\(sitting.directory)/grids/\(sitting.candidate).grid.json", with: bytes)
    sign(desk, sitting.jurors[0])
    #expect(desk.said.contains("is not the one that the journal sealed"))
    #expect(try grid(sitting).envelope.bytes == bytes)
    let events = desk.events
    desk.close()
    let next = try sitting.desk()
    #expect(next.said.contains("is not the one that the journal sealed"))
    #expect(next.events == events)
    #expect(try grid(sitting).envelope.bytes == bytes)
  }

  @Test func `before sealing the page says what is missing, then shows the draft, then the sealed grid`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    desk.perform { desk.showGrid(columns: 80) }
    #expect(desk.console.gridPicture?.lines.contains("– the oral has not ended") == true)
    desk.play(sitting.complete(try #require(desk.console.oral)))
    desk.perform { desk.showGrid(columns: 80) }
    #expect(desk.console.gridPicture?.lines.contains { $0.contains("NON SIGNÉ") } == true)
    #expect(desk.console.gridPicture?.digest == nil)
    desk.perform(desk.seal)
    #expect(desk.console.gridPicture?.digest == (try grid(sitting).digest))
  }
}
