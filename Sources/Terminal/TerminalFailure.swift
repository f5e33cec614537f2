/// Why there is no terminal to show anything on.
public enum TerminalFailure: Error, Equatable, Sendable {
  /// Standard input or standard output is a file, a pipe or nothing.
  case notATerminal
  /// No description of the type in `TERM` is installed, or `TERM` says nothing.
  case unknownType
  /// The terminal cannot place its cursor: `TERM=dumb`, a printer.
  case tooSimple
  /// The terminal would not take its modes.
  case failed
}
