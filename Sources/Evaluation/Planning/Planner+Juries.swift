extension Planner {
  /// The rooms to fill, each with its jury: the plan's; else those that slots name; else one.
  ///
  /// Where rooms name no jury, the plan's jurors are dealt out, externals first, to as many rooms as get a lawful one.
  static func halls(of plan: Plan, _ referential: Referential) -> [Hall] {
    var halls = plan.rooms.map { Hall(name: $0.name, jury: $0.jury) }
    if halls.isEmpty {
      for slot in plan.slots where !halls.contains(where: { $0.name == slot.room }) {
        halls.append(Hall(name: slot.room, jury: slot.jury))
      }
    }
    if halls.isEmpty { halls = [Hall(name: "1", jury: [])] }
    let bare = halls.indices.filter { halls[$0].jury.isEmpty }
    let seated = Set(halls.flatMap(\.jury))
    let free = plan.jury.filter { !$0.isSubstitute && !seated.contains($0.id) }
    for (index, jury) in zip(bare, deal(free, to: bare.count, referential.rules)) { halls[index].jury = jury }
    return halls
  }

  /// Lawful juries of these jurors, as many as there are rooms or as can be.
  private static func deal(_ jurors: [Juror], to rooms: Int, _ rules: JuryRules) -> [[String]] {
    let able = jurors.filter { $0.years >= rules.minimumYears }
    let (externals, insiders) = (able.filter(\.isExternal), able.filter { !$0.isExternal })
    for count in stride(from: rooms, to: 0, by: -1) {
      var juries = Array(repeating: [Juror](), count: count)
      for (index, juror) in externals.enumerated() { juries[index % count].append(juror) }
      for juror in insiders { juries[roomiest(juries)].append(juror) }
      if juries.allSatisfy({ rules.faults(of: $0).isEmpty }) {
        // In the plan's order, which people know.
        return juries.map { jury in jurors.filter(jury.contains).map(\.id) }
      }
    }
    return []
  }

  /// Where one more from inside costs the share of externals least; among equals, the smallest.
  private static func roomiest(_ juries: [[Juror]]) -> Int {
    func rank(_ index: Int) -> (Int, Int) {
      let jury = juries[index]
      return (jury.count - 2 * jury.count { $0.isExternal }, jury.count)
    }
    return juries.indices.min { rank($0) < rank($1) } ?? 0
  }

  /// A lawful jury without tie to a candidate, as near as can be to a given one; nil when there is none.
  ///
  /// - Parameters:
  ///   - isFree: whether a juror can sit then.
  /// - Returns: the jury, and what it cost: 0 as given, 1 with somebody left out, 2 with somebody called in.
  func jury(
    for candidate: String, from base: [String], isFree: (String) -> Bool
  ) -> (jury: [String], cost: Int)? {
    let usable = base.filter { mayHear($0, candidate) && isFree($0) }
    if isLawful(usable) { return (usable, usable.count == base.count ? 0 : 1) }
    let others = plan.jury.filter { !base.contains($0.id) && mayHear($0.id, candidate) && isFree($0.id) }
    // Jurors of other rooms come last: they are counted on there.
    let seated = Set(halls.flatMap(\.jury))
    let atHand = others.filter { $0.isSubstitute || !seated.contains($0.id) }
    let reserves = atHand.filter { !$0.isSubstitute } + atHand.filter(\.isSubstitute)
    let elsewhere = others.filter { !$0.isSubstitute && seated.contains($0.id) }
    return completed(usable, from: reserves.map(\.id)) ?? withoutInsiders(usable)
      ?? completed(usable, from: (reserves + elsewhere).map(\.id))
  }

  /// The jury with one more member, or two, the first that make it lawful.
  private func completed(_ jury: [String], from reserves: [String]) -> (jury: [String], cost: Int)? {
    for one in reserves where isLawful(jury + [one]) { return (jury + [one], 2) }
    for (index, one) in reserves.enumerated() {
      for other in reserves[(index + 1)...] where isLawful(jury + [one, other]) { return (jury + [one, other], 2) }
    }
    return nil
  }

  /// Fewer members from inside, where that makes the share of externals right.
  private func withoutInsiders(_ jury: [String]) -> (jury: [String], cost: Int)? {
    var left = jury
    while let insider = left.lastIndex(where: { plan.juror($0)?.isExternal == false }) {
      left.remove(at: insider)
      if isLawful(left) { return (left, 1) }
    }
    return nil
  }

  func isLawful(_ jury: [String]) -> Bool { referential.rules.faults(of: jury.compactMap(plan.juror)).isEmpty }

  /// Whether a juror can come, has the years, and no tie to the candidate.
  func mayHear(_ juror: String, _ candidate: String) -> Bool {
    guard let member = plan.juror(juror), !absent.contains(juror) else { return false }
    return member.years >= referential.rules.minimumYears && plan.tie(of: juror, with: candidate) == nil
  }
}
