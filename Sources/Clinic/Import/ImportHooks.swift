import Exchange
import Vault

/// What is made anew of a person with each log that is taken.
enum ImportHooks {
  /// The person's row of the roster.
  static func summary(_ reader: CaseloadReader, _ participant: Int64) throws(VaultError) -> String? {
    try reader.summarySource(of: participant).flatMap(RosterSummary.make)
  }
}
