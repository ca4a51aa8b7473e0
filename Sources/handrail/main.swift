import Clinic
import Conversation
import Glibc
import Shell
import Terminal
import Vault

// The wiring of the live world: arguments, environment and a real console go in, an exit code comes out.
Hardening.apply()
let values = ProcessInput.environment
exit(
  Program.run(
    arguments: Array(CommandLine.arguments.dropFirst()), values: values, executable: ProcessInput.executable,
    clinic: ClinicShell.run(_:line:)
  ) { environment in
    Consoles.make(environment: values, plain: environment.plain, colour: environment.color)
  })
