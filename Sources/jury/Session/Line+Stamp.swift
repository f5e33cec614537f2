import Evaluation
import Store

extension Line {
  /// When it was written; nil when its date is no possible one.
  var stamp: Stamp? { WallTime(at).map { Stamp(at: $0, boot: boot, up: up) } }
}
