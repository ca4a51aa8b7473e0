import Glibc

/// The names of the files in the home folder.
package enum VaultNames {
  package static let vault = "vault"
  /// A copy of the vault's first 4096 bytes.
  package static let header = "vault.header"
  /// The vault as it was before the last compaction.
  package static let previous = "vault.bak"
  /// A vault that is being written and does not count yet.
  package static let unfinished = "vault.new"
  package static let lock = "vault.lock"
  static let unfinishedHeader = "vault.header.new"
  static let unfinishedRestore = "vault.restore"
  static let tornPrefix = "vault.torn-"
  static let replacedPrefix = "vault.replaced-"

  /// Every name that may hold older content or older keys of the vault.
  static func isOlder(_ name: String) -> Bool {
    #if HANDRAIL_MUTATIONS
      if Mutation.active == .previousKept, name == previous { return false }
    #endif
    return [previous, unfinished, header, unfinishedHeader, unfinishedRestore].contains(name)
      || name.hasPrefix(tornPrefix) || name.hasPrefix(replacedPrefix)
  }

  /// `20261122-093000` in world time, for the names of files that are set aside.
  static func stamp(_ seconds: Int64) -> String {
    var seconds = time_t(seconds)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)\(two(parts.tm_mon + 1))\(two(parts.tm_mday))"
      + "-\(two(parts.tm_hour))\(two(parts.tm_min))\(two(parts.tm_sec))"
  }
}
