import JSON

/// A JSON object read member by member, every failure told with the part it was found in.
struct StrictObject {
  let part: SealFault.Part
  let value: JSON

  init(_ value: JSON, _ part: SealFault.Part) throws(SealFault) {
    guard value.members != nil else { throw .notAnObject(part) }
    self.part = part
    self.value = value
  }

  /// The object whose canonical text is exactly `bytes`.
  init(canonical bytes: [UInt8], _ part: SealFault.Part) throws(SealFault) {
    try self.init(JSON.canonical(bytes, part), part)
  }

  var names: [String] { value.members?.map(\.key) ?? [] }

  /// Refuses the first member not in `allowed`.
  func allow(only allowed: [String]) throws(SealFault) {
    for name in names where !allowed.contains(where: name.isExactly) { throw .unknownMember(part, name) }
  }

  func member(_ name: String) throws(SealFault) -> JSON {
    guard let member = value[name] else { throw .missingMember(part, name) }
    return member
  }

  func string(_ name: String) throws(SealFault) -> String {
    guard let text = try member(name).string else { throw .wrongMember(part, name) }
    return text
  }

  /// A text that says something.
  func words(_ name: String) throws(SealFault) -> String {
    let text = try string(name)
    guard !text.isEmpty else { throw .wrongMember(part, name) }
    return text
  }

  func int(_ name: String) throws(SealFault) -> Int {
    guard let number = try member(name).int else { throw .wrongMember(part, name) }
    return number
  }

  func bytes(_ name: String) throws(SealFault) -> [UInt8] {
    guard let bytes = Base64URL.decode(try string(name)) else { throw .notBase64URL(part, name) }
    return bytes
  }

  /// Refuses any value but `expected`.
  func require(_ name: String, _ expected: String) throws(SealFault) {
    guard try string(name).isExactly(expected) else { throw .wrongMember(part, name) }
  }
}

extension String {
  /// Byte equality. Swift's `==` takes canonical twins for one: "K" and the Kelvin sign.
  func isExactly(_ other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}

extension JSON {
  static func read(_ bytes: [UInt8], _ part: SealFault.Part) throws(SealFault) -> JSON {
    do throws(JSON.Fault) { return try JSON.parse(bytes) } catch { throw .notJSON(part, error) }
  }

  /// The value whose canonical text is exactly `bytes`.
  static func canonical(_ bytes: [UInt8], _ part: SealFault.Part) throws(SealFault) -> JSON {
    let value = try read(bytes, part)
    guard value.bytes == bytes else { throw .notCanonical(part) }
    return value
  }
}
