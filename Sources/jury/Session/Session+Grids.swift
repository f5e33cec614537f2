import Evaluation
import Store

extension Session {
  /// A candidate's grid on disk: sealed, voided while its reopening is not recorded yet, or none.
  enum GridFile {
    case none
    case sealed(SealedGrid)
    /// A crash came between putting the grid aside and recording why.
    case voided(SealedGrid)
  }

  /// - Parameter edition: the one that would be voided now.
  func gridFile(of candidate: String, edition: Int) throws(Refusal) -> GridFile {
    if let grid = try grid({ () throws(StoreFault) in try directory.grid(of: candidate) }) { return .sealed(grid) }
    let voided = try grid { () throws(StoreFault) in try directory.voidedGrid(of: candidate, edition: edition) }
    return voided.map(GridFile.voided) ?? .none
  }

  private func grid(_ place: () throws(StoreFault) -> String) throws(Refusal) -> SealedGrid? {
    let path: String
    let bytes: [UInt8]
    do throws(StoreFault) {
      path = try place()
      bytes = try directory.read(path)
    } catch {
      let refusal = error.refusal
      guard refusal.code == .noInput else { throw refusal }
      return nil
    }
    do throws(Refusal) { return try SealedGrid(parsing: bytes) } catch { throw error.inside(path) }
  }

  /// Puts a grid in its place, whole or not at all.
  func replace(_ grid: SealedGrid) throws(Refusal) {
    do throws(StoreFault) {
      try directory.replace(try directory.grid(of: grid.grid.candidate), with: grid.envelope.bytes)
    } catch {
      throw error.refusal
    }
  }

  func voidGrid(of candidate: String, edition: Int) throws(Refusal) {
    do throws(StoreFault) { try directory.voidGrid(of: candidate, edition: edition) } catch { throw error.refusal }
  }
}
