import Forms
import Journal
import Terminal
import Vault

/// Fills a new journal with twelve weeks of a made-up person, through the same forms and the same store as anyone's. The
/// course says how these weeks go.
package struct DemoJournal {
  let session: Session
  /// How many days it reaches back, today included.
  let span: Int
  let course: DemoCourse
  var random: DemoRandom
  var forms: [String: Form] = [:]
  /// Entries that are followed up on a later day, counted as days ago.
  var followUps: [Int: [(form: String, link: Link)]] = [:]
  private var count = 0

  package init(session: Session, seed: UInt64, days: Int = Self.days, course: DemoCourse = .usual) {
    self.session = session
    span = days
    self.course = course
    random = DemoRandom(seed: seed)
  }

  package static let days = 84

  var now: Moment { session.world.clock.now() }

  /// Writes everything; returns how many entries there are. `evening` comes after each day, counted as days ago.
  package mutating func write(evening: (Int) throws(Departure) -> Void = { _ in }) throws(Departure) -> Int {
    let now = now
    let schedule = DemoSchedule(span: span, random: &random)
    for ago in stride(from: span - 1, through: 0, by: -1) {
      try day(ago, schedule.practices[ago] ?? [], now: now)
      try evening(ago)
    }
    return count
  }

  private mutating func day(_ ago: Int, _ practices: [DemoSchedule.Practice], now: Moment) throws(Departure) {
    try programme(ago, now: now)
    // Missing days are part of a plausible life.
    guard random.chance(course.days) || !practices.isEmpty || followUps[ago] != nil else { return }
    // Twelve weeks are told; a longer journal stays where they led.
    let week = min((span - 1 - ago) / 7, Self.days / 7 - 1)
    let morning = moment(now, ago: ago, hour: Int.random(in: 8...10, using: &random))
    let day = moods(week: week)
    try keep("mood", day, at: morning)
    if course.checksIn, ago % 7 == 2 {
      try keep("weekly-check-in", checkIn(week: week), at: moment(now, ago: ago, hour: 11))
    }
    for practice in practices {
      let hour = Int.random(in: practice.hours, using: &random)
      try self.practice(practice, week: week, at: moment(now, ago: ago, hour: hour))
    }
    try followUp(ago, at: moment(now, ago: ago, hour: 16))
    if random.chance(40) {
      let evening = moment(now, ago: ago, hour: Int.random(in: 18...21, using: &random))
      try keep("mood", moods(week: week, brief: true), at: evening)
    }
  }

  func moment(_ now: Moment, ago: Int, hour: Int) -> Moment {
    let local = (now.day.daysSince1970 - ago) * 86_400 + hour * 3600 + (ago * 7 % 60) * 60
    return Moment(milliseconds: Int64(local - now.offset) * 1000, offset: now.offset, zone: now.zone)
  }

  /// Answers a form by what a person would type at each question; what is not named is skipped. Nil for a moment that has
  /// not come yet.
  @discardableResult
  mutating func keep(
    _ id: String, _ replies: [String: String], at moment: Moment, links: [Link] = []
  ) throws(Departure) -> Entry? {
    guard moment.milliseconds < now.milliseconds else { return nil }
    let form = try form(id)
    var walk = Walk(form)
    while let step = walk.current(in: form) {
      guard let reply = replies[step.question.id], let answer = try? step.read(reply, today: moment.day) else {
        walk.skip(in: form)
        continue
      }
      walk.answer(answer, in: form)
    }
    let entry = Entry(
      id: ULID(milliseconds: moment.milliseconds, random: random.bytes(10)), form: Wordings.stamp(of: form),
      day: moment.day, part: moment.part, recorded: moment, answers: walk.response(in: form), links: links)
    try session.inJournal { (store) throws(VaultError) in try store.add(entry, form: form) }
    count += 1
    // As between commands; over ten years the file would grow to many times its size.
    if count.isMultiple(of: 200) { session.tidy() }
    return entry
  }

  private mutating func form(_ id: String) throws(Departure) -> Form {
    if let known = forms[id] { return known }
    let form = try FormDesk(session: session).form(id)
    forms[id] = form
    return form
  }

  /// Slowly better, with rough days; nothing dramatic. Longer nights, movement and company go with a little more.
  private mutating func moods(week: Int, brief: Bool = false) -> [String: String] {
    let rough = random.chance(15)
    let minutes = Int.random(in: 8...17, using: &random) * 30
    let moved = random.chance(45)
    let company = random.chance(40)
    let lift = (minutes >= 420 ? 1 : 0) + (moved && random.chance(50) ? 1 : 0) - (rough ? 2 : 0)
    let mood = min(9, max(2, 3 + course.lift(week) + Int.random(in: -1...1, using: &random) + lift))
    var replies = ["mood": String(mood)]
    guard !brief else { return replies }
    replies["more"] = "yes"
    replies["sleep"] = "\(minutes / 60)h \(minutes % 60)m"
    for (id, around) in [("sleep-quality", mood), ("energy", mood), ("anxiety", 8 - mood / 2), ("speed", 5)] {
      replies[id] = String(min(10, max(0, around + Int.random(in: -1...1, using: &random))))
    }
    // Nothing is acted on or used in the demo.
    replies["urges"] = String(min(9, max(0, Int.random(in: 0...6, using: &random) - week / 3 + course.urges)))
    replies["acted"] = "did-not"
    replies["use"] = "none"
    replies["medication"] = random.chance(course.medication) ? "taken" : "late"
    replies["moved"] = moved ? "yes" : "no"
    replies["company"] = company ? "yes" : "no"
    if random.chance(35) { replies["note"] = DemoPerson.notes.randomElement(using: &random) }
    return replies
  }

  /// A weekly look back, each number near where the week's moods were.
  private mutating func checkIn(week: Int) -> [String: String] {
    let mood = 3 + course.lift(week)
    var replies: [String: String] = [:]
    for (id, around) in [
      ("mood", mood), ("worry", 8 - mood / 2), ("anger", 3), ("sleep", mood), ("energy", mood),
      ("urges", 2 + course.urges), ("coping", mood), ("skills", mood + 1), ("connection", mood), ("daily", mood),
      ("goals", mood), ("hope", mood + 1),
    ] {
      replies[id] = String(min(9, max(1, around + Int.random(in: -1...1, using: &random))))
    }
    return replies
  }
}
