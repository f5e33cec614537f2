import Glibc

/// What libFuzzer calls with the bytes that it makes up. Its target's name is in the environment: JURY_FUZZ.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let began = processorSeconds()
  do {
    try target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    end("\(target): \(error)")
  }
  if processorSeconds() - began > patience { end("\(target): over \(patience) s of the processor") }
  return 0
}

private let target: FuzzTarget = {
  let name = getenv("JURY_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget(rawValue: name) else {
    end("JURY_FUZZ is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
  }
  return target
}()

/// Ends as a crash does: libFuzzer keeps the bytes.
private func end(_ reason: String) -> Never {
  let line = Array((reason + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
  abort()
}
