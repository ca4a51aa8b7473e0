import Glibc

exit(Proof(Settings(CommandLine.arguments.dropFirst())).run())

/// A line that is there at once, also through a pipe.
func say(_ line: String) {
  print(line)
  fflush(nil)
}
