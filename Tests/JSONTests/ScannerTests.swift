import JSON
import Testing

@Suite struct ScannerTests {
  func scan<Result>(_ text: String, _ body: (inout JSON.Scanner) -> Result) -> Result {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var scanner = JSON.Scanner(bytes)
      return body(&scanner)
    }
  }

  @Test func `pieces are passed in turn, to the end`() {
    let read = scan(#"{"at":"09:12","event":{"a":[1]},"n":12}"#) { scanner in
      var read: [String?] = [scanner.pass(#"{"at":""#) ? "begun" : nil]
      read.append(scanner.pass(count: 5).map { String(decoding: $0, as: UTF8.self) })
      read.append(scanner.pass(text: "\",\"event\":") ? "named" : nil)
      read.append(scanner.value()?.text)
      read.append(scanner.pass(#","n":"#) ? "numbered" : nil)
      read.append(scanner.integer().map(String.init))
      read.append(scanner.isAtEnd ? "ended" : "open")
      read.append(scanner.pass("}") && scanner.isAtEnd ? "ended" : nil)
      return read
    }
    #expect(read == ["begun", "09:12", "named", #"{"a":[1]}"#, "numbered", "12", "open", "ended"])
  }

  @Test(arguments: ["abcdefgh-", "abcdefghi-", "-bcdefghi", "abcd-fghi", "abcdefghij"])
  func `what differs anywhere, or is longer, is not passed`(expected: String) {
    #expect(scan("abcdefghi") { [$0.pass(text: expected), $0.pass(text: "abcdefghi")] } == [false, true])
  }

  @Test func `nothing is passed beyond the end`() {
    let passed = scan("ab") { scanner in
      [
        scanner.pass(count: 3) != nil, scanner.pass(count: -1) != nil, scanner.pass("abc"), scanner.integer() != nil,
        scanner.pass("ab"), scanner.integer() != nil, scanner.value() != nil, scanner.pass(""),
      ]
    }
    #expect(passed == [false, false, false, false, true, false, false, true])
  }

  @Test(arguments: [" 1", "[1 ]", #"{"b":1,"a":2}"#, #""\u0041""#, "01", "1.5", "-0", "nul"])
  func `a value that has another text is not passed`(text: String) {
    #expect(scan(text) { $0.value() } == nil)
  }
}
