extension Agreement {
  /// What ``percent`` is, in one line.
  public var percentMeaning: Phrase {
    jurors == 2
      ? Phrase(
        "part des critères cochés de même par les deux jurés", "share of the criteria that both jurors marked alike")
      : Phrase(
        "part des critères cochés de même par deux jurés, en moyenne sur les paires de jurés",
        "share of the criteria that two jurors marked alike, averaged over the pairs of jurors")
  }
}

extension Kappa {
  /// What a value is, in one line.
  public static let meaning = Phrase(
    "accord au-delà de ce que le hasard donnerait : 1 parfait, 0 celui du hasard",
    "agreement beyond what chance would give: 1 perfect, 0 that of chance")

  /// The figure and its formula, or why there is none.
  public var phrase: Phrase {
    switch self {
    case .value(let ratio, let method):
      Phrase("\(ratio.phrase.fr) (kappa de \(method.author))", "\(ratio.phrase.en) (\(method.author)'s kappa)")
    case .tooFew(let common):
      Phrase(
        "trop peu pour le dire (\(common) critère\(common > 1 ? "s" : "") en commun)",
        "too few to say (\(common) criteri\(common == 1 ? "on" : "a") in common)")
    case .undefined:
      Phrase(
        "rien à en dire : tous ont mis partout la même coche", "nothing to say: everyone put the same mark everywhere")
    case .unequalJuries:
      Phrase(
        "ne se calcule que pour des jurys de même nombre", "can only be computed for juries of the same number")
    }
  }
}

extension Kappa.Method {
  var author: String {
    switch self {
    case .cohen: "Cohen"
    case .fleiss: "Fleiss"
    }
  }
}
