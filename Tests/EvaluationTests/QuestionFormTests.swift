import Evaluation
import Testing

@Test(arguments: [
  "Avez-vous versionné le modèle ?", "Est-ce que les tests passent ?", "Pouvez-vous utiliser une autre base ?",
  "Est-il documenté ?", "Le modèle est-il surveillé ?", "A-t-on prévu un retour arrière ?",
  "Et donc, peut-on rejouer l’import ?", "Vous l'avez testé, n'est-ce pas ?", "Il est en production, non ?",
  "Pourriez-vous dire si l'API est protégée ?", "Parlons de C4 : y a-t-il un registre ?", "Avons-nous un registre ?",
  "Did you test it?", "Is the model monitored?", "Have you any backup?", "Can you replay the import?",
  "Doesn't the token expire?", "So, are the tests green?",
])
func `a question that asks for yes or no is closed`(text: String) { #expect(isClosedQuestion(text)) }

@Test(arguments: [
  "Pourquoi avez-vous choisi cette base ?", "Que se passe-t-il quand le jeton expire ?",
  "Qu'est-ce qui vous aurait fait choisir une base documentaire ?", "Qu’est-ce que Merise ?",
  "Comment le modèle est-il surveillé ?", "Dans quel cas peut-on s'en passer ?", "Expliquez-nous le choix de la base.",
  "Pouvez-vous expliquer ce choix ?", "Pouvez-vous nous dire pourquoi ?", "Avez-vous testé ? Comment ?",
  "Décrivez l'import.", "le rendez-vous avec le client", "Merise", "", " ? ", "—", "How do you test it?",
  "Why is it slow?", "Could you explain the import?", "Tell us about the import.",
])
func `a question that lets the candidate argue is open`(text: String) { #expect(!isClosedQuestion(text)) }

@Test func `only a closed question gets the reminder of section 2_4`() {
  #expect(closedQuestionReminder(for: "Avez-vous testé ?")?.fr.contains("2.4") == true)
  #expect(closedQuestionReminder(for: "Comment avez-vous testé ?") == nil)
}
