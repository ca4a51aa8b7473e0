import Glibc
import Terminal

// Does what its arguments say with a console, and tells what came back.
let names: [String] = ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "ACCESSIBLE", "PROBE_LOG"]
let environment = names.reduce(into: [String: String]()) { found, name in
  found[name] = getenv(name).map { String(cString: $0) }
}
let steps = Array(CommandLine.arguments.dropFirst())
let console = Consoles.make(
  environment: environment, plain: steps.contains("plain"), colour: !steps.contains("no-color"))
let probe = Probe(console: console, log: environment["PROBE_LOG"])
for step in steps { probe.take(step) }
