import JSON
import Testing

@testable import Evaluation

@Suite struct MinutesJSONTests {
  @Test func `what minutes write gives them back`() throws {
    var minutes = try ClosingFixture().minutes()
    #expect(try Minutes(json: JSON.parse(minutes.json.bytes)) == minutes)
    minutes.isMock = true
    minutes.edition = 3
    #expect(try Minutes(json: JSON.parse(minutes.json.bytes)) == minutes)
  }

  @Test(arguments: [
    (#""format":"jury-minutes/1""#, #""format":"jury-grid/1""#, "format"),
    (#""admitted":1"#, #""admitted":2"#, "counts"),
    (#""result":"admitted""#, #""result":"maybe""#, "candidates[0].result"),
    (#""grid":"digest-lea","#, "", "candidates[0].grid"),
    (#""result":"absent""#, #""result":"partial""#, "candidates[1].grid"),
    (#""observations":"Rien à signaler.""#, #""observations":"""#, "observations"),
    (#""path":"manager.jsonl""#, #""path":"zz.jsonl""#, "journals[1].path"),
    (#""edition":1"#, #""edition":0"#, "edition"),
    (#""edition":1"#, #""edition":1,"note":1"#, "note"),
  ])
  func `a payload that is no minutes is refused with its place`(from: String, to: String, place: String) throws {
    let text = try ClosingFixture().minutes().json.text
    try #require(text.contains(from))
    let json = try JSON.parse(Array(text.replacing(from, with: to, maxReplacements: 1).utf8))
    let refusal = try #require(throws: Refusal.self) { try Minutes(json: json) }
    #expect(refusal.place == place)
  }
}
