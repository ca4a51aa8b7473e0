import Conversation
import Terminal

/// After a page in the shell: a number opens the entries behind its line.
struct PageNumbers {
  let session: Session
  let content: PageContent

  func ask() throws(Departure) {
    guard session.isShell, session.console.isInteractive else { return }
    let screen = PageScreen(content, in: session)
    let topics = screen.topics
    let hint = Block.quiet("A number shows the entries behind a line, `seen` notes what was done, Enter goes back.")
    session.show(.blank, hint)
    while true {
      let line = Words.bare(try session.ask(Prompt("page> "), place: { [hint] }))
      switch line {
      case "", "back", "quit", "q", "menu", "pause": return
      case "page", "again": try Reading(session: session).page(screen.blocks)
      case "seen": return try SeenDesk(session: session).run(content, subject: nil, what: nil)
      case let number where Int(number).map { topics.indices.contains($0 &- 1) } ?? false:
        let topic = topics[(Int(number) ?? 1) - 1]
        try EntriesScreen(session: session).show(
          content.lines(behind: topic), of: content.person, about: topic.names.first ?? "")
        session.show(hint)
      case let words where Words.opensCrisis(words): CrisisScreen(session: session).show()
      default: session.show(.quiet("A number from 1 to \(topics.count), please. Enter goes back."))
      }
    }
  }
}
