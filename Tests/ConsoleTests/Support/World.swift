import Console

@testable import Evaluation

/// What is outside the console, made up: it does each effect at once and answers as the loop would.
struct World {
  let plan: Plan
  let referential: Referential
  /// The orals as their journals fold, by candidate.
  private(set) var orals: [String: Oral] = [:]
  /// The candidate whose journal is open.
  private(set) var candidate: String?
  /// The facts on disk, oldest first, those `given` left out.
  private(set) var facts: [Fact] = []
  /// Facts that the disk would not take, kept by the loop.
  private(set) var kept: [Fact] = []
  /// Set: the disk refuses every write.
  var isDiskFull = false
  /// What opening the next journal says aloud.
  var notices: [Phrase] = []
  /// The lines of every grid.
  var gridLines = ["GRILLE D'ÉVALUATION INDIVIDUELLE"]
  /// The only passphrase that opens a key.
  var passphrase = "secret"

  /// Whose console it serves, and the facts of all journals where each juror has one.
  let viewer: String
  private(set) var folds: [String: Fold] = [:]

  init(plan: Plan, referential: Referential, viewer: String = Oral.jury) throws {
    self.viewer = viewer
    self.plan = plan
    self.referential = referential
    for candidate in plan.candidates {
      let oral = try Oral(of: candidate, plan: plan, referential: referential, viewer: viewer)
      orals[candidate.id] = oral
      if oral.isIndividual { folds[candidate.id] = Fold(oral) }
    }
  }

  /// Facts of an oral that were there before.
  mutating func given(_ candidate: String, _ events: [Event], at now: Stamp) throws {
    if folds[candidate] != nil {
      for event in events { receive(Fact(event), of: candidate, from: viewer, at: now) }
    } else {
      for event in events { try orals[candidate]?.apply(Fact(event), at: now) }
    }
  }

  /// A fact of an author's journal arrives, written by somebody who had seen all that is here.
  mutating func receive(_ fact: Fact, of candidate: String, from author: String, at now: Stamp) {
    guard var fold = folds[candidate] else { return }
    let seen = fact.event.isPersonal ? [:] : fold.counts.filter { $0.key != author }
    fold.receive([Entry(n: fold.count(of: author) + 1, fact: fact, at: now, seen: seen)], from: author)
    folds[candidate] = fold
    orals[candidate] = fold.oral
  }

  mutating func perform(_ effect: Effect, at now: Stamp) -> [Action] {
    switch effect {
    case .record(let facts):
      guard !isDiskFull else {
        kept += facts
        return [.notSaved(Phrase("disque plein", "disk full"), facts: kept, at: now)]
      }
      return write(facts, at: now)
    case .open(let candidate):
      guard let oral = orals[candidate] else { return [.refused(Refusal(Phrase("inconnu", "unknown")))] }
      self.candidate = candidate
      return [.opened(oral, notices: notices)]
    case .load: return [.loaded(orals)]
    case .showGrid:
      let digest = candidate.flatMap { orals[$0]?.seal?.digest }
      return [.gridShown(GridPicture(lines: gridLines, digest: digest))]
    case .seal: return write([Fact(.gridSealed(digest: "digest-of-the-grid"))], at: now)
    case .sign(let juror, let passphrase):
      guard passphrase == self.passphrase else {
        return [.refused(Refusal(Phrase("phrase secrète fausse", "wrong passphrase")))]
      }
      return write([Fact(.gridSigned(juror: juror, thumbprint: "thumbprint-" + juror))], at: now)
        + [.signed(juror: juror)]
    case .refuseSignature(let juror, let reason):
      return write([Fact(.signatureRefused(juror: juror, reason: reason))], at: now)
    case .reopen(let reason): return write([Fact(.gridReopened(reason: reason))], at: now)
    case .bell, .redraw, .suspend, .quit: return []
    }
  }

  /// The disk takes what was kept.
  mutating func recover(at now: Stamp) -> [Action] {
    isDiskFull = false
    let facts = kept
    kept = []
    return write(facts, at: now) + [.savedAgain]
  }

  private mutating func write(_ facts: [Fact], at now: Stamp) -> [Action] {
    guard let candidate else { return [.refused(Refusal(Phrase("aucun journal ouvert", "no open journal")))] }
    var actions: [Action] = []
    for fact in facts {
      if folds[candidate] != nil, let oral = orals[candidate] {
        if let refusal = oral.refusal(of: fact, at: now) { return actions + [.refused(refusal)] }
        receive(fact, of: candidate, from: viewer, at: now)
        self.facts.append(fact)
        actions += [.followed(orals[candidate] ?? oral), .recorded(fact, at: now)]
        continue
      }
      do throws(Refusal) { try orals[candidate]?.apply(fact, at: now) } catch { return actions + [.refused(error)] }
      self.facts.append(fact)
      actions.append(.recorded(fact, at: now))
    }
    return actions
  }
}
