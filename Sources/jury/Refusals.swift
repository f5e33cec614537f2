import Evaluation

/// Several reasons at once: a file's faulty lines, the options that are missing.
struct Refusals: Error, Equatable {
  /// Never empty.
  let all: [Refusal]
  var code: Evaluation.ExitCode { all.first?.code ?? .software }

  init(_ all: [Refusal]) { self.all = all }

  init(_ one: Refusal) { all = [one] }
}
