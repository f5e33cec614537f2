/// What a key of the table asks for. One case, one line of the table, one case of an update.
public enum Command: String, SharedCommand, CaseIterable {
  // Anywhere.
  case help, back, quit, redraw, suspend
  // Moving.
  case up, down, pageUp, pageDown, first, last, previousCompetency, nextCompetency, goToCompetency, jump
  // Home.
  case open
  // Before the oral.
  case toggleRow, declareTie, toggleAbsent, startOral
  // The live oral.
  case markMet, markNotMet, markToProbe, clearMark, note, question, ask, undo, search, wholeText
  case clock, backdate, nextPhase, nextAssessment, endOral, time, agenda, deliberate, notes
  // Deliberation and decision.
  case acquired, notAcquired, clearVerdict, criteria, nextUndecided, blocks, obstacles, take, comment, grid
  // The grid.
  case seal, sign, reopen, refuseSignature
  // The session's manager.
  case acknowledge, interruption
  // Several jurors.
  case takeHand, handIn, confirmAgreed, openVote, confirmWhole, reserve, release, agreement, share

  /// Whether it can end in a fact, which a console that only watches never records.
  var records: Bool {
    switch self {
    case .help, .back, .quit, .redraw, .suspend, .up, .down, .pageUp, .pageDown, .first, .last, .previousCompetency,
      .nextCompetency, .goToCompetency, .jump, .open, .search, .wholeText, .time, .agenda, .deliberate, .notes,
      .criteria,
      .nextUndecided, .blocks, .obstacles, .grid, .agreement, .acknowledge:
      false
    case .toggleRow, .declareTie, .toggleAbsent, .startOral, .markMet, .markNotMet, .markToProbe, .clearMark, .note,
      .question, .ask, .undo, .clock, .backdate, .nextPhase, .nextAssessment, .endOral, .acquired, .notAcquired,
      .clearVerdict, .take, .comment, .seal, .sign, .reopen, .refuseSignature, .takeHand, .handIn, .confirmAgreed,
      .openVote, .confirmWhole, .reserve, .release, .interruption, .share:
      true
    }
  }
}
