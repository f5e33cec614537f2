extension PlanCheck {
  /// Section 2.4: each oral's format, against the blocks that the candidate asks for and those they hold.
  var formats: [PlanFinding] { plan.candidates.flatMap(formats) }

  private func formats(of candidate: Candidate) -> [PlanFinding] {
    let blocks = referential.blocks.map(\.id)
    let named = candidate.heldBlocks + (candidate.askedBlocks ?? [])
    let unknown = named.filter { !blocks.contains($0) }.map { id in
      finding(
        .blockUnknown, "1", candidate, Phrase("le bloc « \(id) » n'existe pas", "there is no block “\(id)”"),
        mend: Phrase("Blocs : \(blocks.joined(separator: ", ")).", "Blocks: \(blocks.joined(separator: ", ")).")
      )
    }
    guard let format = plan.format(of: candidate, in: referential) else {
      return unknown + [withoutFormat(candidate)]
    }
    return unknown + route(candidate) + judging(format, for: candidate)
  }

  private func withoutFormat(_ candidate: Candidate) -> PlanFinding {
    let formats = referential.formats.map(\.id).joined(separator: ", ")
    if let format = candidate.format {
      return finding(
        .formatUnknown, "2.4", candidate,
        Phrase("le déroulé « \(format) » n'existe pas", "there is no format “\(format)”"),
        mend: Phrase("Déroulés : \(formats).", "Formats: \(formats)."))
    }
    if candidate.route == .vae {
      return finding(
        .interviewUntimed, "1", candidate,
        Oral.untimedInterview,
        mend: Phrase("Fixez-la (« interviewMinutes »).", "Set it (“interviewMinutes”)."))
    }
    return finding(
      .formatMissing, "2.4", candidate, Phrase("aucun déroulé d'oral", "no oral format"),
      mend: Phrase("Un parmi : \(formats).", "One of: \(formats)."))
  }

  /// Section 1: by VAE a dossier and an interview; after training the orals of section 2.4.
  private func route(_ candidate: Candidate) -> [PlanFinding] {
    guard candidate.route == .vae, let format = candidate.format else { return [] }
    return [
      finding(
        .formatOfRoute, "1", candidate, blocks: false,
        Phrase(
          "voie VAE, mais déroulé « \(format) » : le règlement y prévoit un entretien",
          "VAE route, but format “\(format)”: the règlement provides for an interview"),
        mend: Phrase(
          "Remplacez « format » par « interviewMinutes », ou corrigez la voie d'accès.",
          "Replace “format” by “interviewMinutes”, or mend the route."))
    ]
  }

  private func judging(_ format: OralFormat, for candidate: Candidate) -> [PlanFinding] {
    var found: [PlanFinding] = []
    let judged = format.blocks.filter { !candidate.heldBlocks.contains($0) }
    func text(_ blocks: [String]) -> String { blocks.joined(separator: ", ") }
    if judged.isEmpty {
      found.append(
        finding(
          .nothingToHear, "2.4", candidate,
          Phrase("tous les blocs de cet oral sont déjà acquis", "every block of this oral is held already"),
          mend: Phrase("Choisissez un autre déroulé, ou retirez le candidat.", "Choose another format, or remove them.")
        ))
    }
    if let asked = candidate.askedBlocks {
      let deaf = asked.filter { !format.blocks.contains($0) && referential.blocks.map(\.id).contains($0) }
      if !deaf.isEmpty {
        found.append(
          finding(
            .blockNotHeard, "2.4", candidate,
            Phrase(
              "demande \(text(deaf)), que « \(format.title) » n'évalue pas",
              "asks for \(text(deaf)), which “\(format.title)” does not judge"),
            mend: Phrase(
              "Choisissez le déroulé de ce bloc ; pour plusieurs blocs, un oral chacun ou le titre.",
              "Choose that block's format; for several blocks, an oral each or the title.")))
      }
      let more = judged.filter { !asked.contains($0) }
      if !more.isEmpty {
        found.append(
          finding(
            .blockNotAsked, "2.4", candidate,
            Phrase(
              "« \(format.title) » évalue \(text(more)), que le candidat ne demande pas",
              "“\(format.title)” judges \(text(more)), which the candidate does not ask for"),
            mend: Phrase(
              "Choisissez le déroulé des seuls blocs demandés.", "Choose the format of the blocks asked for.")
          ))
      }
    }
    let again = format.blocks.filter(candidate.heldBlocks.contains)
    if !again.isEmpty, !judged.isEmpty {
      found.append(
        finding(
          .blockHeardAgain, "2.4", candidate, blocks: false,
          Phrase(
            "\(text(again)) déjà acquis : « \(format.title) » en garde le temps",
            "\(text(again)) held already: “\(format.title)” keeps its time"),
          mend: Phrase(
            "Rien à faire si c'est voulu : le jury n'évalue que le reste.",
            "Nothing to do if it is meant: the jury judges the rest alone.")))
    }
    return found
  }

  private func finding(
    _ code: PlanFinding.Code, _ section: String, _ candidate: Candidate, blocks: Bool = true, _ what: Phrase,
    mend: Phrase
  ) -> PlanFinding {
    PlanFinding(
      code, .reglement(section), blocks: blocks, about: [candidate.id],
      Phrase("\(candidate.name) : \(what.fr)", "\(candidate.name): \(what.en)"), mend: mend)
  }
}
