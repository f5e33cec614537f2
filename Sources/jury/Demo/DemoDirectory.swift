import Evaluation
import Glibc
import Seal
import Store

/// Where a demonstration works: a directory for its owner only, with a sample session and its jurors' keys.
enum DemoDirectory {
  /// A new directory among the temporary ones.
  static func temporary() throws(Refusal) -> String {
    let parent = environment("TMPDIR").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    var template = Array("\(parent)/jury-demo-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw StoreFault(.cannotCreate(DiskError(.mkdir, errno)), path: parent).refusal
    }
    return String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A directory that the person named: made when missing, refused when it holds anything.
  static func named(_ path: String) throws(Refusal) -> String {
    do throws(StoreFault) { try SessionDirectory(path).create() } catch { throw error.refusal }
    let path = Session.absolute(path)
    let names: [String]
    do throws(DiskError) { names = try SystemDisk().names(in: path) } catch {
      throw StoreFault(.cannotCreate(error), path: path).refusal
    }
    guard names.isEmpty else {
      throw Refusal(
        Phrase("ce répertoire n'est pas vide", "this directory is not empty"),
        hint: Phrase(
          "Donnez un autre nom ; pour reprendre une démo : jury open \(path).",
          "Give another name; to resume a demo: jury open \(path)."), place: path, code: .cannotCreate)
    }
    return path
  }

  /// Puts a sample session there.
  ///
  /// - Parameter now: the day it is moved to; nil leaves it on its own.
  static func fill(_ path: String, with sample: SampleSession, at now: WallTime?) throws(Refusal) -> Session {
    let directory = SessionDirectory(path)
    let plan = try sample.plan(at: now)
    do throws(StoreFault) {
      try directory.replace(directory.plan, with: Array((plan.json.readableText + "\n").utf8))
    } catch { throw error.refusal }
    let keys = KeyStore(directory: "\(path)/keys")
    for bytes in SampleSession.keys {
      let file = try told { () throws(SealFault) in try KeyFile(parsing: bytes) }
      if plan.juror(file.facts.juror) != nil || file.facts.juror == Plan.Manager.id && plan.manager.key != nil {
        try keys.add(file)
      }
    }
    return try Session(directory)
  }
}
