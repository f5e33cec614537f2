/// What happens to a made-up candidate on the sample day: `sample-sessions/day`.
struct DayStory {
  struct Cut {
    /// Minutes of the oral after which it comes, and how many it lasts.
    let after: Int
    let minutes: Int
  }

  var isAbsent = false
  /// Minutes after the time they were called for.
  var lateMinutes = 0
  var cut: Cut?
  /// Of the time planned for each phase, in percent, what it takes.
  var pace = 97
  /// Competencies that the jury does not grant.
  var refused: Set<String> = []
  var comment = ""

  /// By candidate: an absence, a late arrival, a cut of 12 minutes in an oral of 25, a partial admission, a refusal; the
  /// plan gives one of the others extra time.
  static let all: [String: DayStory] = [
    "durand": DayStory(),
    "le-goff": DayStory(pace: 99),
    "moreau": DayStory(
      pace: 101, refused: ["C11", "C12"],
      comment:
        "Le modèle n'est ni surveillé ni testé automatiquement : reprendre C11 et C12, puis représenter le bloc 2."
    ),
    "petit": DayStory(pace: 95),
    "garnier": DayStory(pace: 98),
    "diallo": DayStory(cut: Cut(after: 8, minutes: 12), pace: 98),
    "ferreira": DayStory(isAbsent: true),
    "lambert": DayStory(lateMinutes: 14, pace: 96),
    "muller": DayStory(pace: 100),
    "da-silva": DayStory(
      pace: 94, refused: ["C17", "C18", "C19"],
      comment: "Composants sans tests ni livraison continue : reprendre le bloc 3 avant une nouvelle présentation."),
    "nguessan": DayStory(pace: 98),
    "rossi": DayStory(pace: 97),
  ]
}
