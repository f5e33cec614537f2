import Evaluation

/// Statistics of one or several sessions as a document, a small chart beside each figure.
public enum StatisticsDocument {
  public static func document(_ statistics: Statistics, referential: Referential, _ language: Language) -> Document {
    let certification = referential.certification
    var document = Document(
      title: Phrase("Statistiques", "Statistics")(language), subtitle: certification.title,
      watermarks: [], header: "\(Phrase("Statistiques", "Statistics")(language)) · \(certification.id)",
      footer: rule(language),
      blocks: [.facts(facts(statistics, language))])
    document.language = language.rawValue
    document.blocks += [
      .heading(Phrase("Blocs acquis", "Blocks acquired")(language)),
      .table(
        rates(statistics.blocks, language) { id in
          let rank = referential.blocks.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0
          return (
            Phrase("Bloc \(rank)", "Block \(rank)")(language), referential.blocks.first { $0.id == id }?.title ?? ""
          )
        }),
      .heading(Phrase("Compétences acquises", "Competencies acquired")(language)),
      .table(rates(statistics.competencies, language) { ($0, referential.competency($0)?.label ?? "") }),
      .heading(Phrase("Critères le plus souvent manquants", "Criteria most often missing")(language)),
      missing(statistics, referential, language),
      .heading(Phrase("Temps moyen par phase, et prévu", "Mean time by phase, and planned")(language)),
      .table(times(statistics, language)),
    ]
    return document
  }

  private static func rule(_ language: Language) -> String {
    let least = Statistics.leastGroup
    return Phrase(
      "Un groupe de moins de \(least) candidats ne donne aucun chiffre.",
      "A group of fewer than \(least) candidates gives no figure.")(language)
  }

  private static func facts(_ statistics: Statistics, _ language: Language) -> [Document.Fact] {
    let words: [String: Phrase] = [
      Decision.admitted.rawValue: Phrase("Admis", "Admitted"),
      Decision.partial.rawValue: Phrase("Admis partiellement", "Partially admitted"),
      Decision.notAdmitted.rawValue: Phrase("Non admis", "Not admitted"),
    ]
    return [
      Document.Fact(Phrase("Sessions", "Sessions")(language), "\(statistics.sessions)"),
      Document.Fact(
        Phrase("Oraux aux grilles signées", "Orals with signed grids")(language),
        statistics.orals.map(String.init) ?? tooFew(language)),
    ] + statistics.decisions.map { .init(words[$0.id]?(language) ?? $0.id, bar($0, language)) }
  }

  private static func tooFew(_ language: Language) -> String {
    Phrase("moins de \(Statistics.leastGroup)", "fewer than \(Statistics.leastGroup)")(language)
  }

  /// The bar of a rate, or why there is none.
  private static func bar(_ rate: Statistics.Rate, _ language: Language) -> Document.Part {
    guard let percent = rate.percent else { return .note(tooFew(language)) }
    return .bar(.init(permille: percent * 10, text: "\(percent)\u{A0}%"))
  }

  private static func columns(_ name: Phrase, _ figure: Phrase, _ language: Language) -> [Document.Table.Column] {
    [
      .init(name(language), share: 44), .init(Phrase("Candidats", "Candidates")(language), share: 12),
      .init(figure(language), share: 44),
    ]
  }

  /// - Parameter name: an id's short name and its title.
  private static func rates(
    _ rates: [Statistics.Rate], _ language: Language, name: (String) -> (String, String)
  ) -> Document.Table {
    Document.Table(
      columns(Phrase("Ce qui est jugé", "What is judged"), Phrase("Acquis", "Acquired"), language),
      rows: rates.map { rate in
        let (lead, title) = name(rate.id)
        let count = rate.candidates.map(String.init) ?? tooFew(language)
        return [[.paragraph(title, lead: lead)], [.paragraph(count)], [bar(rate, language)]]
      })
  }

  private static func missing(
    _ statistics: Statistics, _ referential: Referential, _ language: Language
  ) -> Document.Block {
    guard !statistics.missing.isEmpty else {
      return .part(.paragraph(Phrase("Aucun, ou trop peu d'oraux.", "None, or too few orals.")(language)))
    }
    let texts = Dictionary(
      referential.competencies.flatMap(\.criteria).map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
    var table = rates(statistics.missing, language) { ($0, texts[$0] ?? "") }
    table.columns = columns(
      Phrase("Critère", "Criterion"), Phrase("Coches « non rempli »", "Marks “not met”"), language)
    return .table(table)
  }

  private static func times(_ statistics: Statistics, _ language: Language) -> Document.Table {
    // One scale for all bars, so that they compare.
    let longest = max(1, statistics.times.flatMap { [$0.planned ?? 0, $0.spent ?? 0] }.max() ?? 1)
    let rows = statistics.times.map { time -> [[Document.Part]] in
      let name: Document.Part = .paragraph(time.title(language), lead: time.formatTitle(language))
      guard let candidates = time.candidates, let planned = time.planned, let spent = time.spent else {
        return [[name], [.paragraph(tooFew(language))], [.note(tooFew(language))]]
      }
      let (done, plan) = (minutesText(spent * 1000), minutesText(planned * 1000))
      let text = Phrase("\(done), prévu \(plan)", "\(done), planned \(plan)")(language)
      let bar = Document.Bar(permille: spent * 1000 / longest, mark: planned * 1000 / longest, text: text)
      return [[name], [.paragraph("\(candidates)")], [.bar(bar)]]
    }
    return Document.Table(columns(Phrase("Phase", "Phase"), Phrase("Temps", "Time"), language), rows: rows)
  }
}
