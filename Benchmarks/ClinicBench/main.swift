import Clinic
import Conversation
import Crypto
import Exchange
import Foundation
import Terminal
import Vault

// Makes caseloads and weekly logs of made-up people; README.md tells what they are for.
let usage = """
  usage: ClinicBench caseload FOLDER PEOPLE    a caseload with so many people enrolled; prints its age1… key
         ClinicBench logs KEY OUT PEOPLE FROM TO    sealed, signed logs of these weeks, from 0, in OUT
         ClinicBench plain KEY OUT PEOPLE FROM TO    the same, not sealed
         ClinicBench time FOLDER    runs the lines of standard input in the open caseload, one by one, and tells
                                    wall and processor milliseconds and the exit code of each
  """

let passphrase = Array("correct horse battery staple".utf8)

func session(_ folder: String) -> Session {
  let environment = Environment(values: ["HANDRAIL_HOME": folder], options: .init(), executable: "/")
  let console = RecordingConsole(secrets: [String(decoding: passphrase, as: UTF8.self)])
  return Session(
    World(console: console, clock: SystemClock(environment: [:]), environment: environment), side: .clinic)
}

func caseload(_ folder: String, people: Int) throws {
  let session = session(folder)
  try NewJournal(session: session).create(
    try SecretBytes(copying: passphrase), kdf: KDFSettings(passes: 2, memoryMiB: 19),
    recovery: false)
  for person in 1...people {
    let keys = try WeeklyLogs.keys(person).publicKeys
    let store = try session.caseload()
    try store.enroll(
      "Person \(person)",
      key: PersonKey(signing: keys.signing.point, recipient: keys.sealing.text, at: 0, isCompared: true),
      Doing(by: "B", at: 0))
    if person.isMultiple(of: 200) { session.tidy() }
  }
  print(try KeyDesk(session: session).keys().publicKeys.sealing.text)
  session.tidy()
  session.lock()
}

func logs(_ key: String, _ folder: String, people: Int, weeks: ClosedRange<Int>, sealed: Bool) throws {
  let logs = WeeklyLogs(programme: try AgeRecipient(parsing: key))
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  for week in weeks {
    for person in 1...people {
      let log = try logs.log(person, week: week)
      let name = "\(folder)/week-\(1000 + week)-person-\(10_000 + person).\(sealed ? "handrail" : "jsonl")"
      try Data(sealed ? try logs.sealed(log) : log).write(to: URL(filePath: name))
    }
  }
}

/// Lines as they would be typed, each in one word where it has none but spaces.
func time(_ folder: String) throws {
  let session = session(folder)
  _ = try session.caseload()
  while let line = readLine() {
    let (wall, cpu) = (clock(CLOCK_MONOTONIC), clock(CLOCK_PROCESS_CPUTIME_ID))
    let code = ClinicShell.run(session, line: line.split(separator: " ").map(String.init))
    let cost = (clock(CLOCK_MONOTONIC) - wall, clock(CLOCK_PROCESS_CPUTIME_ID) - cpu)
    print("{\"wall\": \(cost.0), \"cpu\": \(cost.1), \"code\": \(code)}")
  }
  session.lock()
}

func clock(_ id: clockid_t) -> Double {
  var now = timespec()
  clock_gettime(id, &now)
  return Double(now.tv_sec) * 1000 + Double(now.tv_nsec) / 1_000_000
}

do {
  let arguments = Array(CommandLine.arguments.dropFirst())
  switch (arguments.first, arguments.count) {
  case ("caseload", 3): try caseload(arguments[1], people: Int(arguments[2]) ?? 1)
  case ("time", 2): try time(arguments[1])
  case ("logs", 6), ("plain", 6):
    let (from, to) = (Int(arguments[4]) ?? 0, Int(arguments[5]) ?? 0)
    try logs(
      arguments[1], arguments[2], people: Int(arguments[3]) ?? 1, weeks: from...max(from, to),
      sealed: arguments[0] == "logs")
  default:
    FileHandle.standardError.write(Data((usage + "\n").utf8))
    exit(64)
  }
} catch {
  FileHandle.standardError.write(Data("\(error)\n".utf8))
  exit(1)
}
