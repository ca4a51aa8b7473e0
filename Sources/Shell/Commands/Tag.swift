import ArgumentParser
import Commands
import Conversation
import Forms
import JSON
import Journal
import Terminal
import Vault

/// `tag`: words of one's own on an entry, for finding it again.
struct Tag: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Put a word on an entry to find it by: `tag last work`.")

  @Argument(help: "`last`, or the four letters that name an entry.") var entry: String
  @Argument(parsing: .remaining, help: "Inside the shell: the tags. Outside, Handrail asks for them.")
  var words: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try Tagging(session: session).change(entry, words, command: "tag") { tags, typed in
      tags + typed.filter { !tags.contains($0) }
    }
  }
}

/// `untag`: takes tags off an entry.
struct Untag: SessionCommand {
  static let configuration = CommandConfiguration(
    commandName: "untag", abstract: "Take a tag off an entry: `untag last work`.")

  @Argument(help: "`last`, or the four letters that name an entry.") var entry: String
  @Argument(parsing: .remaining, help: "Inside the shell: the tags. Outside, Handrail asks for them.")
  var words: [String] = []
  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    try Tagging(session: session).change(entry, words, command: "untag") { tags, typed in
      tags.filter { !typed.contains($0) }
    }
  }
}

/// `tags`: every tag in use.
struct AllTags: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "tags", abstract: "Every tag you use, and how often.")

  @OptionGroup(title: "Everywhere") var global: GlobalOptions

  mutating func run(in session: Session) throws(Departure) {
    let tags = try session.inJournal { (store) throws(VaultError) in try store.tags() }
    if global.json {
      let all = tags.map {
        JSON.object(JSON.Object([("count", .number(Double($0.count))), ("tag", .string($0.word))]))
      }
      let text = try? JSON.object(JSON.Object([("tags", .array(all))])).canonical()
      return session.console.write(raw: String(decoding: text ?? [], as: UTF8.self) + "\n")
    }
    guard !tags.isEmpty else {
      return session.console.show(
        [.text("There are no tags yet. `tag last` and a word of yours puts one on your last entry.")], to: .result)
    }
    session.console.show(
      tags.map { .pair($0.word, Rich($0.count == 1 ? "1 entry" : "\($0.count) entries")) }
        + [.quiet("`search tag:` and a tag finds its entries.")], to: .result)
  }
}

/// Changes the tags of one entry.
struct Tagging {
  let session: Session

  func change(
    _ name: String, _ words: [String], command: String, _ combine: ([String], [String]) -> [String]
  ) throws(Departure) {
    try PrivateWords.refuse(words, in: session, instead: "handrail \(command) \(name)")
    let entry = try EntryName.required(name, in: session)
    if !entry.tags.isEmpty, words.isEmpty { session.show(.quiet(Rich(Self.list(entry.tags)))) }
    let typed = try PrivateWords.gather(words, asked: true, prompt: "Tags: ", in: session) ?? ""
    let tags = Tags.read(typed)
    guard !tags.isEmpty else { return session.show(.quiet("No tag was given. Nothing was changed.")) }
    let wanted = combine(entry.tags, tags)
    guard wanted.count <= Tags.most else {
      throw .failed(
        Failure("An entry takes at most \(Tags.most) tags.", safe: "Nothing was changed.", code: 65))
    }
    let now = session.world.clock.now()
    let tagged = try session.inJournal { (store) throws(VaultError) in try store.tag(entry.id, wanted, at: now) }
    guard let tagged else {
      return session.console.show([.text("It is so already. Nothing was changed.")], to: .result)
    }
    let said = tagged.tags.isEmpty ? "No tags are left on it." : Self.list(tagged.tags)
    session.console.show([.text(Rich("\(said) `undo` takes it back."))], to: .result)
  }

  private static func list(_ tags: [String]) -> String { "Tags: \(tags.joined(separator: ", "))." }
}
