import Glibc
import PtyDriver
import Testing

/// Small disks of a test's own, in a mount namespace that ends with the program.
enum OwnMounts {
  static let unshare = "/usr/bin/unshare"

  /// Whether this machine lets a test mount.
  static let work: Bool = {
    let session = try? PtySession(
      unshare, ["-rm", "/bin/mount", "-t", "tmpfs", "tmpfs", "/mnt"], environment: ["PATH": "/usr/bin:/bin"])
    return (try? session?.waitForExit()) == .status(0)
  }()

  /// A line of shell that puts a small empty disk where the home is.
  static func make(_ place: Place, size: String) -> String {
    "mount -t tmpfs -o size=\(size) tmpfs \"$HOME\" || exit 99"
  }

  /// Runs a script in which `$0` is the program and the passphrase file is known.
  static func run(_ script: String, in place: Place) throws -> Outcome {
    try place.run(["-rm", "/bin/sh", "-c", script, Place.program], program: unshare)
  }

  /// Tells a script something, and waits until it has done it.
  static func tell(_ place: Place, _ name: String) throws {
    let pipe = open("\(place.root)/\(name)", O_WRONLY | O_CLOEXEC)
    try #require(pipe >= 0)
    write(pipe, "\n", 1)
    close(pipe)
    let done = open("\(place.root)/done", O_RDONLY | O_CLOEXEC)
    try #require(done >= 0)
    var byte: UInt8 = 0
    read(done, &byte, 1)
    close(done)
  }
}
