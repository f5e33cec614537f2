import JSON
import Testing

@testable import Evaluation

@Suite struct EventJSONTests {
  /// A literal journal text for each case, and the fact it tells.
  static let lines: [(String, Fact)] = [
    (#"{"candidateAbsent":{"reason":"malade"}}"#, Fact(.candidateAbsent(reason: "malade"))),
    (#"{"candidateArrived":{}}"#, Fact(.candidateArrived)),
    (#"{"identityChecked":{"checked":true}}"#, Fact(.identityChecked(true))),
    (#"{"jurorPresent":{"juror":"amina","present":false}}"#, Fact(.jurorPresent(juror: "amina", false))),
    (#"{"noTieDeclared":{"juror":"amina"}}"#, Fact(.noTieDeclared(juror: "amina"))),
    (
      #"{"tieDeclared":{"juror":"amina","reason":"collègues"}}"#,
      Fact(.tieDeclared(juror: "amina", reason: "collègues"))
    ),
    (#"{"clockStarted":{}}"#, Fact(.clockStarted(backdatedBy: 0))),
    (#"{"clockStarted":{"backdatedBy":130000}}"#, Fact(.clockStarted(backdatedBy: 130_000))),
    (#"{"clockPaused":{"reason":"panne"}}"#, Fact(.clockPaused(reason: "panne"))),
    (#"{"clockResumed":{}}"#, Fact(.clockResumed(backdatedBy: 0))),
    (#"{"clockResumed":{"backdatedBy":1}}"#, Fact(.clockResumed(backdatedBy: 1))),
    (#"{"phaseEntered":{"phase":"questions"}}"#, Fact(.phaseEntered(phase: "questions"))),
    (#"{"assessmentEntered":{"assessment":"E2"}}"#, Fact(.assessmentEntered(assessment: "E2"))),
    (
      #"{"interruptionSettled":{"by":"amina","choice":"extended","gap":720000,"reason":"panne"}}"#,
      Fact(.interruptionSettled(Settlement(.extended, gap: 720_000, counted: 0, reason: "panne", by: "amina")))
    ),
    (#"{"messageAcknowledged":{"message":3}}"#, Fact(.messageAcknowledged(message: 3))),
    (#"{"oralEnded":{}}"#, Fact(.oralEnded)),
    (#"{"oralReopened":{}}"#, Fact(.oralReopened)),
    (
      #"{"criterionMarked":{"criterion":"C4.7","mark":"met"}}"#,
      Fact(.criterionMarked(criterion: "C4.7", mark: .met))
    ),
    (
      #"{"criterionMarked":{"criterion":"C4.7","mark":"none","undo":true}}"#,
      Fact(.criterionMarked(criterion: "C4.7", mark: .none), isUndo: true)
    ),
    (
      #"{"noted":{"subject":"oral","text":"« oui »\n\"non\""}}"#,
      Fact(.noted(subject: "oral", text: "« oui »\n\"non\""))
    ),
    (#"{"noteWithdrawn":{"note":3,"undo":true}}"#, Fact(.noteWithdrawn(note: 3), isUndo: true)),
    (#"{"noteShared":{"note":3,"shared":false}}"#, Fact(.noteShared(note: 3, false))),
    (#"{"noteRestored":{"note":3}}"#, Fact(.noteRestored(note: 3))),
    (
      #"{"questionPrepared":{"criterion":"C1.1","text":""}}"#,
      Fact(.questionPrepared(criterion: "C1.1", text: ""))
    ),
    (#"{"questionAsked":{"criterion":"C1.1"}}"#, Fact(.questionAsked(criterion: "C1.1"))),
    (
      #"{"questionUnasked":{"criterion":"C1.1","undo":true}}"#,
      Fact(.questionUnasked(criterion: "C1.1"), isUndo: true)
    ),
    (#"{"verdictGiven":{"acquired":true,"competency":"C1"}}"#, Fact(.acquired("C1"))),
    (
      #"{"verdictGiven":{"acquired":false,"competency":"C1","unmarkedConfirmed":true}}"#,
      Fact(.acquired("C1", false, confirmed: true))
    ),
    (
      #"{"verdictGiven":{"acquired":null,"competency":"C1","undo":true}}"#, Fact(.acquired("C1", nil), isUndo: true)
    ),
    (
      #"{"blockDecided":{"acquired":true,"block":"B1"}}"#,
      Fact(.blockDecided(block: "B1", acquired: true, reason: ""))
    ),
    (
      #"{"blockDecided":{"acquired":null,"block":"B1","reason":"pourquoi"}}"#,
      Fact(.blockDecided(block: "B1", acquired: nil, reason: "pourquoi"))
    ),
    (
      #"{"decisionTaken":{"comment":"","decision":"admitted"}}"#,
      Fact(.decisionTaken(decision: .admitted, comment: ""))
    ),
    (
      #"{"decisionTaken":{"comment":"à revoir","decision":null}}"#,
      Fact(.decisionTaken(decision: nil, comment: "à revoir"))
    ),
    (#"{"gridSealed":{"digest":"abc"}}"#, Fact(.gridSealed(digest: "abc"))),
    (
      #"{"gridSigned":{"juror":"amina","thumbprint":"xyz"}}"#,
      Fact(.gridSigned(juror: "amina", thumbprint: "xyz"))
    ),
    (
      #"{"gridSigned":{"juror":"amina","protected":"e30","signature":"AAAA","thumbprint":"xyz"}}"#,
      Fact(
        .gridSigned(juror: "amina", thumbprint: "xyz", signature: Signature(protected: "e30", signature: "AAAA")))
    ),
    (
      #"{"signatureRefused":{"juror":"amina","reason":"désaccord"}}"#,
      Fact(.signatureRefused(juror: "amina", reason: "désaccord"))
    ),
    (#"{"gridReopened":{"reason":"erreur"}}"#, Fact(.gridReopened(reason: "erreur"))),
    (
      #"{"opinionGiven":{"acquired":false,"competency":"C1"}}"#,
      Fact(.opinionGiven(competency: "C1", acquired: false))
    ),
    (
      #"{"opinionGiven":{"acquired":null,"competency":"C1","undo":true}}"#,
      Fact(.opinionGiven(competency: "C1", acquired: nil), isUndo: true)
    ),
    (#"{"handedIn":{}}"#, Fact(.handedIn)),
    (
      #"{"jurorReleased":{"juror":"amina","reason":"malaise"}}"#,
      Fact(.jurorReleased(juror: "amina", reason: "malaise"))
    ),
    (
      #"{"handTaken":{"boot":"b-2","from":"amina","up":4200}}"#,
      Fact(.handTaken(from: "amina", boot: "b-2", up: 4200, isCertain: true))
    ),
    (
      #"{"handTaken":{"boot":"b-2","from":"amina","uncertain":true,"up":4200}}"#,
      Fact(.handTaken(from: "amina", boot: "b-2", up: 4200, isCertain: false))
    ),
    (
      #"{"verdictGiven":{"acquired":true,"competency":"C1","motive":"oral probant"}}"#,
      Fact(.verdictGiven(competency: "C1", acquired: true, unmarkedConfirmed: false, motive: "oral probant"))
    ),
    (#"{"voteOpened":{"competency":"C1"}}"#, Fact(.voteOpened(competency: "C1"))),
    (
      #"{"voteCast":{"acquired":false,"competency":"C1"}}"#, Fact(.voteCast(competency: "C1", acquired: false))
    ),
    (#"{"wholeConfirmed":{"revision":9}}"#, Fact(.wholeConfirmed(revision: 9))),
    (
      #"{"reservationMade":{"inGrid":true,"text":"projet guidé"}}"#,
      Fact(.reservationMade(text: "projet guidé", inGrid: true))
    ),
    (#"{"reservationMade":{"text":""}}"#, Fact(.reservationMade(text: "", inGrid: false))),
  ]

  @Test(arguments: lines)
  func `each event has one text, and its text gives it back`(text: String, fact: Fact) throws {
    #expect(fact.json.text == text)
    let json = try JSON.parse(Array(text.utf8))
    #expect(Fact(json: json) == fact)
  }

  @Test(arguments: lines)
  func `an event with one more member, or one less, is refused`(text: String, fact: Fact) throws {
    let json = try JSON.parse(Array(text.utf8))
    let event = try #require(json.members?.first)
    let said = try #require(event.value.members)
    func fact(_ members: [JSON.Member]) -> Fact? { Fact(json: .members([JSON.Member(event.key, .members(members))])) }
    #expect(fact(said + [JSON.Member("zzz", 1)]) == nil)
    let optional = ["undo", "unmarkedConfirmed", "motive", "backdatedBy", "uncertain", "inGrid"]
    let isOptional = { (key: String) in optional.contains(key) || (key == "reason" && event.key == "blockDecided") }
    // A signature goes as one: half of it is none.
    let pair = ["protected", "signature"]
    for index in said.indices where !isOptional(said[index].key) {
      if event.key == "gridSigned", pair.contains(said[index].key) {
        let half = said.filter { $0.key != said[index].key }
        #expect(fact(half) == nil)
        continue
      }
      var fewer = said
      fewer.remove(at: index)
      #expect(fact(fewer) == nil, "without \(said[index].key)")
    }
  }

  @Test(arguments: [
    "{}", "[]", "null", #"{"criterionLoved":{}}"#, #"{"oralEnded":{},"oralReopened":{}}"#, #"{"oralEnded":[]}"#,
    #"{"oralEnded":null}"#, #"{"oralEnded":{"undo":false}}"#, #"{"clockStarted":{"backdatedBy":0}}"#,
    #"{"clockStarted":{"backdatedBy":-5}}"#, #"{"criterionMarked":{"criterion":"C1.1","mark":"perfect"}}"#,
    #"{"criterionMarked":{"criterion":"C1.1","mark":"met","undo":false}}"#,
    #"{"criterionMarked":{"criterion":"C1.1","mark":"met","why":"clear"}}"#,
    #"{"criterionMarked":{"criterion":1,"mark":"met"}}"#, #"{"verdictGiven":{"acquired":"yes","competency":"C1"}}"#,
    #"{"decisionTaken":{"comment":"","decision":"maybe"}}"#, #"{"noteWithdrawn":{"note":"3"}}"#,
    #"{"verdictGiven":{"acquired":true,"competency":"C1","unmarkedConfirmed":false}}"#,
    #"{"blockDecided":{"acquired":true,"block":"B1","reason":""}}"#,
  ])
  func `anything else is no fact`(text: String) throws {
    let json = try JSON.parse(Array(text.utf8))
    #expect(Fact(json: json) == nil)
  }

  @Test func `every case of an event has its line above`() {
    // No line of this list is missing from `lines`, and no case can be left out of the switch.
    func name(_ event: Event) -> String {
      switch event {
      case .candidateAbsent: "candidateAbsent"
      case .candidateArrived: "candidateArrived"
      case .identityChecked: "identityChecked"
      case .jurorPresent: "jurorPresent"
      case .noTieDeclared: "noTieDeclared"
      case .tieDeclared: "tieDeclared"
      case .clockStarted: "clockStarted"
      case .clockPaused: "clockPaused"
      case .clockResumed: "clockResumed"
      case .phaseEntered: "phaseEntered"
      case .assessmentEntered: "assessmentEntered"
      case .interruptionSettled: "interruptionSettled"
      case .messageAcknowledged: "messageAcknowledged"
      case .oralEnded: "oralEnded"
      case .oralReopened: "oralReopened"
      case .criterionMarked: "criterionMarked"
      case .noted: "noted"
      case .noteWithdrawn: "noteWithdrawn"
      case .noteShared: "noteShared"
      case .noteRestored: "noteRestored"
      case .questionPrepared: "questionPrepared"
      case .questionAsked: "questionAsked"
      case .questionUnasked: "questionUnasked"
      case .verdictGiven: "verdictGiven"
      case .blockDecided: "blockDecided"
      case .decisionTaken: "decisionTaken"
      case .gridSealed: "gridSealed"
      case .gridSigned: "gridSigned"
      case .gridReopened: "gridReopened"
      case .opinionGiven: "opinionGiven"
      case .handedIn: "handedIn"
      case .jurorReleased: "jurorReleased"
      case .handTaken: "handTaken"
      case .voteOpened: "voteOpened"
      case .voteCast: "voteCast"
      case .wholeConfirmed: "wholeConfirmed"
      case .reservationMade: "reservationMade"
      case .signatureRefused: "signatureRefused"
      }
    }
    for (text, fact) in Self.lines { #expect(text.hasPrefix(#"{"\#(name(fact.event))":"#)) }
    #expect(Set(Self.lines.map { name($0.1.event) }).count == 38)
  }

  @Test func `a settlement may say the pause, the incident and what the clock counted`() throws {
    let text =
      #"{"interruptionSettled":{"by":"amina","choice":"restarted","counted":5,"gap":9,"incident":2,"pause":1,"reason":"panne"}}"#
    let settlement = Settlement(
      .restarted, gap: 9, counted: 5, reason: "panne", by: "amina", pause: 1, incident: 2)
    #expect(Fact(json: try JSON.parse(Array(text.utf8))) == Fact(.interruptionSettled(settlement)))
    #expect(Fact(.interruptionSettled(settlement)).json == (try JSON.parse(Array(text.utf8))))
  }
}
