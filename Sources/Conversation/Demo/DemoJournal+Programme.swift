import Forms
import Journal

/// What the made-up person keeps with the programme: plan, goals, homework, and something to bring to group.
extension DemoJournal {
  mutating func programme(_ ago: Int, now: Moment) throws(Departure) {
    let day = now.day.adding(days: -ago)
    let afternoon = moment(now, ago: ago, hour: 15)
    if ago == span - 3 {
      try keep(
        "emergency-plan", DemoPerson.plan.mapValues { $0.joined(separator: "\n") }, at: moment(now, ago: ago, hour: 16))
    }
    // The goals and the list of homework belong to the last twelve weeks.
    let told = min(span, Self.days)
    if ago == told - 6 { try keep("goal", DemoPerson.goals[0], at: afternoon) }
    if ago == told - 20 {
      var goal = DemoPerson.goals[1]
      goal["by"] = day.adding(days: told).iso
      try keep("goal", goal, at: afternoon)
    }
    if ago % 14 == 5 {
      var homework = ["what": DemoPerson.homework.randomElement(using: &random) ?? "", "often": "few"]
      homework["from"] = "group"
      homework["due"] = day.adding(days: 7).iso
      guard let kept = try keep("homework", homework, at: afternoon), ago > 7 else { return }
      let went = random.chance(70) ? "done" : "part"
      try keep(
        "homework-done", ["went": went, "again": "no"], at: moment(now, ago: ago - 7, hour: 15),
        links: [Link(name: "done", entry: kept.id)])
    }
    if ago == 2 {
      try keep(
        "group-bring", ["share": DemoPerson.toBring, "day": day.adding(days: 5).iso], at: afternoon)
    }
  }
}
