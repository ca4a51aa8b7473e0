import Crypto
import GRDB
import Vault

/// Looks at a disk after a story, and tells everything that is wrong.
package struct Judge {
  let story: Story
  let progress: Progress
  let seed: UInt64

  package init(_ story: Story, _ progress: Progress, seed: UInt64) {
    self.story = story
    self.progress = progress
    self.seed = seed
  }

  /// Opens what is there, twice, and looks at all of it. Empty when all is well.
  package func problems(_ disk: SimulatedDisk) -> [String] {
    var problems = progress.problems
    problems += leaks(on: disk)
    let folder = VaultFolder(files: disk, context: .simulated(seed: SplitMix.mix(seed, 3)))
    if progress.isGone {
      let left = disk.files.keys.filter { $0.hasPrefix("vault") }.sorted()
      if !left.isEmpty { problems.append("a destroyed vault left \(left)") }
    }
    for time in 0..<2 {
      switch opened(folder) {
      case .failure(let problem): return problems + problem.texts + disk.violations
      case .success(nil): return problems + copies(on: disk) + disk.violations
      case .success(let opening?):
        problems += look(at: opening)
        opening.vault.close()
        problems += unsealed(disk, with: opening.key, isLast: time == 1)
      }
    }
    return problems + leaks(on: disk) + copies(on: disk) + disk.violations
  }

  /// A vault that could be opened, and what with.
  struct Opening {
    let vault: OpenVault
    let key: Credential
  }

  struct Problem: Error {
    let texts: [String]
  }

  /// The vault, opened with whatever may open it; nil when it is right that there is none.
  func opened(_ folder: VaultFolder) -> Result<Opening?, Problem> {
    for key in progress.keys {
      do {
        let vault = try OpenVault.open(in: folder, credential: key)
        if progress.damage != nil { return .failure(Problem(texts: ["a broken vault opened"])) }
        return .success(Opening(vault: vault, key: key))
      } catch VaultError.wrongPassphrase {
        continue
      } catch {
        if mayFail(error) { return .success(nil) }
        return .failure(Problem(texts: ["opening failed: \(error)"]))
      }
    }
    return .failure(Problem(texts: ["no passphrase opens it"]))
  }

  private func mayFail(_ error: any Error) -> Bool {
    guard let error = error as? VaultError else { return false }
    if let damage = progress.damage { return error == damage }
    if progress.isGone { return error == .noVault }
    if progress.mayBeGone {
      return [.noVault, .notAVault, .headerDamaged, .leftover(name: "vault.bak")].contains(error)
    }
    // The first vault may never have come to be.
    return progress.acknowledged == nil && [.noVault, .leftover(name: "vault.new")].contains(error)
  }

  private func look(at opening: Opening) -> [String] {
    if progress.isGone { return ["a destroyed vault opened"] }
    do {
      var problems: [String] = []
      let state = try story.content.read(opening.vault)
      if state != progress.acknowledged ?? [], state != progress.attempted {
        problems.append(
          "found \(shown(state)), acknowledged \(shown(progress.acknowledged)), attempted \(shown(progress.attempted))")
      }
      return problems + (try opening.vault.check().problems)
    } catch {
      return ["reading failed: \(error)"]
    }
  }

  /// Files that were to be copied whole, and files that nobody was to touch.
  private func copies(on disk: SimulatedDisk) -> [String] {
    var problems: [String] = []
    for (name, bytes) in progress.untouched where disk.content(name) != bytes { problems.append("\(name) was changed") }
    for (name, state) in progress.copies.sorted(by: { $0.key < $1.key }) {
      guard let bytes = disk.content(name) else {
        if progress.neededCopies.contains(name) { problems.append("\(name) is not there") }
        continue
      }
      let folder = VaultFolder(
        files: SimulatedDisk(vault: bytes), context: .simulated(seed: SplitMix.mix(seed, 4)))
      do {
        let vault = try folder.opened()
        if try story.content.read(vault) != state { problems.append("\(name) holds something else") }
        problems += try vault.check().problems
      } catch {
        problems.append("\(name) does not open: \(error)")
      }
    }
    return problems
  }
}
