import Library
import Terminal

/// Reading: the way in, one page, and long text a screenful at a time.
package struct Reading {
  let session: Session

  package init(session: Session) { self.session = session }

  /// The list of pages, as results.
  package func list() throws(Departure) { try LearnDesk(session: session).list() }

  /// Lets the person pick a page, and opens it.
  package func choose() throws(Departure) { try LearnDesk(session: session).run() }

  package func open(_ id: String) throws(Departure) { try ModuleScreen(session: session).open(id) }

  /// Shows long text: a screenful at a time on a terminal. Leaves when the person opened help or the journal locked.
  package func page(_ blocks: [Block]) throws(Departure) {
    guard session.console.isInteractive else { return session.console.show(blocks, to: .result) }
    let limit = session.console.idleLimit
    // Reading takes longer than answering.
    session.console.idleLimit = limit.map { $0 * 2 }
    let end = session.console.page(blocks)
    session.console.idleLimit = limit
    switch end {
    case .line(let line) where Words.opensCrisis(line):
      CrisisScreen(session: session).show()
      throw .paused
    case .line("hide"):
      try session.hide()
      throw .paused
    case .hangUp: throw .hungUp
    case .idle: if try session.lockForIdle() { throw .paused }
    default: break
    }
  }
}
