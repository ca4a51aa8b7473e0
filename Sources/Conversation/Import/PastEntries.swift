import Crypto
import Exchange
import Forms
import Journal
import Vault

/// Items of another program as entries. The same item makes the same id, whenever and from whichever file it comes.
struct PastEntries {
  let scale: MoodScale
  let now: Moment
  private let day = Wordings.stamp(of: PastForms.day)
  private let thought = Wordings.stamp(of: PastForms.thought)

  init(scale: MoodScale, now: Moment) {
    self.scale = scale
    self.now = now
  }

  func entries(of file: PastFile) -> [Entry] { file.items.map(entry) }

  private func entry(_ item: PastItem) -> Entry {
    // In world time, so that the id does not hang on the zone of this computer.
    let seconds =
      Int64(item.day.daysSince1970) * 86_400 + Int64((item.time?.hour ?? 12) * 3600 + (item.time?.minute ?? 0) * 60)
    let random = (try? BLAKE2b.hash(Array(item.key.utf8), count: 16)) ?? []
    var answers = item.texts.mapValues(Answer.text)
    for (question, items) in item.lists { answers[question] = .items(items) }
    if let mood = item.mood {
      let value = scale.value(of: mood)
      answers["mood"] = value.map(Answer.number)
      // A number that is the same on both scales needs no second telling.
      if value == nil || Double(mood) != value { answers["called"] = .text(mood) }
    }
    let written = Moment(milliseconds: (seconds - Int64(now.offset)) * 1000, offset: now.offset, zone: now.zone)
    return Entry(
      id: ULID(milliseconds: max(0, seconds * 1000), random: Array(random.prefix(10))),
      form: item.isThought ? thought : day, day: item.day, part: item.time.map { PartOfDay(hour: $0.hour) },
      recorded: item.time == nil ? now : written, answers: answers, tags: item.tags)
  }
}
