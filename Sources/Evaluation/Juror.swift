import JSON

/// A member of the jury.
public struct Juror: Equatable, Sendable {
  public var id: String
  public var family: String
  public var given: String
  /// *Poste occupé* (annex 4).
  public var post: String
  /// *Entreprise* (annex 4).
  public var company: String
  /// Years of practice in the field.
  public var years: Int
  /// Whether they are outside the certifying and assessing bodies (section 2.1).
  public var isExternal: Bool
  public var isPresident: Bool
  /// Steps in for a juror who cannot sit.
  public var isSubstitute = false
  /// The public key they sign with, as a JWK.
  public var key: JSON?
  /// When they were sent the règlement's section 2, which wants it a week before the session.
  public var documentsOn: CalendarDate?

  public init(
    id: String, family: String, given: String, post: String, company: String, years: Int, isExternal: Bool,
    isPresident: Bool, isSubstitute: Bool = false, key: JSON? = nil, documentsOn: CalendarDate? = nil
  ) {
    self.id = id
    self.family = family
    self.given = given
    self.post = post
    self.company = company
    self.years = years
    self.isExternal = isExternal
    self.isPresident = isPresident
    self.isSubstitute = isSubstitute
    self.key = key
    self.documentsOn = documentsOn
  }

  /// « Amina BENALI ».
  public var name: String { "\(given) \(family.uppercased())" }
  /// « A. Benali ».
  public var shortName: String { "\(given.prefix(1)). \(family)" }
}
