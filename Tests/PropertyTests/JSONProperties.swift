import Testing

@testable import JSON

extension Draws {
  mutating func json(depth: Int = 0) -> JSON {
    switch int(0...(depth < 4 ? 6 : 4)) {
    case 0: .null
    case 1: .bool(oneIn(2))
    case 2: .int(oneIn(3) ? int(-9_007_199_254_740_991...9_007_199_254_740_991) : int(-100...100))
    case 3, 4: .string(text(0...12))
    case 5: .array(list(0...4) { $0.json(depth: depth + 1) })
    default: object(depth: depth)
    }
  }

  mutating func object(depth: Int = 0) -> JSON {
    var members: [JSON.Member] = []
    for _ in 0..<int(0...4) {
      let key = text(0...6)
      if !members.contains(where: { $0.key.hasBytes(of: key) }) {
        members.append(JSON.Member(key, json(depth: depth + 1)))
      }
    }
    return .object(of: members)
  }

  /// The same text with a byte changed, put in or left out.
  mutating func mutant(of bytes: [UInt8]) -> [UInt8] {
    var mutant = bytes
    let place = int(0...max(0, bytes.count - 1))
    switch int(0...3) {
    case 0 where !bytes.isEmpty: mutant[place] ^= 1 << UInt8(int(0...7))
    case 1 where !bytes.isEmpty: mutant.remove(at: place)
    case 2 where !bytes.isEmpty: mutant.swapAt(place, int(0...bytes.count - 1))
    default: mutant.insert(oneIn(2) ? 0x20 : UInt8(int(0...255)), at: place)
    }
    return mutant
  }
}

@Suite struct JSONProperties {
  @Test func `a value's canonical text is read as the same value, and known to be canonical`() {
    always { draws in
      let value = draws.json()
      var isCanonical = false
      return try JSON.parse(value.bytes, isCanonical: &isCanonical) == value && isCanonical
    }
  }

  @Test func `a value's readable text is the same value`() {
    always { draws in
      let value = draws.json()
      return try JSON.parse(Array(value.readableText.utf8)).bytes == value.bytes
    }
  }

  @Test func `a text is canonical when, and only when, writing its value gives it again`() {
    always { draws in
      let text = draws.mutant(of: draws.object().bytes)
      var isCanonical = true
      guard let value = try? JSON.parse(text, isCanonical: &isCanonical) else { return true }
      return isCanonical == (value.bytes == text)
    }
  }

  @Test func `a scanner passes a value when, and only when, its text is canonical`() {
    always { draws in
      let text = draws.mutant(of: draws.object().bytes)
      var isCanonical = false
      let value = try? JSON.parse(text, isCanonical: &isCanonical)
      return text.withUnsafeBufferPointer { bytes in
        var scanner = JSON.Scanner(bytes)
        let passed = scanner.value()
        // What follows the value is for the scanner's owner to refuse.
        guard scanner.isAtEnd else { return passed == nil || value == nil || !isCanonical }
        return passed == (isCanonical ? value : nil)
      }
    }
  }

  @Test func `the order in which members are written changes nothing`() {
    always { draws in
      let value = draws.object()
      let shuffled = (value.members ?? []).shuffled(using: &draws).map {
        "\(JSON.string($0.key).text) : \($0.value.text)"
      }
      return try JSON.parse(Array("{\(shuffled.joined(separator: " ,\n"))}".utf8)).bytes == value.bytes
    }
  }

  @Test func `bytes are the same after base64url`() {
    always { draws in
      let bytes = draws.bytes(0...40)
      return Base64URL.decode(Base64URL.encode(bytes)) == bytes
    }
  }

  @Test func `bytes have one text in base64url`() {
    always { draws in
      let text = String(decoding: draws.mutant(of: Array(Base64URL.encode(draws.bytes(1...12)).utf8)), as: UTF8.self)
      return Base64URL.decode(text).map { Base64URL.encode($0) == text } ?? true
    }
  }

  @Test func `a path leads to its value in the text`() {
    always { draws in
      var value = JSON.object(of: [JSON.Member("root", draws.object())])
      let text = value.bytes
      var steps: [JSON.Path.Step] = []
      while draws.int(0...3) > 0 {
        if let items = value.array, !items.isEmpty {
          let place = draws.int(0...items.count - 1)
          steps.append(.item(place))
          value = items[place]
        } else if let members = value.members, !members.isEmpty {
          let member = draws.one(of: members)
          steps.append(.member(member.key))
          value = member.value
        } else {
          break
        }
      }
      guard let offset = JSON.offset(of: JSON.Path(steps), in: text) else { return false }
      return text[offset...].starts(with: value.bytes)
    }
  }
}
