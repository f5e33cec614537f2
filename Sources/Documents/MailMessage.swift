import Evaluation
import JSON

/// A mail message with attachments, to be opened in a mail program and sent by a person (RFC 5322, RFC 2045–2049).
///
/// Its law: the same value makes the same bytes; no text can add a header or end a part.
public struct MailMessage: Equatable, Sendable {
  public struct Attachment: Equatable, Sendable {
    /// ASCII letters, digits, `.`, `_` and `-`.
    public var name: String
    /// `application/pdf`.
    public var type: String
    public var bytes: [UInt8]

    public init(name: String, type: String, bytes: [UInt8]) {
      self.name = name
      self.type = type
      self.bytes = bytes
    }
  }

  public struct Address: Equatable, Sendable {
    public var name: String
    public var address: String

    public init(name: String, address: String) {
      self.name = name
      self.address = address
    }
  }

  /// Nil leaves it to the mail program.
  public var from: Address?
  public var to: Address
  public var subject: String
  public var date: WallTime
  public var body: String
  public var attachments: [Attachment]
  /// What separates the parts; `=_` begins no line of base64.
  public var boundary: String

  public init(
    from: Address?, to: Address, subject: String, date: WallTime, body: String, attachments: [Attachment],
    boundary: String
  ) {
    self.from = from
    self.to = to
    self.subject = subject
    self.date = date
    self.body = body
    self.attachments = attachments
    self.boundary = boundary
  }

  /// The file, lines ending in CRLF.
  public var bytes: [UInt8] {
    var lines = from.map { ["From: " + Self.header($0)] } ?? []
    lines += [
      "To: " + Self.header(to), "Subject: " + Self.encodedWords(subject), "Date: " + Self.date(date),
      // A draft, to the mail programs that know the word: nothing was sent.
      "X-Unsent: 1", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=\"=_\(boundary)\"", "",
      "--=_\(boundary)", "Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: base64", "",
    ]
    let body = body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    lines += Self.base64Lines(Array(body.utf8))
    for attachment in attachments {
      lines += [
        "--=_\(boundary)", "Content-Type: \(attachment.type); name=\"\(attachment.name)\"",
        "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=\"\(attachment.name)\"", "",
      ]
      lines += Self.base64Lines(attachment.bytes)
    }
    lines += ["--=_\(boundary)--", ""]
    return Array(lines.joined(separator: "\r\n").utf8)
  }

  private static func header(_ address: Address) -> String {
    let place = Plain.line(address.address)
    return address.name.isEmpty ? place : "\(encodedWords(address.name))\r\n <\(place)>"
  }

  /// RFC 2047 words, so cut that each holds whole characters, and that the line of the first is within 76.
  static func encodedWords(_ text: String) -> String {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for character in Plain.line(text) {
      let bytes = Array(String(character).utf8)
      // 36 bytes are 48 characters of base64; the rest of the word takes 12, the longest header's name 9.
      if word.count + bytes.count > 36 {
        words.append(word)
        word = []
      }
      word += bytes
    }
    words.append(word)
    return words.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
  }

  /// RFC 5322 §3.3: `Tue, 01 Dec 2026 18:02:07 +0100`.
  static func date(_ time: WallTime) -> String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let (year, month, day) = time.date.components
    // 1 January 1970 was a Thursday.
    let name = days[((time.date.daysSince1970 % 7) + 7) % 7]
    let zone = time.text.suffix(6).filter { $0 != ":" }
    return "\(name), \(day < 10 ? "0" : "")\(day) \(months[month - 1]) \(year) \(time.timeOfDayText) \(zone)"
  }

  /// Lines of at most 76 characters (RFC 2045 §6.8).
  private static func base64Lines(_ bytes: [UInt8]) -> [String] {
    stride(from: 0, to: bytes.count, by: 57).map { base64(Array(bytes[$0..<min($0 + 57, bytes.count)])) }
  }

  /// RFC 4648 §4, padded.
  private static func base64(_ bytes: [UInt8]) -> String {
    let text = Base64URL.encode(bytes).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
    return String(text) + String(repeating: "=", count: (4 - text.count % 4) % 4)
  }
}
