import Evaluation
import Glibc
import Screen

/// Asks a person for what a command was not told, one line a question.
struct Questions {
  let language: Language
  private let read: () -> String?
  private let say: (String) -> Void

  /// Nil when nobody can answer: the standard input is no terminal.
  init?(_ language: Language) {
    guard isatty(STDIN_FILENO) == 1 else { return nil }
    self.init(
      language, read: { readLine() },
      say: { text in _ = Array(text.utf8).withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) } })
  }

  init(_ language: Language, read: @escaping () -> String?, say: @escaping (String) -> Void) {
    self.language = language
    self.read = read
    self.say = say
  }

  /// The answer, asked again until it is one.
  ///
  /// - Parameters:
  ///   - usual: what an empty line stands for.
  ///   - meaning: the answer's value, or why it is none.
  /// - Throws: when the person ends the input instead.
  func ask<Value>(
    _ question: Phrase, usual: String? = nil, _ meaning: (String) -> Result<Value, Reason>
  ) throws(Refusal) -> Value {
    while true {
      let offer = usual.map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
      say("\(question(language))\(offer)\(Phrase(" : ", ": ")(language))")
      guard let line = read() else {
        say("\n")
        throw Refusal(Phrase("abandonné : rien n'a été écrit", "given up: nothing was written"), code: .noInput)
      }
      let answer = line.isEmpty ? usual ?? "" : SafeText.line(line)
      switch meaning(answer) {
      case .success(let value): return value
      case .failure(let reason): say("  \(reason.phrase(language))\n")
      }
    }
  }

  /// A text that is not empty.
  func text(_ question: Phrase, usual: String? = nil) throws(Refusal) -> String {
    try ask(question, usual: usual) { answer in
      answer.allSatisfy(\.isWhitespace)
        ? .failure(Reason(Phrase("il faut une réponse", "an answer is needed"))) : .success(answer)
    }
  }

  func date(_ question: Phrase, usual: String? = nil) throws(Refusal) -> CalendarDate {
    try ask(question, usual: usual) { answer in
      SheetValue.date(answer).map(Result.success)
        ?? .failure(Reason(Phrase("une date comme 01/12/2026", "a date such as 2026-12-01")))
    }
  }

  /// Why an answer is none.
  struct Reason: Error {
    let phrase: Phrase

    init(_ phrase: Phrase) { self.phrase = phrase }
  }
}
