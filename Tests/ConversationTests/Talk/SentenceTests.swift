import Crypto
import Forms
import Testing
import Vault

@testable import Conversation

@Suite struct SentenceTests {
  /// What a kind sentence does without.
  static let unkind = [
    "!", "wrong", "invalid", "illegal", "fail", "must", "error", "bad", "incorrect", "you should", "your fault",
  ]

  static let readingErrors: [ReadingError] = [
    .empty, .notANumber, .notWhole, .outside(low: 0, high: 10), .outside(low: 0.5, high: nil),
    .outside(low: nil, high: 10), .outside(low: nil, high: nil), .notYesOrNo, .notADate, .notATime, .notADuration,
    .noSuchChoice("x", count: 3), .severalChoicesMeant(["Angry", "Anxious"]), .oneOnly, .tooFew(least: 2),
    .tooLong(limit: 65_536),
  ]

  @Test(arguments: readingErrors)
  func `A hint is kind, short, and says how to answer`(error: ReadingError) {
    let hint = Hints.sentence(for: error)
    #expect(Self.unkind.filter { hint.lowercased().contains($0) } == [])
    #expect(hint.hasSuffix(".") || hint.hasSuffix("?"))
    #expect(hint.count < 100)
    #expect(hint.first?.isUppercase == true)
  }

  @Test func `Hints say the numbers that fit`() {
    #expect(Hints.sentence(for: .outside(low: 0, high: 10)) == "A number from 0 to 10, please.")
    #expect(Hints.sentence(for: .outside(low: 0.5, high: nil)) == "A number of 0.5 or more, please.")
    #expect(
      Hints.sentence(for: .severalChoicesMeant(["Angry", "Anxious"]))
        == "That could be Angry or Anxious. A few more letters, please.")
  }

  static let vaultErrors: [VaultError] = [
    .wrongPassphrase, .wrongRecoveryWords, .noRecoveryWords, .passphraseNotText, .noVault, .notAVault,
    .newerVault(minReader: 2), .newerSchema, .headerDamaged, .damaged(record: 3, offset: 4096), .badKDFSettings,
    .openElsewhere(processID: 12), .openElsewhere(processID: nil), .alreadyExists(name: "vault"),
    .leftover(name: "vault.bak"), .cannotCreate(name: "vault", errno: 13), .cannotCreate(name: "", errno: 13),
    .noSuchFile(name: "copy"), .linked, .notPermitted, .belongsToAnother, .readOnly, .diskFull, .inputOutput(errno: 5),
    .changedUnderneath, .reopenNeeded,
    .unsavedChange, .selfCheckFailed, .outOfMemory, .cryptoUnavailable, .noSuchEntry, .unreadableEntry,
    .database(code: 11),
  ]

  @Test(arguments: vaultErrors)
  func `Each trouble with the vault is said in whole sentences, with what is safe`(error: VaultError) {
    let failure = Failure(error)
    let parts = [failure.happened, failure.safe, failure.next].compactMap { $0 }
    for part in parts {
      #expect(part.hasSuffix("."))
      #expect(part.first?.isUppercase == true || part.first == "`")
      #expect(part.count > 10)
      #expect(!part.contains(" ."))
    }
    #expect(failure.safe != nil)
    #expect(failure.sentences == parts.joined(separator: " "))
    #expect(!failure.sentences.contains("!"))
    for word in ["SQL error", "errno", "Optional", "nil", "vault file", "KDF", "11"] {
      #expect(!failure.sentences.contains(word))
    }
    #expect(failure.code == error.exitCode)
    #expect([1, 65, 66, 69, 73, 74, 75, 77].contains(failure.code))
  }

  @Test func `What an unlock finds is said, with nothing lost`() {
    let warnings: [VaultWarning] = [
      .tornTail(bytes: 12, setAside: "torn-1"), .tornTail(bytes: 12, setAside: nil), .notClosedCleanly,
      .headerRestored, .readOnly, .headerCopyFailed, .memoryNotLocked, .openToOthers,
    ]
    let sentences = warnings.map(Failure.sentence)
    #expect(sentences.map { $0 == nil } == [false, false, false, false, false, true, true, true])
    for sentence in sentences.compactMap({ $0 }) {
      #expect(sentence.hasSuffix("."))
      #expect(!sentence.contains("!"))
    }
    #expect(sentences[0]?.contains("torn-1") == true)
  }

  @Test func `Recovery words that do not fit are nobody's fault`() {
    #expect(Failure.noJournal.code == 66)
    #expect(Failure.noTerminalForPassphrase.code == 69)
    #expect(Failure.cannotWrite(what: "it", errno: 28).code == 74)
    #expect(Failure.cannotWrite(what: "it", errno: 30).code == 73)
    #expect(
      Failure.cannotWrite(what: "the settings", errno: 28).sentences
        == "Handrail could not write the settings: the disk is full. What was there before is unchanged.")
  }

  @Test func `Leaving is an error only when something failed`() {
    let departures: [Departure] = [
      .paused, .quit, .endOfInput, .interrupted, .hungUp, .failed(Failure("It broke.", code: 74)),
    ]
    #expect(departures.map(\.exitCode) == [0, 0, 0, 130, 129, 74])
  }
}
