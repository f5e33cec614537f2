import Evaluation
import Store

/// What `purge.json` is to the session's directory in which it lies.
///
/// Its law: while the plan is there, a purge counts only when it is that plan's, signed with its manager's key, and speaks of
/// all that is still there. A file that anybody can copy takes nobody's session away.
enum PurgeStanding {
  case absent
  /// The session's: done, or interrupted on its way.
  case purged(SealedPurge)
  /// Not that of the session that is there, which goes on as if it were not: why.
  case foreign(Phrase)

  /// - Throws: where the plan is gone, what cannot be read.
  init(of directory: SessionDirectory) throws(Refusal) {
    guard (try? directory.disk.status(of: directory.purge))?.isFile == true else {
      self = .absent
      return
    }
    guard (try? directory.disk.status(of: directory.plan)) != nil else {
      self = .purged(try SealedPurge(in: directory))
      return
    }
    do throws(Refusal) {
      let sealed = try SealedPurge(in: directory)
      let bytes = try told { () throws(StoreFault) in try directory.read(directory.plan) }
      let plan = try Session.plan(in: bytes, at: directory.plan)
      let fault = sealed.fault(as: plan) ?? sealed.fault(in: directory)
      self = fault.map(PurgeStanding.foreign) ?? .purged(sealed)
    } catch {
      self = .foreign(error.reason)
    }
  }

  /// What is said where it counts for nothing.
  static func refused(_ reason: Phrase) -> Phrase {
    Phrase(
      "ce n'est pas la purge de cette session : \(reason.fr)", "it is not this session's purge: \(reason.en)")
  }
}
