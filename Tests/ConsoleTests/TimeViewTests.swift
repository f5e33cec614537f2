import Evaluation
import Screen
import Testing

@testable import Console

/// Two minutes into an oral: four marks, a note, a question, the cursor on C4.3.
private func live() throws -> Stage {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started])
  stage.wait(seconds: 130)
  stage.play("␣ <down> n <down> p <down> c")
  stage.type("Merise appliqué, mais cardinalités à revoir")
  stage.play("<enter> q")
  stage.type("Avez-vous testé ?")
  stage.play("<enter> C 4 ␣ 3 p")
  return stage
}

@Test func `the arithmetic of time adds up, line by line`() throws {
  var stage = try live()
  stage.play("t 1")
  stage.wait(seconds: 70)
  stage.play("n")
  stage.wait(seconds: 45)
  stage.play("b h")
  expectPicture(
    stage.picture,
    """
     DURAND Léa  90 min · salle 2 · jury A. Benali, M. Roux   ● enregistré 08:54:05
     Présentation E1–E5  reste 77:05 / 80:00   total 02:55 / 90:00   fin 10:21 (−9)
     ▸E1 02:55    E2 –    E3 –    E4 –    E5 –
     E1 Données      5/28 │ C4  Créer une base de données RGPD                 2/10
       C1       ?1 ✗1 3/7 │
       C2             0/3 │    1 [✓]  Modélisation selon Merise
       C3             0/3 │    2 [ ]  Modèle physique intégré sans erreur
     ▸ C4         ✗1 2/10 │ ▸  3 [✗]  Choix de la base justifié par le projet

       Le calcul du temps

       ▸ Présentation E1–E5         02:55   sur 80:00
         Questions du jury          00:00   sur 10:00

         commencé à              08:50:00
       + durée de l'oral            90:00
       + pause                      01:10   incident technique
       + dépassement                00:00
       = fin prévue              10:21:10

         fin selon le plan       10:30:00   début 09:00, créneau 120 min


     ↓ défiler  Échap fermer
    """)
}

@Test func `extra time is in the sum`() throws {
  var stage = try Stage(opening: "garcon", given: ["garcon": Session.started])
  stage.play("h")
  #expect(stage.picture.frame.text.contains("+ tiers-temps                30:00   donné par le plan"))
  // 08:50, 90 minutes of the format, 30 more.
  #expect(stage.picture.frame.text.contains("= fin prévue              10:50:00"))
}

/// The seconds of the first time in a line: « 08:50:00 » or « 90:00 ».
private func seconds(_ line: Substring) throws -> Int {
  let time = try #require(
    line.split(separator: " ").first { $0.contains(":") && $0.allSatisfy { $0.isNumber || $0 == ":" } })
  return time.split(separator: ":").reduce(0) { $0 * 60 + (Int($1) ?? 0) }
}

@Test(arguments: [0, 1, 7, 60 * 100])
func `the lines add up to the second as they are read`(wait: Int) throws {
  var stage = try Stage(opening: "durand", given: ["durand": Session.started], size: Size(rows: 45, columns: 80))
  for _ in 1...3 {
    stage.now = stage.now.advanced(by: 1_700)
    stage.play("t 1")
    stage.now = stage.now.advanced(by: 2_700)
    stage.play("t")
  }
  stage.now = stage.now.advanced(by: wait * 1000 + 300)
  stage.play("h")
  let lines = stage.picture.frame.text.split(separator: "\n")
  let start = try #require(lines.first { $0.contains("commencé à") })
  let end = try #require(lines.first { $0.contains("= fin prévue") })
  let added = try lines.filter { $0.hasPrefix("   + ") }.reduce(0) { try $0 + seconds($1) }
  #expect(try seconds(start) + added == seconds(end))
}
