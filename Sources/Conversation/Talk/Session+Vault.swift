import Vault

extension Session {
  /// Work on the open vault itself; errors come out as sentences.
  package func onVault<T>(_ work: (OpenVault) throws(VaultError) -> T) throws(Departure) -> T {
    let vault = try open()
    do { return try work(vault) } catch { throw .failed(Failure(error)) }
  }

  /// Work on the vault's folder while nothing is open.
  package func onFolder<T>(_ work: (VaultFolder) throws(VaultError) -> T) throws(Departure) -> T {
    do { return try work(world.folder) } catch { throw .failed(Failure(error)) }
  }

  /// Between commands: rewrites the file when it has grown, never while something is being written.
  package func tidy() {
    guard let vault else { return }
    switch side {
    case .person: try? JournalStore(vault).finishErasing()
    case .clinic: try? CaseloadStore(vault).finishErasing()
    case .family: break
    }
    try? vault.compactIfNeeded()
  }
}
