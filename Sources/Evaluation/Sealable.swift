import JSON

/// What can be sealed: a value with one text, which names who must sign it.
public protocol Sealable: Equatable, Sendable {
  /// The `typ` of its signatures' headers: a signature for one kind of document never passes for another.
  static var mediaType: String { get }
  /// « cette grille », “this grid”.
  static var thisOne: Phrase { get }

  var signers: [Signer] { get }
  /// Every journal that it was built from and that holds a fact, by path.
  var sources: [JournalSource] { get }
  /// The payload that is signed.
  var json: JSON { get }

  /// The value of a payload.
  ///
  /// - Throws: the first fault, with its place; so that one value has one text, also for a payload that ``json`` would not
  ///   have written.
  init(json: JSON) throws(Refusal)
}

/// Who must sign a sealed document, as the document names them.
public struct Signer: Equatable, Sendable {
  /// A juror's id, or ``Plan/Manager/id``.
  public var juror: String
  public var name: String
  public var post: String
  public var company: String
  /// « Président du jury », « Membre du jury », « Responsable de session ».
  public var capacity: String
  /// Of the key they sign with (RFC 7638).
  public var thumbprint: String
  public var key: JSON
}

/// A journal that a sealed document was built from, as far as it was read.
public struct JournalSource: Equatable, Sendable {
  /// In the session's directory.
  public var path: String
  /// SHA-256 of its last line, base64url.
  public var head: String
  public var lines: Int

  public init(path: String, head: String, lines: Int) {
    self.path = path
    self.head = head
    self.lines = lines
  }
}

extension Signer {
  var json: JSON {
    .object([
      "juror": .string(juror), "name": .string(name), "post": .string(post), "company": .string(company),
      "capacity": .string(capacity), "thumbprint": .string(thumbprint), "key": key,
    ])
  }

  init(members: Members) throws(Refusal) {
    self.init(
      juror: try members.identifier("juror"), name: try members.text("name"), post: try members.text("post"),
      company: try members.text("company"), capacity: try members.text("capacity"),
      thumbprint: try members.text("thumbprint"), key: try members.verbatimObject("key"))
  }

  /// A juror as they sign.
  ///
  /// - Parameter thumbprint: of a public key's JWK, or nil when it is none.
  /// - Throws: without a sound key in the plan.
  init(_ juror: Juror, thumbprint: (JSON) -> String?) throws(Refusal) {
    guard let key = juror.key, let print = thumbprint(key) else {
      throw Refusal(Obstacle.keyMissing(juror: juror.name).phrase, code: .badData)
    }
    self.init(
      juror: juror.id, name: juror.name, post: juror.post, company: juror.company,
      capacity: juror.isPresident ? "Président du jury" : "Membre du jury", thumbprint: print, key: key)
  }
}

extension JournalSource {
  var json: JSON { .object(["path": .string(path), "head": .string(head), "lines": .int(lines)]) }

  init(members: Members) throws(Refusal) {
    self.init(
      path: try members.text("path"), head: try members.text("head"),
      lines: try members.number("lines", in: 1...10_000_000))
  }
}

extension Sealable {
  /// Refuses a payload that ``json`` would not have written: a second way to write it would be signed bytes that nothing
  /// here would write; and journals that are not in their one order, each once.
  func refuseOtherText(than json: JSON) throws(Refusal) {
    for (index, (source, next)) in zip(sources, sources.dropFirst()).enumerated() where source.path >= next.path {
      throw Self.outOfOrder.at("journals[\(index + 1)].path")
    }
    guard self.json == json else {
      let (fr, en) = (Self.thisOne.fr, Self.thisOne.en)
      throw Refusal(
        Phrase("\(fr) n'est pas sous sa forme canonique", "\(en) is not in its canonical form"), code: .badData)
    }
  }

  static var outOfOrder: Refusal {
    Refusal(Phrase("figure deux fois, ou n'est pas à sa place", "stands twice, or is not in its place"), code: .badData)
  }
}
