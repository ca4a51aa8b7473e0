import Exchange

/// One page of paper for the first session: whom to call, how to begin, and what nobody watches.
struct FirstSheet {
  let pack: ProgrammePack
  /// The emergency number of the region.
  let emergency: String?

  var page: PrintPage {
    var sections: [PrintPage.Section] = []
    let numbers = [
      pack.byDay.map { "By day: \($0)" }, pack.afterHours.map { "After hours: \($0)" },
      pack.hours.map { "Open: \($0)" },
    ]
    sections.append(.init(heading: "Whom to call", lines: numbers.compactMap { $0 } + pack.steps))
    sections.append(
      .init(
        heading: "To begin, on your own computer",
        lines: [
          "Install Handrail as its README says, and type: handrail",
          "It makes a private journal. Only you have the passphrase, and no one can reset it.",
          "Take in the file that we gave you: accept FILE",
          "Compare these eight words with the ones on your screen: \(pack.keys.words.joined(separator: " "))",
          "Make your key card and bring us the file: key --out card.txt",
        ]))
    sections.append(
      .init(
        heading: "What nobody watches",
        lines: [
          "Nobody sees what you type, and no one is told when you open the crisis page.",
          "We get only what you choose to send: share",
          "Who reads it: \(pack.whoReads)", "How often: \(pack.howOften)", "Meanwhile: \(pack.meanwhile)",
        ]))
    if !pack.sessions.isEmpty {
      sections.append(
        .init(
          heading: "Sessions each week",
          lines: pack.sessions.map { "\($0.day.word.capitalized) \($0.at.iso), \($0.minutes) min: \($0.what)" }))
    }
    return PrintPage(
      title: pack.name, lead: emergency.map { "In danger now: call \($0)." }, sections: sections,
      foot: "Handrail is not treatment and not a diagnosis. Everything stays on your computer until you send it.")
  }
}
