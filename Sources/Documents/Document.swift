/// A result to read, print and sign: what it says, not how it looks.
///
/// Its law: it holds texts as they were typed; each renderer makes them safe for its own medium (law 7).
public struct Document: Equatable, Sendable {
  public var title: String
  public var subtitle: String
  /// BCP 47. The règlement's documents are French whatever the screen speaks.
  public var language = "fr"
  /// Why this is not simply the document; said on every page.
  public var watermarks: [Watermark]
  /// On every page: whose document this is, so that a loose page can be put back.
  public var header: String
  /// On every page, before its number: what fixes the content.
  public var footer: String
  public var blocks: [Block]

  public enum Watermark: String, Sendable {
    case sample = "EXEMPLE"
    case mock = "ORAL BLANC"
    case unsigned = "NON SIGNÉ"
    case refused = "SIGNATURE REFUSÉE"
    case partlySigned = "SIGNATURES INCOMPLÈTES"
    case void = "ANNULÉ"
    case draft = "PROJET"
  }

  public enum Block: Equatable, Sendable {
    case heading(String)
    case part(Part)
    case facts([Fact])
    case table(Table)
  }

  /// What stands in a table's cell, or by itself.
  public enum Part: Equatable, Sendable {
    /// `lead` stands out before the text.
    case paragraph(String, lead: String = "")
    /// Said discreetly.
    case note(String)
    case list([Item])
    /// Boxes of which the taken ones are ticked.
    case choice([Choice])
    /// A fingerprint: to compare, not to read.
    case code(String)
    /// A form's box under its column's title, taken or not.
    case tick(Bool)
    /// A figure that one looks at.
    case bar(Bar)
    /// What happened when, on a line to look at.
    case track(Track)
    /// An empty frame for what is done on paper.
    case place(String)
  }

  /// An item of a list, with what it is made of.
  public struct Item: Equatable, Sendable {
    public var text: String
    public var details: [String]

    public init(_ text: String, details: [String] = []) {
      self.text = text
      self.details = details
    }
  }

  /// A small chart: a bar on a track, and what it says in words.
  public struct Bar: Equatable, Sendable {
    /// Of the track, in thousandths, 0 to 1000.
    public var permille: Int
    /// Where a plan stands on the same track.
    public var mark: Int?
    public var text: String

    public init(permille: Int, mark: Int? = nil, text: String) {
      self.permille = permille
      self.mark = mark
      self.text = text
    }
  }

  /// A time line as wide as its place, and in words what it shows: only for those who do not see it.
  public struct Track: Equatable, Sendable {
    /// Told apart by shape: full; lighter, and half as high; a thin line.
    public enum Look: Sendable {
      case full, half, thin
    }

    /// A stretch of the line, in thousandths of it.
    public struct Span: Equatable, Sendable {
      public var from: Int
      public var to: Int
      public var look: Look

      public init(from: Int, to: Int, _ look: Look) {
        (self.from, self.to, self.look) = (from, to, look)
      }
    }

    public var spans: [Span]
    /// Where the scale has a line, in thousandths.
    public var lines: [Int]
    public var text: String

    public init(_ spans: [Span], lines: [Int], text: String) {
      (self.spans, self.lines, self.text) = (spans, lines, text)
    }
  }

  public struct Choice: Equatable, Sendable {
    public var label: String
    public var isTaken: Bool

    public init(_ label: String, isTaken: Bool) {
      self.label = label
      self.isTaken = isTaken
    }

    public var box: String { Self.box(isTaken) }

    /// ☒ or ☐: told by shape, never by colour alone.
    static func box(_ isTaken: Bool) -> String { isTaken ? "☒" : "☐" }
  }

  public struct Fact: Equatable, Sendable {
    public var label: String
    public var value: Part

    public init(_ label: String, _ value: Part) {
      self.label = label
      self.value = value
    }

    public init(_ label: String, _ value: String) { self.init(label, .paragraph(value)) }
  }

  /// Rows under named columns. A row's first cell names the row.
  public struct Table: Equatable, Sendable {
    public struct Column: Equatable, Sendable {
      public var title: String
      /// The same in a word, for narrow renderings.
      public var label: String
      /// Of the page's width, in percent.
      public var share: Int

      public init(_ title: String, label: String? = nil, share: Int) {
        self.title = title
        self.label = label ?? title
        self.share = share
      }
    }

    /// A title over some of the columns.
    public struct Group: Equatable, Sendable {
      public var title: String
      /// How many columns, 1 or more.
      public var span: Int

      public init(_ title: String, span: Int) {
        self.title = title
        self.span = span
      }
    }

    /// Over all of the columns, in order; none: no such row.
    public var groups: [Group] = []
    public var columns: [Column]
    /// As many cells a row as columns. An empty cell carries on the one above.
    public var rows: [[[Part]]]

    public init(_ columns: [Column], rows: [[[Part]]]) {
      self.columns = columns
      self.rows = rows
    }
  }
}
