import Evaluation
import Testing

@testable import jury

@Suite struct PeopleSheetTests {
  private func candidates(_ text: String, plan: [Candidate] = [], interview: Int? = nil) throws -> CandidateSheet {
    try CandidateSheet(
      Array(text.utf8), path: "c.csv",
      setting: .init(plan: plan, referential: .rncp37827, interviewMinutes: interview))
  }

  private func jurors(_ text: String, known: [Juror] = []) throws -> JurorSheet {
    try JurorSheet(Array(text.utf8), path: "j.csv", known: known)
  }

  static let jury = """
    Nom;Prénom(s);Poste occupé;Entreprise;Années d'expérience;Extérieur;Rôle;Salle
    Benali;Amina;Responsable IA;Sémaphore;11 ans;oui;Présidente;A
    Roux;Étienne;Ingénieur;"Atelier; Nord";7,5;Oui;;A
    Lindqvist;Sofia;Formatrice;Centre;5;non;Suppléante;B
    """

  @Test func `jurors are read with what annex 4 asks of them`() throws {
    let sheet = try jurors(Self.jury)
    #expect(sheet.jurors.map(\.name) == ["Amina BENALI", "Étienne ROUX", "Sofia LINDQVIST"])
    #expect(sheet.jurors.map(\.id) == ["benali", "roux", "lindqvist"])
    #expect(sheet.jurors.map(\.company) == ["Sémaphore", "Atelier; Nord", "Centre"])
    #expect(sheet.jurors.map(\.years) == [11, 7, 5])
    #expect(sheet.jurors.map(\.isExternal) == [true, true, false])
    #expect(sheet.jurors.map(\.isPresident) == [true, false, false])
    #expect(sheet.jurors.map(\.isSubstitute) == [false, false, true])
    #expect(sheet.rooms.map(\.name) == ["A", "B"])
    #expect(sheet.rooms.map(\.jurors) == [["benali", "roux"], ["lindqvist"]])
  }

  @Test func `candidates are read with route, oral, extra time, hand-over and ties`() throws {
    let sheet = try candidates(
      """
      Nom;Prénom;Voie d'accès;Épreuve;Tiers-temps;Livrables transmis le;Durée de l'entretien;Formateurs;Blocs acquis;Mail
      DURAND;Léa;Formation continue;Titre;30 min;20/11/2026;;Roux, Martin;;lea@exemple.fr
      N'Guessan;Aïcha;VAE;;;;1h;;aucun;
      Le Goff;Maël;contrat de professionnalisation;Bloc 1;oui;;;;Bloc 2 et Bloc 3;
      """)
    #expect(sheet.candidates.map(\.id) == ["durand", "n-guessan", "le-goff"])
    #expect(sheet.candidates.map(\.route) == [.training, .vae, .training])
    #expect(sheet.candidates.map(\.format) == ["title", nil, "block1"])
    #expect(sheet.candidates.map(\.extraMinutes) == [30, 0, 9])
    #expect(sheet.candidates.map(\.interviewMinutes) == [nil, 60, nil])
    #expect(sheet.candidates.map(\.heldBlocks) == [[], [], ["B2", "B3"]])
    #expect(sheet.candidates.first?.deliverablesOn?.text == "2026-11-20")
    #expect(
      sheet.notes.map(\.fr) == ["tiers-temps sans durée : un tiers de l'oral, arrondi à la minute au-dessus (ligne 4)"])
    #expect(sheet.sheet.ignored == ["Mail"])
    var plan = PlanImport(
      Plan(
        id: "x", title: "X", certification: "RNCP37827", from: CalendarDate(daysSince1970: 0),
        to: CalendarDate(daysSince1970: 0), centre: .init(name: "C", address: "A"),
        manager: .init(name: "M", function: "F")))
    plan.take(try jurors(Self.jury))
    plan.take(sheet)
    #expect(plan.plan.ties == [Tie(candidate: "durand", juror: "roux", kind: .training)])
    #expect(plan.told.last?.fr == "sans lien noté, car hors du jury : Martin")
    #expect(plan.plan.rooms.map(\.name) == ["A", "B"])
  }

  @Test func `asked blocks give the oral when the sheet names none`() throws {
    let sheet = try candidates("Nom,Prénom,Blocs demandés\nA,B,1 + 2 + 3\nC,D,Bloc 2\n")
    #expect(sheet.candidates.map(\.format) == ["title", "block2"])
    #expect(sheet.candidates.map(\.askedBlocks) == [["B1", "B2", "B3"], ["B2"]])
  }

  @Test func `every faulty line is told, and nothing is taken`() throws {
    let refusals = try #require(throws: Refusals.self) {
      try candidates(
        """
        Nom;Prénom;Voie d'accès;Épreuve;Tiers-temps;Livrables
        Durand;Léa;porte;Titre;;
        ;Aïcha;VAE;;;
        Le Goff;Maël;formation;Bloc 9;;31/02/2026
        Le "Bon";Zoé;formation;Titre;;
        Œuvrard;Zoé;formation;Titre;peut-être;
        Œuvrard;Zoé;formation;Titre;;
        Martin;Zoé;formation;Titre;;;;trop
        """)
    }
    #expect(
      refusals.all.map { "\($0.place ?? ""): \($0.reason.fr)" } == [
        "c.csv:2: Voie d'accès « porte » : voie d'accès inconnue", "c.csv:3: Nom : manque",
        "c.csv:4: Livrables transmis le « 31/02/2026 » : date illisible (jj/mm/aaaa)",
        "c.csv:4: Épreuve « Bloc 9 » : épreuve inconnue (Titre à finalité professionnelle, Bloc 1, Bloc 2, Bloc 3)",
        "c.csv:5: un guillemet est mal placé", "c.csv:6: Tiers-temps « peut-être » : minutes, oui ou non attendus",
        "c.csv:7: Œuvrard Zoé figure déjà ligne 6 ; des homonymes ont besoin d'une colonne « Identifiant »",
        "c.csv:8: 8 cellules pour 6 titres", "c.csv: 7 lignes à corriger, rien n'a été importé",
      ])
    #expect(refusals.code == .badData)
  }

  @Test func `an interview without a length is a fault, unless one is given for all`() throws {
    let text = "Nom;Prénom;Voie\nA;B;VAE\n"
    #expect(throws: Refusals.self) { try candidates(text) }
    #expect(try candidates(text, interview: 45).candidates.map(\.interviewMinutes) == [45])
  }

  @Test func `missing columns are told with the headings found`() throws {
    let refusal = try #require(throws: Refusal.self) { try jurors("Nom;Prénom;Poste;Mail\nA;B;C;D\n") }
    #expect(refusal.reason.fr == "colonnes manquantes : Entreprise, Années d'expérience, Extérieur")
    #expect(refusal.hint?.fr == "Titres trouvés : Nom, Prénom, Poste, Mail.")
  }

  @Test func `people of the plan are brought up to date, keep their ids and keys, and nobody goes`() throws {
    var known = try jurors(Self.jury).jurors
    known[0].id = "presidente"
    known[0].key = .object(["kty": "OKP"])
    let sheet = try jurors(
      """
      Prénom Nom;Fonction;Société;Expérience;Externe
      Amina BENALI;Directrice;Sémaphore;12;oui
      Ivo HORVAT;Architecte;Fjord;9;oui
      """, known: known)
    #expect(sheet.jurors.map(\.id) == ["presidente", "horvat"])
    #expect(sheet.jurors.first?.key != nil && sheet.jurors.first?.isPresident == true)
    var plan = PlanImport(
      Plan(
        id: "x", title: "X", certification: "RNCP37827", from: CalendarDate(daysSince1970: 0),
        to: CalendarDate(daysSince1970: 0), centre: .init(name: "C", address: "A"),
        manager: .init(name: "M", function: "F"), jury: known))
    plan.take(sheet)
    #expect(plan.plan.jury.map(\.id) == ["presidente", "roux", "lindqvist", "horvat"])
    #expect(plan.plan.jury.first?.post == "Directrice")
    #expect(plan.told.map(\.fr) == ["j.csv : 2 jurés, dont 1 déjà au plan (utf-8, « ; »)"])
  }

  @Test func `namesakes are told apart by an id column`() throws {
    let sheet = try candidates("Identifiant;Nom;Prénom;Bloc\nm1;Martin;Zoé;1\nm2;Martin;Zoé;2\n")
    #expect(sheet.candidates.map(\.id) == ["m1", "m2"])
  }
}

@Suite struct EvidenceSheetTests {
  private static let candidates = [
    Candidate(
      id: "muller", family: "Müller", given: "Zoë", route: .vae, format: nil, interviewMinutes: 60, extraMinutes: 0,
      heldBlocks: []),
    Candidate(
      id: "durand", family: "Durand", given: "Léa", route: .training, format: "title", interviewMinutes: nil,
      extraMinutes: 0, heldBlocks: []),
  ]

  private func sheet(_ text: String) throws -> EvidenceSheet {
    try EvidenceSheet(Array(text.utf8), path: "preuves.csv", candidates: Self.candidates, referential: .rncp37827)
  }

  @Test func `evidence is read by candidate, under the headings of Livret 2`() throws {
    let sheet = try sheet(
      """
      Nom;Prénom;Compétence visée;Intitulé de la mission;Entreprise;Période ou dates;Numéro de la preuve
      Müller;Zoë;c4;Base des relevés;Régie des eaux;2022–2024;7
      MULLER;Zoé;C5;API des relevés;Régie des eaux;2023;
      """)
    #expect(
      sheet.evidence["muller"]?.map(\.typed) == [
        "C4 ; Base des relevés ; Régie des eaux ; 2022–2024 ; 7", "C5 ; API des relevés ; Régie des eaux ; 2023",
      ])
  }

  @Test func `a stranger, a trainee, an unknown competency or a hole refuses the whole, each line told`() throws {
    let text = """
      id;Compétence;Mission;Organisation;Période
      nobody;C4;a;b;c
      durand;C4;a;b;c
      muller;C99;a;b;c
      muller;C4;;b;c
      muller;C4;a;b;c
      """
    do {
      _ = try sheet(text)
      Issue.record("taken")
    } catch let faults as Refusals {
      #expect(
        faults.all.compactMap(\.place) == [
          "preuves.csv:2", "preuves.csv:3", "preuves.csv:4", "preuves.csv:5", "preuves.csv",
        ])
    }
  }

  @Test func `the candidates' sheet counts the pieces of a dossier, in numbers or in yes and no`() throws {
    let text = """
      Nom;Prénom;Voie d'accès;Entretien VAE;Lettre de motivation;CV;Annexes;Déclaration sur l'honneur
      Müller;Zoë;VAE;60;oui;1;12;non
      """
    let sheet = try CandidateSheet(
      Array(text.utf8), path: "c.csv", setting: .init(plan: [], referential: .rncp37827))
    #expect(sheet.candidates.first?.dossier == DossierList([.letter: 1, .cv: 1, .annexes: 12, .declaration: 0]))
  }
}
