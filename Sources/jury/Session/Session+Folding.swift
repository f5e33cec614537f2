import Evaluation
import Store

extension Session {
  /// A candidate's oral before any fact.
  func empty(_ candidate: Candidate) throws(Refusal) -> Oral {
    do throws(Refusal) { return try Oral(of: candidate, plan: plan, referential: referential) } catch {
      throw error.at(directory.plan)
    }
  }

  /// What a journal's lines add up to.
  ///
  /// - Throws: bad data at `file:line` when a line says no fact, or one that the rules do not allow there.
  func fold(_ lines: [Line], of candidate: Candidate, journal: String) throws(Refusal) -> Oral {
    var oral = try empty(candidate)
    for line in lines {
      // The header is the file's first line.
      var place: String { "\(journal):\(line.n + 1)" }
      guard let fact = Fact(json: line.event) else {
        throw Refusal(
          Phrase("ce fait est inconnu de cette version", "this fact is unknown to this version"),
          hint: Phrase(
            "Ouvrez la session avec la version qui l'a écrite.", "Open the session with the version that wrote it."),
          place: place, code: .badData)
      }
      guard let at = WallTime(line.at) else {
        throw Refusal(Phrase("date impossible", "impossible date"), place: place, code: .badData)
      }
      do throws(Refusal) { try oral.apply(fact, at: Stamp(at: at, boot: line.boot, up: line.up)) } catch {
        throw Refusal(error.reason, hint: error.hint, place: place, code: .badData)
      }
    }
    return oral
  }

  /// A candidate's oral as it is on disk, without locking anything: another console may be writing it.
  func oral(of candidate: Candidate) throws(Refusal) -> Oral {
    let file: JournalFile?
    let lines: [Line]
    do throws(StoreFault) {
      file = try directory.journals(of: candidate.id).first { $0.author == Self.author }
      lines = try file.map { (file) throws(StoreFault) in try directory.read(file, session: plan.id).lines } ?? []
    } catch {
      throw error.refusal
    }
    return try fold(lines, of: candidate, journal: file?.path ?? "")
  }
}
