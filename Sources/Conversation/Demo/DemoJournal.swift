import Forms
import Journal
import Terminal
import Vault

/// Fills a new journal with twelve weeks of a made-up person, through the same forms and the same store as anyone's.
package struct DemoJournal {
  let session: Session
  private var random: DemoRandom

  package init(session: Session, seed: UInt64) {
    self.session = session
    random = DemoRandom(seed: seed)
  }

  package static let days = 84

  /// Writes everything; returns how many entries there are.
  package mutating func write() throws(Departure) -> Int {
    let desk = FormDesk(session: session)
    let mood = try desk.form("mood")
    let short = try desk.form("thought-record-5")
    let plan = try desk.form("emergency-plan")
    let now = session.world.clock.now()
    var count = 0
    for ago in stride(from: Self.days - 1, through: 0, by: -1) {
      let week = (Self.days - 1 - ago) / 7
      if ago == Self.days - 3 { count += try keep(plan, planReplies(), at: moment(now, ago: ago, hour: 16)) }
      // Missing days are part of a plausible life.
      guard random.chance(86) else { continue }
      let morning = moment(now, ago: ago, hour: Int.random(in: 8...10, using: &random))
      if morning.milliseconds < now.milliseconds { count += try keep(mood, moodReplies(week: week), at: morning) }
      let evening = moment(now, ago: ago, hour: Int.random(in: 18...21, using: &random))
      if random.chance(40), evening.milliseconds < now.milliseconds {
        count += try keep(mood, moodReplies(week: week, brief: true), at: evening)
      }
      if ago % 6 == 2, evening.milliseconds < now.milliseconds {
        count += try keep(short, thoughtReplies(week: week), at: evening)
      }
    }
    return count
  }

  private func moment(_ now: Moment, ago: Int, hour: Int) -> Moment {
    let local = (now.day.daysSince1970 - ago) * 86_400 + hour * 3600 + (ago * 7 % 60) * 60
    return Moment(milliseconds: Int64(local - now.offset) * 1000, offset: now.offset, zone: now.zone)
  }

  /// Answers a form by what a person would type at each question; what is not named is skipped.
  private mutating func keep(_ form: Form, _ replies: [String: String], at moment: Moment) throws(Departure) -> Int {
    var walk = Walk(form)
    while let step = walk.current(in: form) {
      guard let reply = replies[step.question.id], let answer = try? step.read(reply, today: moment.day) else {
        walk.skip(in: form)
        continue
      }
      walk.answer(answer, in: form)
    }
    let id = ULID(milliseconds: moment.milliseconds, random: random.bytes(10))
    let entry = Entry(
      id: id, form: Wordings.stamp(of: form), day: moment.day, part: moment.part, recorded: moment,
      answers: walk.response(in: form))
    try session.inJournal { (store) throws(VaultError) in try store.add(entry, form: form) }
    return 1
  }

  /// Slowly better, with rough days; nothing dramatic.
  private mutating func moodReplies(week: Int, brief: Bool = false) -> [String: String] {
    let rough = random.chance(15)
    let mood = min(9, max(1, 3 + week / 4 + Int.random(in: -1...2, using: &random) - (rough ? 2 : 0)))
    var replies = ["mood": String(mood)]
    guard !brief else { return replies }
    replies["more"] = "yes"
    replies["sleep"] = "\(Int.random(in: 4...8, using: &random))h \(random.chance(50) ? "30" : "0")m"
    for (id, around) in [("sleep-quality", mood), ("energy", mood), ("anxiety", 8 - mood / 2), ("speed", 5)] {
      replies[id] = String(min(10, max(0, around + Int.random(in: -1...1, using: &random))))
    }
    replies["urges"] = String(max(0, Int.random(in: 0...6, using: &random) - week / 3))
    replies["acted"] = "1"
    replies["use"] = "1"
    replies["medication"] = random.chance(88) ? "1" : "2"
    if random.chance(35) { replies["note"] = DemoPerson.notes.randomElement(using: &random) }
    return replies
  }

  private mutating func thoughtReplies(week: Int) -> [String: String] {
    let thought = DemoPerson.thoughts.randomElement(using: &random) ?? DemoPerson.thoughts[0]
    let before = Int.random(in: 55...90, using: &random)
    return [
      "situation": thought.situation, "emotions": thought.emotions, "before": String(before),
      "thought": thought.thought, "balanced": thought.fairer,
      "after": String(max(5, before - Int.random(in: 0...35, using: &random))),
    ]
  }

  private func planReplies() -> [String: String] {
    DemoPerson.plan.mapValues { $0.joined(separator: "\n") }
  }
}
