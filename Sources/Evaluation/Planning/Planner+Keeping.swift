extension Planner {
  /// The slots that stay: those held, then those that nothing spoils, then those mended where they are.
  func kept() -> [Slot] {
    let ordered = Self.inOrder(plan.slots)
    var board = Board(slots: ordered.filter(isHeld), planner: self)
    var spoilt: [Slot] = []
    for slot in ordered where !isHeld(slot) {
      if stays(slot, on: board) { board.slots.append(slot) } else { spoilt.append(slot) }
    }
    for slot in spoilt {
      if let mended = mended(slot, on: board) { board.slots.append(mended) }
    }
    return board.slots
  }

  private func stays(_ slot: Slot, on board: Board) -> Bool {
    isPossible(slot) && board.isRoomFree(slot) && slot.jury.allSatisfy { mayHear($0, slot.candidate) }
      && slot.jury.allSatisfy { board.isFree($0, for: slot, changing: 0) } && isLawful(slot.jury)
      && slot.minutes >= needed(slot)
  }

  /// The same place and time, with another jury or a longer slot.
  private func mended(_ slot: Slot, on board: Board) -> Slot? {
    var slot = slot
    slot.minutes = max(slot.minutes, needed(slot))
    guard isPossible(slot), board.isRoomFree(slot) else { return nil }
    let change = plan.settings.planning.roomChangeMinutes
    guard
      let found = jury(
        for: slot.candidate, from: slot.jury,
        isFree: { id in board.isFree(id, for: slot, changing: slot.jury.contains(id) ? 0 : change) })
    else { return nil }
    slot.jury = found.jury
    return slot
  }

  /// The room is still used, and the session's dates hold the slot. Hours and meals are the manager's to waive.
  private func isPossible(_ slot: Slot) -> Bool {
    (plan.rooms.isEmpty || plan.room(slot.room) != nil) && !closed.contains(slot.room)
      && slot.start.date >= plan.from && slot.end.advanced(by: -1).date <= plan.to
  }

  /// The least minutes of a slot: the oral and its extra time; annex 2's where it says a number.
  private func needed(_ slot: Slot) -> Int {
    guard let candidate = plan.candidate(slot.candidate), let format = plan.format(of: candidate, in: referential),
      let length = plan.slotLength(of: candidate, in: referential)
    else { return 0 }
    return length.source == .annex2 ? length.minutes : format.minutes + candidate.extraMinutes
  }
}
