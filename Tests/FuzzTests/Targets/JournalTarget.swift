import Evaluation
import JSON

@testable import Store
@testable import jury

/// A journal re-encodes to its bytes, read whole or in two parts; what stands beside journals is read or left.
func readJournal(_ bytes: [UInt8]) throws {
  if let presence = Presence(bytes) {
    try hold(Presence(presence.bytes) == presence, "a presence is the same once written and read")
  }
  _ = bytes.split(separator: 0x0A).map { SessionDirectory.heads(in: Array($0)) }
  let contents: JournalContents
  do throws(StoreFault) {
    contents = try JournalReader.read(bytes, path: "jury.jsonl", expecting: nil)
  } catch {
    throw error.refusal
  }
  let written = contents.header.bytes + contents.lines.flatMap(\.bytes)
  try hold(written + (contents.tornTail ?? []) == bytes, "a journal that is read re-encodes to the same bytes")
  try hold(written.count == contents.wholeBytes, "a journal says how long it is")
  let half = bytes.prefix(bytes.count / 2)
  if let first = try? JournalReader.read(Array(half), path: "", expecting: contents.header.identity) {
    try hold(contents.lines.starts(with: first.lines), "a journal cut short begins like the whole")
  }
}

/// Facts, one a line, whatever chains them: so that what is made up gets past the digests, to the rules.
///
/// A line is a journal's, or an event by itself; a header begins the facts of another author.
func foldFacts(_ bytes: [UInt8]) throws {
  let authors = FuzzedFacts(bytes)
  var plan = try SampleSession.block1.plan(at: nil)
  guard let candidate = plan.candidates.first else { throw BrokenLaw(description: "the sample has candidates") }
  // Only a mock oral is reviewed.
  plan.isMock = true
  try apply(authors.all, to: try Oral(of: candidate, plan: plan, referential: .rncp37827))
  plan.isMock = false
  plan.marking = .individual
  let viewer = plan.jury.first?.id ?? Oral.jury
  let blank = try Oral(of: candidate, plan: plan, referential: .rncp37827, viewer: viewer)
  var fold = Fold(blank)
  for (juror, entries) in zip(plan.jury, authors.byAuthor) { fold.receive(entries, from: juror.id) }
  var inTurn = Fold(blank)
  for (juror, entries) in zip(plan.jury, authors.byAuthor) {
    for entry in entries { inTurn.receive([entry], from: juror.id) }
  }
  try hold(inTurn.oral == fold.oral, "facts received one by one or all at once make the same oral")
  try review(fold.oral)
}

private func review(_ oral: Oral) throws {
  guard let review = try? oral.review() else { return }
  try hold(try Review(json: review.json) == review, "a review that was written is read")
}

/// Applies facts as a shared console's journal does.
private func apply(_ entries: [Entry], to blank: Oral) throws {
  var oral = blank
  var taken: [Entry] = []
  for entry in entries {
    let before = oral
    if (try? oral.apply(entry.fact, at: entry.at)) != nil {
      taken.append(entry)
    } else {
      try hold(oral == before, "a refused fact changes nothing")
    }
    try hold(
      Fact(json: try JSON.parse(entry.fact.json.bytes)) == entry.fact, "a fact is the same once written and read")
  }
  var again = blank
  for entry in taken { try again.apply(entry.fact, at: entry.at) }
  try hold(again == oral, "facts replay to the same oral")
  if let last = entries.last?.at {
    let later = last.advanced(by: 60_000)
    _ = oral.clock.phases.indices.map { oral.clock.spent(inPhase: $0, at: later) }
    _ = (oral.clock.totalSpent(at: later), oral.clock.paused(at: later), oral.undo)
  }
  try review(oral)
}

private struct FuzzedFacts {
  /// By author, numbered from 1.
  var byAuthor: [[Entry]] = [[]]

  var all: [Entry] {
    byAuthor.joined().enumerated().map { Entry(n: $0 + 1, fact: $1.fact, at: $1.at) }
  }

  init(_ bytes: [UInt8]) {
    var at = Stamp(at: WallTime(unixMilliseconds: 1_796_112_000_000, offsetMinutes: 60), boot: "boot-1", up: 1_000_000)
    for line in bytes.split(separator: 0x0A) {
      guard let json = try? JSON.parse(Array(line)) else { continue }
      if json["author"] != nil { byAuthor.append([]) }
      guard let fact = Fact(json: json["event"] ?? json) else { continue }
      at = at.advanced(by: 1000)
      if let wall = json["at"]?.string.flatMap(WallTime.init) { at.at = wall }
      if let boot = json["boot"]?.string { at.boot = boot }
      if let up = json["up"]?.int, up >= 0 { at.up = up }
      var seen: [String: Int] = [:]
      for member in json["seen"]?.members ?? [] { seen[member.key] = max(1, member.value.int ?? 1) }
      let author = byAuthor.count - 1
      byAuthor[author].append(Entry(n: byAuthor[author].count + 1, fact: fact, at: at, seen: seen))
    }
    byAuthor.removeAll(where: \.isEmpty)
  }
}
