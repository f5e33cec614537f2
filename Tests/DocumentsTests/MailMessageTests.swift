import Evaluation
import Testing

@testable import Documents

@Suite struct MailMessageTests {
  private func message(subject: String = "Session", name: String = "Comité", date: String = "2026-12-01T18:02:07+01:00")
    throws -> String
  {
    let message = MailMessage(
      from: nil, to: .init(name: name, address: "a@example.org"), subject: subject,
      date: try #require(WallTime(date)), body: "Bonjour,\nvoilà.",
      attachments: [.init(name: "a.json", type: "application/json", bytes: Array(repeating: 0xFF, count: 58))],
      boundary: "b")
    return String(decoding: message.bytes, as: UTF8.self)
  }

  @Test func `a message is its headers, its text and its attachments, in lines of CRLF`() throws {
    let expected = """
      To: =?UTF-8?B?Q29taXTDqQ==?=
       <a@example.org>
      Subject: =?UTF-8?B?U2Vzc2lvbg==?=
      Date: Tue, 01 Dec 2026 18:02:07 +0100
      X-Unsent: 1
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="=_b"

      --=_b
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: base64

      Qm9uam91ciwNCnZvaWzDoC4=
      --=_b
      Content-Type: application/json; name="a.json"
      Content-Transfer-Encoding: base64
      Content-Disposition: attachment; filename="a.json"

      ////////////////////////////////////////////////////////////////////////////
      /w==
      --=_b--

      """
    #expect(
      try message() == expected.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n"))
  }

  @Test func `no text adds a header, and long ones are cut between characters`() throws {
    let text = try message(subject: "Un\r\nBcc: x@example.org", name: "\r\nBcc: y")
    #expect(!text.contains("\nBcc:"))
    let words = MailMessage.encodedWords(String(repeating: "é", count: 40)).split(separator: "\r\n ")
    #expect(words.count == 3 && words.allSatisfy { $0.count <= 75 })
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00+00:00", "Thu, 01 Jan 1970"), ("2024-02-29T12:00:00-05:00", "Thu, 29 Feb 2024"),
  ])
  func `the day of the week is the calendar's`(date: String, start: String) throws {
    #expect(try message(date: date).contains("Date: \(start)"))
  }
}
