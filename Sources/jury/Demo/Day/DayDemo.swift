import Evaluation
import Glibc
import Screen
import Seal
import Store

/// `jury demo --day`: a day of three rooms and twelve candidates, played to the certifier's package.
struct DayDemo {
  let language: Language
  /// Seconds that the day takes; 0: as fast as the disk.
  let seconds: Int

  /// - Parameter path: an empty directory; the session is in `session` of it, the package in `paquet`.
  func run(in path: String) throws(Refusal) {
    let directory = "\(path)/session"
    try told { () throws(StoreFault) in try SessionDirectory(directory).create() }
    let session = try DemoDirectory.fill(directory, with: .day, at: nil)
    say("Journée d'exemple dans \(directory), en temps accéléré.", "A sample day in \(directory), in accelerated time.")
    let keys = try keys(of: session)
    let player = try DayPlayer(session, keys: keys)
    try player.signPlan()
    try player.play { cue in pace(cue, of: player.script.cues) }
    try player.close()
    say(
      "Procès-verbal scellé et signé de tous : \(session.directory.minutes)",
      "Minutes sealed and signed by all: \(session.directory.minutes)")
    try pack(session, to: "\(path)/paquet")
  }

  private func keys(of session: Session) throws(Refusal) -> [String: PrivateKey] {
    let store = try KeyStore.serving(session)
    var keys: [String: PrivateKey] = [:]
    for signer in session.plan.jury.map(\.id) + [Plan.Manager.id] {
      guard let thumbprint = session.plan.thumbprint(of: signer) else { continue }
      keys[signer] = try store.privateKey(thumbprint: thumbprint, passphrase: SampleSession.passphrase)
    }
    return keys
  }

  /// Tells what happens, at its share of the time.
  private func pace(_ cue: DayScript.Cue, of cues: [DayScript.Cue]) {
    guard let line = cue.line, let first = cues.first, let last = cues.last else { return }
    let lines = cues.filter { $0.line != nil }.count
    if seconds > 0, last.at > first.at, lines > 0 { usleep(UInt32(seconds * 1_000_000 / lines)) }
    let time = WallTime(unixMilliseconds: cue.at, offsetMinutes: 60).minuteText
    print("\(time)  \(SafeText.line(line(language)))")
    fflush(nil)
  }

  private func pack(_ session: Session, to path: String) throws(Refusal) {
    guard PDFPrinter() != nil else {
      return say(
        "Pour le paquet, il manque WeasyPrint : jury package \(session.directory.path) -o \(path)",
        "The package needs WeasyPrint: jury package \(session.directory.path) -o \(path)")
    }
    let builder = try PackageBuilder(session, from: nil, at: SystemClock().now().at)
    try LongWork.run(steps: builder.steps) { (work: inout LongWork) throws(Refusal) in
      try NewDirectory.make(path, holding: try builder.files(&work))
    }
    say("Paquet : \(path) (jury verify le contrôle)", "Package: \(path) (jury verify checks it)")
  }

  private func say(_ fr: String, _ en: String) { print(SafeText.line(Phrase(fr, en)(language))) }
}
