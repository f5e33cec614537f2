/// The language a person reads on screen and in messages; the règlement's own texts stay French.
public enum Language: String, Sendable {
  case fr, en
}

/// A sentence in both languages, written where it is used.
public struct Phrase: Equatable, Sendable {
  public let fr: String
  public let en: String

  public init(_ fr: String, _ en: String) {
    self.fr = fr
    self.en = en
  }

  public func callAsFunction(_ language: Language) -> String { language == .fr ? fr : en }
}

/// Exit codes of the program: sysexits(3), and 1 for "checked, and found not valid".
public enum ExitCode: Int32, Sendable {
  case notValid = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case software = 70
  case cannotCreate = 73
  case ioError = 74
  case noPermission = 77
  case config = 78
}

/// What is told to a person when something cannot be done: the reason, and what to do about it.
public struct Refusal: Error, Equatable, Sendable {
  public let reason: Phrase
  public let hint: Phrase?
  /// Where the fault is: a file, a file and line, a path inside a document.
  public let place: String?
  public let code: ExitCode

  public init(_ reason: Phrase, hint: Phrase? = nil, place: String? = nil, code: ExitCode = .usage) {
    self.reason = reason
    self.hint = hint
    self.place = place
    self.code = code
  }

  /// The same refusal, told of a place.
  public func at(_ place: String) -> Refusal { Refusal(reason, hint: hint, place: place, code: code) }
}
