import Console
import Evaluation
import Screen

/// The session manager's console at work: several sessions watched on one screen.
final class WatchDesk: Seat {
  private(set) var watch: Watch
  private let posts: [WatchPost]
  private let now: () -> Stamp
  private(set) var isDone = false
  private var requests: [TerminalRequest] = []

  init(_ posts: [WatchPost], language: Language, size: Size, now: @escaping () -> Stamp) {
    self.posts = posts
    self.now = now
    watch = Watch(posts.map(\.watch), language: language, size: size, at: now())
  }

  var picture: Frame { watch.picture(at: now()).frame }

  /// The time of day counts seconds.
  var delay: Int { 1000 - now().at.unixMilliseconds % 1000 }

  /// None: what the rooms do is shown with the next second. Fifty rooms write several times a second, and each time the
  /// whole board would be drawn again for a count.
  var descriptors: [Int32] { [] }

  func act(_ input: Input) {
    switch input {
    case .key(let key): run(watch.update(.pressed(key), at: now()))
    case .mouse(let mouse): run(watch.update(.clicked(mouse), at: now()))
    case .pasted(let text): run(watch.update(.pasted(text), at: now()))
    case .resized(let size): run(watch.update(.resized(size), at: now()))
    case .ended: break
    }
  }

  func woke(_ ready: [Int32]) -> Bool { true }

  func pass() {
    for (index, post) in posts.enumerated() {
      let said = post.look(at: now())
      tell(index)
      if let said { run(watch.update(.said(said), at: now())) }
    }
  }

  func takeRequests() -> [TerminalRequest] {
    defer { requests = [] }
    return requests
  }

  private func tell(_ index: Int) { run(watch.update(.seen(session: index, posts[index].watch), at: now())) }

  private func run(_ effects: [WatchEffect]) {
    for effect in effects {
      switch effect {
      case .record(let session, let event):
        guard posts.indices.contains(session) else { continue }
        do throws(Refusal) {
          try posts[session].record(event, at: now())
          tell(session)
          run(watch.update(.recorded(event), at: now()))
        } catch {
          run(watch.update(.refused(error), at: now()))
        }
      case .lookAtClosing(let session):
        guard posts.indices.contains(session) else { continue }
        do throws(Refusal) {
          run(watch.update(.closingRead(try posts[session].closing(as: session)), at: now()))
        } catch {
          run(watch.update(.refused(error), at: now()))
        }
      case .bell: requests.append(.bell)
      case .redraw: requests.append(.redraw)
      case .suspend: requests.append(.suspend)
      case .quit: isDone = true
      }
    }
  }
}
