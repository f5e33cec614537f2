import Evaluation

extension PlanEditor {
  func candidateFields(_ id: String) -> [PlanField] {
    guard let candidate = plan.candidate(id) else { return [] }
    func edit(_ plan: inout Plan, _ change: (inout Candidate) -> Void) {
      if let index = plan.candidates.firstIndex(where: { $0.id == id }) { change(&plan.candidates[index]) }
    }
    let fields: [PlanField] =
      [
        .text("Nom", "Family name", candidate.family) { plan, text in edit(&plan) { $0.family = text } },
        .text("Prénom", "Given name", candidate.given) { plan, text in edit(&plan) { $0.given = text } },
        oralField(candidate, edit),
        .number(
          "Entretien VAE, minutes", "VAE interview, minutes", candidate.interviewMinutes, in: 1...600, isSetting: true
        ) {
          plan, number in edit(&plan) { $0.interviewMinutes = number }
        },
        .number("Tiers-temps, minutes", "Extra time, minutes", candidate.extraMinutes, in: 0...600) { plan, number in
          edit(&plan) { $0.extraMinutes = number ?? 0 }
        },
        blocksField("Blocs déjà acquis", "Blocks held already", candidate.heldBlocks) { plan, blocks in
          edit(&plan) { $0.heldBlocks = blocks }
        },
        blocksField("Blocs demandés", "Blocks asked for", candidate.askedBlocks ?? []) { plan, blocks in
          edit(&plan) { $0.askedBlocks = blocks.isEmpty ? nil : blocks }
        },
        .date("Livrables transmis le", "Deliverables handed on", candidate.deliverablesOn) { plan, date in
          edit(&plan) { $0.deliverablesOn = date }
        },
      ] + dossierFields(candidate, edit)
    if begun.contains(id) {
      return fields.map { $0.fixed(Self.hasBegun, language) }
    }
    return fields + plan.jury.map { tieField(id, $0) }
  }

  /// Route and format are one choice: a training candidate has a format, a VAE candidate an interview.
  private func oralField(
    _ candidate: Candidate, _ edit: @escaping (inout Plan, (inout Candidate) -> Void) -> Void
  ) -> PlanField {
    let formats = referential.formats
    let choices =
      formats.map { Phrase("Formation · \($0.title)", "Training · \($0.title)") }
      + [Phrase("VAE · entretien", "VAE · interview")]
    let current =
      candidate.route == .vae && candidate.format == nil
      ? formats.count : formats.firstIndex { $0.id == candidate.format } ?? formats.count
    return PlanField(
      label: Phrase("Voie et épreuve", "Route and oral"), text: "",
      kind: .choice(choices, current) { plan, choice in
        edit(&plan) {
          $0.route = choice < formats.count ? .training : .vae
          $0.format = choice < formats.count ? formats[choice].id : nil
        }
      })
  }

  /// Blocks between commas.
  private func blocksField(
    _ fr: String, _ en: String, _ blocks: [String], _ set: @escaping (inout Plan, [String]) -> Void
  ) -> PlanField {
    let known = referential.blocks.map(\.id)
    return .text(fr, en, blocks.joined(separator: ", "), mayBeEmpty: true) { (plan, text) throws(Refusal) in
      let words = text.uppercased().split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
      // « 1, 3 » is « B1, B3 ».
      let named = words.map { word in Int(word).flatMap { known.indices.contains($0 - 1) ? known[$0 - 1] : nil } ?? word
      }
      if let stranger = named.first(where: { !known.contains($0) }) {
        let all = known.joined(separator: ", ")
        throw Refusal(Phrase("bloc « \(stranger) » inconnu : \(all)", "unknown block “\(stranger)”: \(all)"))
      }
      set(&plan, known.filter(named.contains))
    }
  }

  private func tieField(_ candidate: String, _ juror: Juror) -> PlanField {
    let kinds = Tie.Kind.allCases
    let current = plan.tie(of: juror.id, with: candidate).flatMap { kinds.firstIndex(of: $0.kind) }.map { $0 + 1 } ?? 0
    return PlanField(
      label: Phrase("Lien avec \(juror.shortName)", "Tie with \(juror.shortName)"), text: "",
      kind: .choice([Phrase("aucun", "none")] + kinds.map(\.phrase), current) { plan, choice in
        plan.ties.removeAll { $0.candidate == candidate && $0.juror == juror.id }
        if choice > 0 { plan.ties.append(Tie(candidate: candidate, juror: juror.id, kind: kinds[choice - 1])) }
      })
  }

  func jurorFields(_ id: String) -> [PlanField] {
    guard let juror = plan.juror(id) else { return [] }
    func edit(_ plan: inout Plan, _ change: (inout Juror) -> Void) {
      if let index = plan.jury.firstIndex(where: { $0.id == id }) { change(&plan.jury[index]) }
    }
    return [
      .text("Nom", "Family name", juror.family) { plan, text in edit(&plan) { $0.family = text } },
      .text("Prénom", "Given name", juror.given) { plan, text in edit(&plan) { $0.given = text } },
      .text("Poste occupé", "Post", juror.post) { plan, text in edit(&plan) { $0.post = text } },
      .text("Entreprise", "Company", juror.company) { plan, text in edit(&plan) { $0.company = text } },
      .number("Années d'expérience", "Years of practice", juror.years, in: 0...70) { plan, number in
        edit(&plan) { $0.years = number ?? 0 }
      },
      .flag("Extérieur", "External", juror.isExternal) { plan, isOn in edit(&plan) { $0.isExternal = isOn } },
      .flag("Préside", "Chairs", juror.isPresident) { plan, isOn in edit(&plan) { $0.isPresident = isOn } },
      .flag("Suppléant", "Substitute", juror.isSubstitute) { plan, isOn in edit(&plan) { $0.isSubstitute = isOn } },
      .date("Règlement transmis le", "Règlement sent on", juror.documentsOn) { plan, date in
        edit(&plan) { $0.documentsOn = date }
      },
      .text("Clé publique", "Public key", juror.keyText, mayBeEmpty: true) { (plan, text) throws(Refusal) in
        guard let index = plan.jury.firstIndex(where: { $0.id == id }) else { return }
        try plan.jury[index].takeKey(typed: text)
      },
    ]
  }
}
