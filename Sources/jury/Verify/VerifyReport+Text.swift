import Evaluation
import JSON
import Screen
import Seal

extension VerifyReport {
  /// For people: a line a signature, a line a finding, the verdict last.
  func text(_ language: Language) -> String {
    var lines: [String] = []
    for grid in grids {
      let name = grid.sealed.map {
        ($0.grid.isMock ? Phrase("ORAL BLANC · ", "MOCK ORAL · ")(language) : "")
          + "\($0.grid.family.uppercased()) \($0.grid.given) · \($0.grid.session)"
      }
      lines += self.lines(of: grid.sealed, name, grid.path, grid.findings, isCompared: grid.isCompared, language) + [""]
    }
    if let minutes {
      let name = minutes.sealed.map { "\(Phrase("Procès-verbal", "Minutes")(language)) · \($0.content.session)" }
      lines +=
        self.lines(of: minutes.sealed, name, minutes.path, minutes.findings, isCompared: minutes.isCompared, language)
        + [""]
    }
    if let purge {
      let count = purge.chains.reduce(0) { $0 + max(0, $1.digests.count - 1) }
      lines.append(
        Phrase(
          "\(purge.session) : purgée le \(purge.purgedAt.date.longText(.fr)) ; empreintes : journaux (\(purge.chains.count), de \(count) faits), documents (\(purge.documents.count))",
          "\(purge.session): purged on \(purge.purgedAt.date.longText(.en)); digests: journals (\(purge.chains.count), of \(count) facts), documents (\(purge.documents.count))"
        )(language))
    }
    lines += voids.map { path in
      let who =
        path.hasSuffix(".grid.json")
        ? Phrase("annulée par le jury", "voided by the jury")
        : Phrase("annulé par le responsable", "voided by the manager")
      return path + Phrase(" : ", ": ")(language) + who(language)
    }
    lines += absent.map {
      $0 + Phrase(" : ", ": ")(language) + Phrase("absent, pas de grille", "absent, no grid")(language)
    }
    lines += findings.map { $0.line(language) }
    lines.append(verdict(language))
    return lines.map { SafeText.line($0) + "\n" }.joined()
  }

  /// - Parameter name: whose document it is.
  private func lines<Content>(
    of sealed: Sealed<Content>?, _ name: String?, _ path: String, _ findings: [Finding], isCompared: Bool,
    _ language: Language
  ) -> [String] {
    var lines = [path]
    if let sealed {
      lines.append("  \(name ?? "?") · SHA-256 \(sealed.digest)")
      for signature in SignatureReport.all(of: sealed) {
        let state =
          signature.isValid ? Phrase("signature valide", "valid signature") : Phrase("NON VALIDE", "NOT VALID")
        lines.append(
          "  \(signature.isValid ? "✓" : "✗") \(signature.name) · \(signature.at) · \(signature.kid) · \(state(language))"
        )
      }
    }
    lines += findings.map { "  " + $0.line(language) }
    if !isCompared {
      lines.append(
        "  "
          + Phrase(
            "sans sa session : clés et journaux non comparés", "without its session: keys and journals not compared")(
            language))
    }
    return lines
  }

  private func verdict(_ language: Language) -> String {
    if stands { return Phrase("Complet et intact.", "Complete and intact.")(language) }
    let count = allFindings.count
    return Phrase(
      "NON VALIDE : \(count) défaut\(count > 1 ? "s" : "").", "NOT VALID: \(count) fault\(count > 1 ? "s" : "").")(
        language)
  }

  /// For scripts.
  func json(_ language: Language) -> JSON {
    .object([
      "valid": .bool(stands), "grids": .array(grids.map { $0.json(language) }),
      "minutes": minutes.map { $0.json(language) },
      "voids": .array(voids.map { .string($0) }), "absent": .array(absent.map { .string($0) }),
      "findings": .array(findings.map { $0.json(language) }),
    ])
  }
}

extension VerifyReport.GridFile {
  fileprivate func json(_ language: Language) -> JSON {
    .object([
      "path": .string(path), "candidate": .string(candidate), "valid": .bool(findings.isEmpty),
      "compared": .bool(isCompared), "digest": sealed.map { .string($0.digest) },
      "edition": sealed.map { .int($0.grid.edition) },
      "signatures": .array(sealed.map(SignatureReport.all)?.map(\.json) ?? []),
      "refusals": .array(sealed?.verification.refusals.map(\.json) ?? []),
      "findings": .array(findings.map { $0.json(language) }),
    ])
  }
}

extension VerifyReport.MinutesFile {
  fileprivate func json(_ language: Language) -> JSON {
    .object([
      "path": .string(path), "valid": .bool(findings.isEmpty), "compared": .bool(isCompared),
      "digest": sealed.map { .string($0.digest) }, "edition": sealed.map { .int($0.content.edition) },
      "signatures": .array(sealed.map(SignatureReport.all)?.map(\.json) ?? []),
      "refusals": .array(sealed?.verification.refusals.map(\.json) ?? []),
      "findings": .array(findings.map { $0.json(language) }),
    ])
  }
}

extension Finding {
  fileprivate func line(_ language: Language) -> String {
    let subject = name == .refused ? Phrase("refusée par \(subject)", "refused by \(subject)")(language) : subject
    return "✗ " + Phrase("\(subject) : \(reason.fr)", "\(subject): \(reason.en)")(language)
  }

  fileprivate func json(_ language: Language) -> JSON {
    .object(["name": .string(name.rawValue), "subject": .string(subject), "reason": .string(reason(language))])
  }
}

extension Verification.Refusal {
  fileprivate var json: JSON {
    .object([
      "juror": .string(refusal.juror), "at": .string(refusal.at), "reason": .string(refusal.reason),
      "status": .string(status.rawValue),
    ])
  }
}

/// A signature as the report names it.
struct SignatureReport: Equatable {
  let juror: String
  let name: String
  /// As signed; empty when nothing proves it.
  let at: String
  let kid: String
  let status: String

  var isValid: Bool { status == "valid" }

  /// In the file's order. Names come from the payload, by the key: a header's claims prove nothing.
  static func all<Content>(of sealed: Sealed<Content>) -> [SignatureReport] {
    sealed.verification.signatures.map { signature in
      let kid = signature.kid ?? "?"
      let signer = sealed.content.signers.first { $0.thumbprint == kid }
      var at = ""
      if case .valid(let facts) = signature.status { at = facts.at }
      return SignatureReport(
        juror: signer?.juror ?? "", name: signer?.name ?? "?", at: at, kid: kid, status: signature.status.name)
    }
  }

  fileprivate var json: JSON {
    .object([
      "juror": .string(juror), "name": .string(name), "at": .string(at), "kid": .string(kid), "status": .string(status),
    ])
  }
}
