import Evaluation
import Store

extension Session {
  /// Those who may keep a journal of an oral: the plan's jurors, or the console that the jury shares.
  var authors: [String] { plan.marking == .individual ? plan.jury.map(\.id) : [Oral.jury] }

  /// A candidate's oral before any fact.
  func empty(_ candidate: Candidate, viewer: String = Oral.jury) throws(Refusal) -> Oral {
    do throws(Refusal) {
      return try Oral(of: candidate, plan: plan, referential: referential, viewer: viewer)
    } catch {
      throw error.at(directory.plan)
    }
  }

  /// What a journal's lines say.
  ///
  /// - Throws: bad data at `file:line` when a line says no fact.
  func entries(of lines: [Line], journal: String) throws(Refusal) -> [Entry] {
    var entries: [Entry] = []
    entries.reserveCapacity(lines.count)
    for line in lines {
      guard let fact = Fact(json: line.event) else {
        throw Refusal(
          Phrase("ce fait est inconnu de cette version", "this fact is unknown to this version"),
          hint: Phrase(
            "Ouvrez la session avec la version qui l'a écrite.", "Open the session with the version that wrote it."),
          place: Self.place(line.n, in: journal), code: .badData)
      }
      guard let at = line.stamp else {
        throw Refusal(
          Phrase("date impossible", "impossible date"), place: Self.place(line.n, in: journal), code: .badData)
      }
      entries.append(Entry(n: line.n, fact: fact, at: at, seen: line.seen))
    }
    return entries
  }

  /// What a shared console's lines add up to.
  ///
  /// - Throws: bad data at `file:line` when a line says no fact, or one that the rules do not allow there.
  func fold(_ lines: [Line], of candidate: Candidate, journal: String) throws(Refusal) -> Oral {
    var oral = try empty(candidate)
    for entry in try entries(of: lines, journal: journal) {
      do throws(Refusal) { try oral.apply(entry.fact, at: entry.at) } catch {
        throw Refusal(error.reason, hint: error.hint, place: Self.place(entry.n, in: journal), code: .badData)
      }
    }
    return oral
  }

  /// A candidate's oral as it is on disk, without locking anything: other consoles may be writing it.
  ///
  /// - Parameter viewer: whose view it is, where each juror has a journal.
  func oral(of candidate: Candidate, viewer: String = Oral.jury) throws(Refusal) -> Oral {
    let journals = try journals(of: candidate)
    guard plan.marking == .individual else {
      return try fold(journals.first?.lines ?? [], of: candidate, journal: journals.first?.path ?? "")
    }
    var fold = Fold(try empty(candidate, viewer: viewer))
    for journal in journals {
      fold.receive(try entries(of: journal.lines, journal: journal.path), from: journal.author)
    }
    return fold.oral
  }

  /// The journals of an oral by those who may keep one; others are ``strangers(in:)``.
  private func journals(of candidate: Candidate) throws(Refusal) -> [(author: String, path: String, lines: [Line])] {
    let authors = Set(authors)
    do throws(StoreFault) {
      var found: [(author: String, path: String, lines: [Line])] = []
      for file in try directory.journals(of: candidate.id) where authors.contains(file.author) {
        found.append((file.author, file.path, try directory.read(file, session: plan.id).lines))
      }
      return found
    } catch {
      throw error.refusal
    }
  }

  /// The header is the file's first line.
  private static func place(_ n: Int, in journal: String) -> String { "\(journal):\(n + 1)" }
}
