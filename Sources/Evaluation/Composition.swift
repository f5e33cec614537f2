/// Why a jury may not hear a candidate (section 2.1 of the règlement).
public enum CompositionFault: Equatable, Sendable {
  case tooFewMembers(present: Int, needed: Int)
  case tooLittleExperience(juror: String, years: Int, needed: Int)
  case tooFewExternal(percent: Int, needed: Int)

  public var phrase: Phrase {
    switch self {
    case .tooFewMembers(let present, let needed):
      Phrase(
        "\(present) juré\(present > 1 ? "s" : "") : le règlement (2.1) en veut au moins \(needed)",
        "\(present) juror\(present == 1 ? "" : "s"): the règlement (2.1) wants at least \(needed)")
    case .tooLittleExperience(let juror, let years, let needed):
      Phrase(
        "\(juror) : \(years) an\(years > 1 ? "s" : "") d'expérience, le règlement (2.1) en veut \(needed)",
        "\(juror): \(years) year\(years == 1 ? "" : "s") of practice, the règlement (2.1) wants \(needed)")
    case .tooFewExternal(let percent, let needed):
      Phrase(
        "\(percent) % de jurés extérieurs : le règlement (2.1) en veut au moins \(needed) %",
        "\(percent) % external jurors: the règlement (2.1) wants at least \(needed) %")
    }
  }
}

extension JuryRules {
  /// What keeps these jurors from being a lawful jury; empty when nothing does.
  public func faults(of jurors: [Juror]) -> [CompositionFault] {
    var faults: [CompositionFault] = []
    if jurors.count < minimumMembers {
      faults.append(.tooFewMembers(present: jurors.count, needed: minimumMembers))
    }
    for juror in jurors where juror.years < minimumYears {
      faults.append(.tooLittleExperience(juror: juror.name, years: juror.years, needed: minimumYears))
    }
    let external = jurors.count { $0.isExternal }
    if !jurors.isEmpty, external * 100 < minimumExternalPercent * jurors.count {
      faults.append(.tooFewExternal(percent: external * 100 / jurors.count, needed: minimumExternalPercent))
    }
    return faults
  }
}
