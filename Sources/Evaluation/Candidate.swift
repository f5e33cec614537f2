/// Who asks for the certification, or for some of its blocks.
public struct Candidate: Equatable, Sendable {
  /// How they came to the certification (*voie d'accès*).
  public enum Route: String, Sendable {
    case training, vae
  }

  public var id: String
  public var family: String
  public var given: String
  public var route: Route
  /// The format of the oral, or nil for a VAE interview, whose length the plan sets.
  public var format: String?
  /// Minutes of a VAE interview: the règlement gives none.
  public var interviewMinutes: Int?
  /// *Tiers-temps*, in minutes over the whole oral.
  public var extraMinutes: Int
  /// Blocks acquired in an earlier session, which count.
  public var heldBlocks: [String]
  /// Blocks that they ask for in this session; nil where the format alone says it.
  public var askedBlocks: [String]?
  /// When their deliverables were handed on to the jury: 5 days before the session at the latest (section 2.1).
  public var deliverablesOn: CalendarDate?
  /// What a VAE dossier puts forward, in its order.
  public var evidence: [Evidence] = []
  /// What a VAE dossier holds; nil until it was checked.
  public var dossier: DossierList?

  public init(
    id: String, family: String, given: String, route: Route, format: String?, interviewMinutes: Int?,
    extraMinutes: Int, heldBlocks: [String], askedBlocks: [String]? = nil, deliverablesOn: CalendarDate? = nil
  ) {
    self.id = id
    self.family = family
    self.given = given
    self.route = route
    self.format = format
    self.interviewMinutes = interviewMinutes
    self.extraMinutes = extraMinutes
    self.heldBlocks = heldBlocks
    self.askedBlocks = askedBlocks
    self.deliverablesOn = deliverablesOn
  }

  /// « DURAND Léa ».
  public var name: String { "\(family.uppercased()) \(given)" }
}
