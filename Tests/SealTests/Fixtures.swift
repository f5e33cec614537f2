import JSON
import Testing

@testable import Seal

/// RFC 8037, appendix A.
enum RFC8037 {
  static let d = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"
  static let x = "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
  static let publicJWK = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
  static let signingInput = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc"
  static let signature = "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"

  static func privateKey() throws -> PrivateKey { try PrivateKey(seed: #require(Base64URL.decode(d))) }
}

/// The bytes of hexadecimal digits; an odd last digit is left out.
func bytes(hex: String) -> [UInt8] {
  let digits = hex.compactMap(\.hexDigitValue)
  return stride(from: 1, to: digits.count, by: 2).map { last in UInt8(digits[last - 1] << 4 | digits[last]) }
}

/// The name of the fault `work` throws, nil when it throws none.
func faultName(_ work: () throws(SealFault) -> Void) -> String? {
  do throws(SealFault) {
    try work()
    return nil
  } catch {
    return error.name
  }
}
