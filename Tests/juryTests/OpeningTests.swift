import Evaluation
import Store
import Testing

@testable import jury

@Suite struct OpeningTests {
  @Test(arguments: [
    "open s", "open s --candidate durand", "open --candidate durand s", "open s --theme light --lang en",
    "open --lang fr --theme ./own.toml --candidate durand /tmp/a", "open open", "open help",
  ])
  func `is read as ArgumentParser reads it`(line: String) throws {
    let words = line.split(separator: " ").map(String.init)
    let command = try #require(try Jury.parseAsRoot(words) as? OpenCommand)
    #expect(Opening(words: words) == command.opening)
  }

  @Test func `alone, the program opens the last session`() throws {
    let command = try #require(try Jury.parseAsRoot([]) as? Jury)
    #expect(Opening(words: []) == Opening(look: command.console.look))
    #expect(Opening(words: [])?.session == nil)
  }

  @Test func `alone, where each juror has a console, it says the whole command`() throws {
    let panel = try Panel(2)
    let program = try Program()
    let state = ["XDG_STATE_HOME": program.directory + "/state"]
    try #require(LastSession(environment: state).write(panel.directory))
    let outcome = try program.run(environment: state)
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("each juror has their own console: who are you?"))
    #expect(outcome.errors.contains("jury open \(Session.absolute(panel.directory)) --as JUROR, one of: benali, roux."))
  }

  @Test(arguments: [
    "open", "open s t", "open s --candidate", "open s --candidate --theme", "open s --lang de", "open s --lang=en",
    "open s --candidate a --candidate b", "open s -h", "open s --help", "open s --", "open -- s", "open - ", "--help",
    "--version", "show s", "demo", "--theme light", "--lang en open s",
  ])
  func `all else is left to ArgumentParser`(line: String) {
    #expect(Opening(words: line.split(separator: " ").map(String.init)) == nil)
  }

  @Test func `an empty word is left to ArgumentParser`() {
    #expect(Opening(words: ["open", ""]) == nil)
    #expect(Opening(words: ["open", "s", "--theme", ""]) == nil)
  }
}
