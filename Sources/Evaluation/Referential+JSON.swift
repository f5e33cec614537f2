import JSON

extension Referential {
  /// The referential of a file's bytes, or everything that is wrong with it, in the file's order.
  public static func check(_ bytes: [UInt8]) -> Result<Referential, Faults> {
    let json: JSON
    do throws(JSON.Fault) {
      json = try JSON.parse(bytes)
    } catch {
      let position = JSON.Position(offset: error.offset, in: bytes)
      return .failure(Faults(all: [Fault(position: position, reason: error.phrase)]))
    }
    do throws(Faults) {
      return .success(try Referential(json: json))
    } catch {
      return .failure(error.placed(in: bytes))
    }
  }

  /// The referential that a JSON value holds; throws all its faults, of form and of consistency.
  public init(json: JSON) throws(Faults) {
    var reading = Reading()
    let referential = reading.referential(json)
    reading.checkConsistency(of: referential)
    guard reading.faults.isEmpty else { throw Faults(all: reading.faults) }
    self = referential
  }

  /// The JSON value of the referential; its `bytes` are what the referential's digest is computed from.
  public var json: JSON {
    .object([
      "certification": certification.json, "blocks": .array(blocks.map(\.json)),
      "assessments": .array(assessments.map(\.json)), "formats": .array(formats.map(\.json)), "rules": rules.json,
      "source": .string(source),
    ])
  }
}

extension Referential.Faults {
  /// The same faults with their place in the text they were found in, in the text's order.
  fileprivate func placed(in text: [UInt8]) -> Referential.Faults {
    let offsets = JSON.offsets(of: all.map(\.path), in: text).map { $0 ?? 0 }
    let order = all.indices.sorted { (offsets[$0], $0) < (offsets[$1], $1) }
    let positions = JSON.Position.all(of: order.map { offsets[$0] }, in: text)
    return Referential.Faults(
      all: zip(order, positions).map { place, position in
        Referential.Fault(path: all[place].path, position: position, reason: all[place].reason)
      })
  }
}
