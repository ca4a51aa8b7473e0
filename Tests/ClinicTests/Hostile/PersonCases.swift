import JSON
import Testing

@testable import Exchange

extension HostileGroup {
  static let whose = HostileGroup(
    title: "Whose it is, and for whom",
    cases: [
      .log("Jo's first log", .taken) { $0.manifest = $0.manifest.with("sequence", is: 1) },
      .log("Jo's key with another id", .refused("It is signed by Jo's key, and says that it is somebody else's.")) {
        $0.manifest = $0.manifest.with("participant", "id", is: "another")
      },
      .file("Sam's key with Jo's id", .refused("It is signed by Sam's key, and says that it is somebody else's.")) {
        programme in
        var log = Log(of: programme.sam, for: programme.keys)
        log.manifest = log.manifest.with("participant", "id", is: .string(programme.jo.id))
        return try Log.sealed(log.bytes(by: programme.sam), for: programme.keys)
      },
      .file("Sam's key, and Jo's in the manifest", .refused("It is signed by another key than the one it names.")) {
        programme in
        try Log.sealed(Log(of: programme.jo, for: programme.keys).bytes(by: programme.sam), for: programme.keys)
      },
      .file("Jo's entries in Sam's log", .taken) { programme in
        try Log.sealed(Log(of: programme.sam, for: programme.keys).bytes(by: programme.sam), for: programme.keys)
      },
      .file("made for another programme and sealed again", .refused("It was made for another programme.")) {
        programme in
        try Log.sealed(Log(of: programme.jo, for: programme.other).bytes(by: programme.jo), for: programme.keys)
      },
      .log("made for two programmes", .taken) { log in
        let own = log.manifest["recipients"]?.array ?? []
        log.manifest = log.manifest.with("recipients", is: .array(own + [.string("age1another")]))
      },
      .log("a key to answer to that is none", .refused("Line 1: `participant` is missing")) {
        $0.manifest = $0.manifest.with("participant", "recipient", is: "age1none")
      },
      .log("a name that is 300 letters long", .refused("Line 1: `displayName` is missing")) {
        $0.manifest = $0.manifest.with("participant", "displayName", is: .string(String(repeating: "a", count: 300)))
      },
    ])

  static let times = HostileGroup(
    title: "Days and times",
    cases: [
      .log("made in 2091", .refused("It was made in the future")) {
        $0.manifest = $0.manifest.with("createdAt", is: "2091-11-20T20:00:00Z")
      },
      .log("made a day ahead of this clock", .taken) {
        $0.manifest = $0.manifest.with("createdAt", is: "2026-11-21T20:00:00Z")
      },
      .log("made in 1970", .refused("It was made before there was Handrail")) {
        $0.manifest = $0.manifest.with("createdAt", is: "1970-01-01T00:00:00Z")
      },
      .log("made in 1970 about 1970", .refused("It was made before there was Handrail")) {
        $0.manifest = $0.manifest.with("createdAt", is: "1970-01-01T00:00:00Z").with(
          "range", is: ["from": "1970-01-01", "to": "1970-01-01"])
        $0.entries = [Log.entry(1, day: "1970-01-01")]
      },
      .log("about a day in 1970", .taken) {
        $0.manifest = $0.manifest.with("range", "from", is: "1970-01-01")
        $0.entries = [Log.entry(1, day: "1970-01-01")]
      },
      .log("about 1899", .refused("Line 1: `range` is missing")) {
        $0.manifest = $0.manifest.with("range", "from", is: "1899-12-31")
      },
      .log("about 2091", .refused("Line 1: `range` is missing")) {
        $0.manifest = $0.manifest.with("range", "to", is: "2091-01-01")
      },
      .log("days the wrong way round", .refused("Line 1: `range` is missing")) {
        $0.manifest = $0.manifest.with("range", "from", is: "2026-11-21")
      },
      .log("an entry of 2091", .refused("Line 2 is about a day outside the days of the log.")) {
        $0.entries = [Log.entry(1, day: "2091-01-01")]
      },
      .log("30 February", .refused("Line 2: `effectiveDate` is missing")) {
        $0.entries = [Log.entry(1, day: "2026-02-30")]
      },
      .log("a log made at +25:00", .refused("Line 1: `createdAt` is missing")) {
        $0.manifest = $0.manifest.with("createdAt", is: "2026-11-20T20:00:00+25:00")
      },
      .log("an entry at +25:00", .refused("Line 2: `recordedAt` is missing")) {
        $0.entries = [Log.entry(1).with("recordedAt", is: "2026-11-20T20:00:00+25:00")]
      },
      .log("an entry at +14:30", .refused("Line 2: `recordedAt` is missing")) {
        $0.entries = [Log.entry(1).with("recordedAt", is: "2026-11-20T20:00:00+14:30")]
      },
      .log("a second of 60", .refused("Line 2: `recordedAt` is missing")) {
        $0.entries = [Log.entry(1).with("recordedAt", is: "2026-11-20T23:59:60Z")]
      },
      .log("a zone without a time", .refused("Line 2: `recordedAt` is missing")) {
        $0.entries = [Log.entry(1).with("recordedAt", is: nil)]
      },
      .log("recorded in 2091, about today", .taken) {
        $0.entries = [Log.entry(1).with("recordedAt", is: "2091-11-20T20:00:00Z")]
      },
      .log("the hour that comes twice", .taken) { log in
        log.manifest = log.manifest.with("range", "from", is: "2026-10-25")
        log.entries = ["+02:00", "+01:00"].enumerated().map { place, offset in
          Log.entry(50 + place, day: "2026-10-25").with("recordedAt", is: .string("2026-10-25T02:30:00" + offset))
            .with("zone", is: "Europe/Berlin")
        }
      },
      .log("already tomorrow, beyond the date line", .taken) {
        $0.manifest = $0.manifest.with("createdAt", is: "2026-11-21T10:00:00+14:00").with(
          "zone", is: "Pacific/Kiritimati"
        )
        .with("range", "to", is: "2026-11-21")
        $0.entries = [Log.entry(60, day: "2026-11-21")]
      },
    ])

  /// What a terminal, a browser or a spreadsheet would act on: valid text, which is kept as it is and never shown raw.
  static let texts = HostileGroup(
    title: "Texts that would do something",
    cases: sly.map { name, text in
      .log(name, .taken) { log in
        log.manifest = log.manifest.with("note", is: .string(text)).with(
          "participant", "displayName", is: .string(text.short)
        )
        .with("forms", "0", "title", is: .string(text.short))
        .with("forms", "0", "questions", "2", "text", is: .string(text.short))
        log.entries = [
          Log.entry(
            1,
            answers: [
              "mood": 4, "note": .string(text), "feelings": [.string(text)],
              "strength": [["of": .string(text), "answers": ["before": 1]]],
            ])
        ]
      }
    })

  static let sly: [(String, String)] = [
    ("OSC 52, which fills the clipboard", "\u{1B}]52;c;cm0gLXJmIH4K\u{07}"),
    ("CSI, which clears the screen", "\u{1B}[2J\u{1B}[H\u{1B}[3J"),
    ("OSC 8, a link", "\u{1B}]8;;http://example.org\u{1B}\\here\u{1B}]8;;\u{1B}\\"),
    ("OSC 0, the title of the window", "\u{1B}]0;root\u{07}"),
    ("C1 control characters", "\u{9B}2J\u{90}q\u{9C}\u{85}"),
    ("bidirectional overrides", "\u{202E}nemow\u{202C} \u{2066}x\u{2069}"),
    ("5,000 combining marks", "a" + String(repeating: "\u{301}", count: 5_000)),
    ("a formula for a spreadsheet", "=cmd|' /C calc'!A0"),
    ("HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>"),
    ("SVG", "<svg onload=alert(1)><foreignObject/></svg>"),
    ("backspaces and carriage returns", "safe\u{08}\u{08}\u{08}\u{08}\rgone"),
    ("invisible letters", "a\u{200B}\u{2060}\u{E0041}\u{FEFF}b"),
  ]
}

extension String {
  /// As much as fits a title, whatever it is made of.
  var short: String { String(String.UnicodeScalarView(unicodeScalars.prefix(40))) }
}
