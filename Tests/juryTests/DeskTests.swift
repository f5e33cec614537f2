import Console
import Evaluation
import Foundation
import Glibc
import Screen
import Store
import Testing

@testable import jury

@Suite struct DeskTests {
  private let marks = ["C6.1", "C6.2", "C6.3"].map { Fact(.criterionMarked(criterion: $0, mark: .met)) }

  @Test func `a fact is on disk before it is on screen`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    desk.play(marks)
    #expect(desk.console.oral == (try sitting.onDisk()))
    #expect(desk.console.oral?.marks == ["C6.1": .met, "C6.2": .met, "C6.3": .met])
    #expect(desk.events == marks)
  }

  @Test func `whichever call fails, each fact is on disk once and in order when the disk is back`() throws {
    for call in 1... {
      let sitting = try Sitting()
      let disk = FailingDisk()
      let desk = try sitting.desk(disk)
      disk.arm(FailingDisk.Plan(code: ENOSPC, forEver: true), at: call)
      desk.play(marks)
      guard disk.failures > 0 else {
        #expect(call > 3)
        return
      }
      #expect(desk.isUnsaved)
      guard case .unsaved(_, let facts, let since) = desk.console.saving else {
        Issue.record("call \(call): said to be saved")
        return
      }
      #expect(desk.events + facts == marks, "call \(call)")
      // Nothing is shown that is not safe.
      #expect(desk.console.oral?.marks.count == desk.events.count)
      desk.retry()
      #expect(desk.isUnsaved)
      disk.heal()
      desk.retry()
      #expect(!desk.isUnsaved, "call \(call)")
      #expect(desk.events == marks, "call \(call)")
      #expect(desk.console.oral == (try sitting.onDisk()), "call \(call)")
      if case .unsaved = desk.console.saving { Issue.record("call \(call), \(since): still said to be unsaved") }
    }
  }

  @Test func `what the disk refuses is not shown`() throws {
    let sitting = try Sitting()
    let disk = FailingDisk()
    let desk = try sitting.desk(disk)
    desk.begin(sitting)
    let before = desk.screen
    // The next call is `lstat`, then `write`, `fdatasync`.
    disk.arm(FailingDisk.Plan(code: EIO, forEver: true), at: 3)
    desk.act(Input.key(.character(" ")))
    desk.pass()
    #expect(desk.screen.contains("NOT SAVED"))
    #expect(desk.console.oral?.marks == [:])
    #expect(desk.picture == desk.console.picture(at: sitting.now()).frame)
    disk.heal()
    desk.retry()
    #expect(desk.console.oral?.marks == ["C6.1": .met])
    #expect(desk.screen != before)
    #expect(desk.picture == desk.console.picture(at: sitting.now()).frame)
  }

  @Test(arguments: [(ENOSPC, "NOT SAVED"), (EIO, "KEPT HERE")])
  func `a fault of a moment is told for a second, then what waited is written`(code: Int32, told: String) throws {
    let sitting = try Sitting()
    let disk = FailingDisk()
    let spool = Spool(sitting.directory + "-spool")
    defer { try? FileManager.default.removeItem(atPath: spool.directory) }
    let desk = try sitting.desk(disk, spool: spool)
    desk.begin(sitting)
    disk.arm(FailingDisk.Plan(code: code), at: 3)
    desk.act(Input.key(.character(" ")))
    desk.pass()
    #expect(desk.screen.contains(told))
    sitting.up += Wake.retry / 4
    desk.pass()
    #expect(desk.screen.contains(told))
    sitting.up += Wake.retry
    desk.pass()
    #expect(!desk.screen.contains(told))
    #expect(desk.console.oral?.marks == ["C6.1": .met])
    #expect(desk.console.oral == (try sitting.onDisk()))
  }

  @Test func `a picture drawn over the last is the one drawn anew, also once the clock goes on`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    desk.begin(sitting)
    for key in [Key.character(" "), .down, .character(" "), .character("?"), .character("u")] {
      desk.act(Input.key(key))
      desk.pass()
      #expect(desk.picture == desk.console.picture(at: sitting.stamp).frame, "\(key)")
      sitting.up += 61_000
      #expect(desk.picture == desk.console.picture(at: sitting.stamp).frame, "a minute after \(key)")
    }
  }

  @Test func `nothing else is done while a fact is not on disk`() throws {
    let sitting = try Sitting()
    let disk = FailingDisk()
    let desk = try sitting.desk(disk)
    disk.arm(FailingDisk.Plan(code: EIO, forEver: true), at: 1)
    desk.play(marks)
    for act in [
      { desk.open("da-silva") }, { desk.seal() }, { desk.reopen(because: "erreur") },
      { desk.sign(as: "benali", passphrase: Sitting.passphrase) },
    ] {
      guard case .refused(let refusal) = try #require(act().first) else {
        Issue.record("done")
        return
      }
      #expect(refusal.reason.en.hasPrefix("NOT SAVED"))
    }
    #expect(desk.console.candidate == sitting.candidate)
  }

  @Test func `while the directory is away facts are kept here, and nothing is sealed before they are carried over`()
    throws
  {
    let sitting = try Sitting()
    let away = sitting.directory + "-away"
    let spool = Spool(sitting.directory + "-spool")
    defer { try? FileManager.default.removeItem(atPath: spool.directory) }
    let desk = try sitting.desk(spool: spool)
    rename(sitting.directory, away)
    desk.play(marks)
    #expect(!desk.isUnsaved && desk.isSpooling && desk.events == marks)
    guard case .spooled(facts: 3, _) = desk.console.saving else { throw Refusal(Phrase("", "not said to be kept")) }
    for act in [
      { desk.seal() }, { desk.reopen(because: "erreur") }, { desk.sign(as: "benali", passphrase: Sitting.passphrase) },
    ] {
      guard case .refused(let refusal) = try #require(act().first) else { throw Refusal(Phrase("", "done")) }
      #expect(refusal.reason.en.hasPrefix("some facts are kept on this machine only"))
    }
    desk.retry()
    #expect(desk.isSpooling && desk.said == "")
    rename(away, sitting.directory)
    desk.retry()
    #expect(!desk.isSpooling && desk.said.contains("3 facts kept here are carried over"))
    #expect(desk.console.oral == (try sitting.onDisk()))
  }

  @Test func `why kept facts are not carried over is said, once`() throws {
    let sitting = try Sitting()
    let away = sitting.directory + "-away"
    let spool = Spool(sitting.directory + "-spool")
    defer { try? FileManager.default.removeItem(atPath: spool.directory) }
    let desk = try sitting.desk(spool: spool)
    let path = try #require(desk.journal?.path)
    rename(sitting.directory, away)
    desk.play(marks)
    rename(away, sitting.directory)
    let whole = try #require(FileManager.default.contents(atPath: path))
    try (whole + Data("{}\n".utf8)).write(to: URL(fileURLWithPath: path))
    desk.retry()
    #expect(desk.said.contains("do not follow this journal"))
    desk.act(.pressed(.down))
    #expect(desk.said == "")
    desk.retry()
    #expect(desk.said == "" && desk.isSpooling)
    try whole.write(to: URL(fileURLWithPath: path))
    desk.retry()
    #expect(!desk.isSpooling)
    #expect(desk.console.oral == (try sitting.onDisk()))
  }

  @Test func `a second console is told who holds the oral`() throws {
    let sitting = try Sitting()
    let first = try sitting.desk()
    let second = try sitting.desk()
    #expect(second.console.candidate == nil)
    #expect(second.said.contains("process \(getpid())"))
    // The list of candidates is there to choose another.
    #expect(second.console.orals.count == 2)
    #expect(first.console.candidate == sitting.candidate)
  }

  @Test func `another console's marks are seen on the list`() throws {
    let sitting = try Sitting()
    let list = try sitting.desk(opening: false)
    let oral = try sitting.desk()
    oral.play(marks)
    list.changed(["orals/\(sitting.candidate)/jury.jsonl"])
    #expect(list.console.orals[sitting.candidate] == oral.console.oral)
  }

  @Test func `an interrupted last line is set aside and said`() throws {
    let sitting = try Sitting()
    var desk: Desk? = try sitting.desk()
    desk?.play(marks)
    let path = try #require(desk?.journal?.path)
    desk = nil
    let descriptor = open(path, O_WRONLY | O_APPEND)
    #expect(write(descriptor, "{\"at\":", 6) == 6)
    close(descriptor)
    let next = try sitting.desk()
    #expect(next.said.contains("torn-1"))
    #expect(next.events == marks)
  }

  @Test func `a fact that the rules do not allow is bad data, with its line`() throws {
    let sitting = try Sitting()
    var desk: Desk? = try sitting.desk()
    desk?.play(marks)
    try desk?.journal?.append(
      event: Fact(.oralEnded).json, at: "2026-12-01T09:00:00.000+01:00", boot: "b00710ad", up: 5_000_000)
    desk = nil
    let refusal = #expect(throws: Refusal.self) { try sitting.onDisk() }
    #expect(refusal?.code == .badData)
    #expect(refusal?.place?.hasSuffix("orals/\(sitting.candidate)/jury.jsonl:5") == true)
  }

  @Test func `opening another candidate gives the first one's journal back`() throws {
    let sitting = try Sitting()
    let desk = try sitting.desk()
    desk.play(marks)
    desk.perform { desk.open("da-silva") }
    #expect(desk.console.candidate == "da-silva")
    let other = try sitting.desk()
    #expect(other.events == marks)
  }
}
