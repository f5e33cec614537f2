import Evaluation
import JSON
import Seal

/// What a package holds: `manifest.json`, but for itself and the message made of all.
struct PackageManifest: Equatable {
  static let format = "jury-package/1"
  static let name = "manifest.json"
  static let messageName = "message.eml"
  static let coverName = "bordereau.pdf"
  static let minutesName = "proces-verbal"

  struct File: Equatable {
    let name: String
    let bytes: Int
    /// Hexadecimal, as `sha256sum -c` reads it.
    let sha256: String
  }

  var session: String
  var title: String
  /// Of the certifier's committee, as the referential says (section 2.5).
  var toName: String
  var toAddress: String
  /// The manager's address, when one was given.
  var from: String?
  var at: WallTime
  /// Sorted by name.
  var files: [File]

  static func gridName(_ candidate: String) -> String { "grille-\(candidate)" }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    Digest.sha256(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

extension PackageManifest.File {
  init(name: String, _ bytes: [UInt8]) {
    self.init(name: name, bytes: bytes.count, sha256: PackageManifest.hexadecimal(bytes))
  }
}

extension PackageManifest {
  /// The text of the file.
  var bytes: [UInt8] { Array(json.readableText.utf8) }

  private var json: JSON {
    .object([
      "format": .string(Self.format), "session": .object(["id": .string(session), "title": .string(title)]),
      "to": .object(["name": .string(toName), "address": .string(toAddress)]), "from": from.map(JSON.string),
      "at": .string(at.text),
      "files": .array(
        files.map {
          .object(["name": .string($0.name), "bytes": .int($0.bytes), "sha256": .string($0.sha256)])
        }),
    ])
  }

  /// The manifest of a file's text, which must be the one that it would be written with.
  init(parsing text: [UInt8]) throws(Refusal) {
    let json = try Session.parse(text, at: Self.name)
    guard json["format"]?.string == Self.format, let session = json["session"]?["id"]?.string,
      let title = json["session"]?["title"]?.string, let toName = json["to"]?["name"]?.string,
      let toAddress = json["to"]?["address"]?.string, let at = json["at"]?.string.flatMap(WallTime.init),
      let entries = json["files"]?.array
    else { throw Self.malformed }
    var files: [File] = []
    for entry in entries {
      guard let name = entry["name"]?.string, let bytes = entry["bytes"]?.int, let sha256 = entry["sha256"]?.string,
        Self.isPlain(name)
      else { throw Self.malformed }
      files.append(File(name: name, bytes: bytes, sha256: sha256))
    }
    self.init(
      session: session, title: title, toName: toName, toAddress: toAddress, from: json["from"]?.string, at: at,
      files: files)
    guard self.bytes == text, Set(files.map(\.name)).count == files.count else { throw Self.malformed }
  }

  /// A name that is one file's of this directory, and nothing to a mail header.
  private static func isPlain(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.isEmpty
      && name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
      }
  }

  private static let malformed = Refusal(
    Phrase("ce n'est pas le manifeste d'un paquet", "this is no package's manifest"), code: .badData)
}
