import Exchange

extension Failure {
  private static let secretKey = Failure(
    "That is a secret key. Do not send it to anyone.", safe: "Nothing was changed, and nothing of it was kept.",
    next: "What others need begins with age1.", code: 65)

  /// A text that is not the key that was asked for. `place` says where it stands.
  init(_ mistake: KeyMistake, at place: String, code: Int32) {
    let (happened, next): (String, String) =
      switch mistake {
      case .secret: (Self.secretKey.happened, Self.secretKey.next ?? "")
      case .otherSSHKind(let kind):
        ("\(place) is an SSH key of another kind (\(kind)).", "Handrail takes ssh-ed25519 keys only.")
      case .sshInsteadOfAge: ("\(place) is an SSH key.", "The key to seal for begins with age1.")
      case .ageInsteadOfSSH: ("\(place) is a key to seal for.", "The key that signs begins with ssh-ed25519.")
      case .addOn(let name):
        (
          "\(place) works only with an add-on (\(name)), which Handrail does not have.",
          "Ask for a key that begins with age1 and has 62 letters."
        )
      case .notAKey: ("\(place) is not a key.", "A key to seal for begins with age1.")
      case .capitals: ("\(place) is in capitals.", "Type it in small letters, or copy it again.")
      case .tooShort(let count):
        ("\(place) is cut off: \(Self.letters(count)) missing.", "Copy all of it again.")
      case .tooLong(let count): ("\(place) is \(Self.letters(count)) too long.", "Copy it again, and nothing more.")
      case .character(let character, let at):
        ("\(place) has a character that no key has: \(character) at place \(at).", "Copy it again.")
      case .damaged: ("\(place) has a letter wrong: it does not match its own check.", "Copy it again.")
      case .weak: ("\(place) is one that hides nothing.", "Ask for another key.")
      }
    self.init(happened, safe: "Nothing was changed.", next: next, code: code)
  }

  /// A key that was typed where the name of a recipient belongs; nil for what looks like a name.
  init?(keyGivenAsName text: String) {
    let typed = text.lowercased()
    guard ["age1", "age-secret-key-", "ssh-"].contains(where: { typed.hasPrefix($0) }) else { return nil }
    do {
      _ = try AgeRecipient(parsing: text)
      self.init(
        "That is a key, and here a name belongs.", safe: "Nothing was shared.",
        next: "`share recipients` lists the names; `share add FILE` takes the card with a key.", code: 64)
    } catch {
      self.init(error, at: "What stands for the name", code: 64)
    }
  }

  private static func letters(_ count: Int) -> String { count == 1 ? "1 letter" : "\(count) letters" }

  /// A file that is not a key card.
  init(_ error: KeyCardError) {
    let ask = "Ask for the card again, as a file."
    let (happened, next): (String, String?) =
      switch error {
      case .secret: (Self.secretKey.happened, "A key card holds no secret key. `handrail key` makes one.")
      case .empty: ("The file is empty.", ask)
      case .tooLarge: ("The file is too large for a key card.", "Check that it is the right file.")
      case .notText: ("The file is not plain text.", "Check that it is the right file.")
      case .notACard:
        ("That is not a key card.", "A key card begins with the line: Handrail key card 1")
      case .newer: ("A newer version of Handrail made this card.", "Update Handrail, then try again.")
      case .twoCards: ("There is more than one card in the file.", "Put each card into a file of its own.")
      case .noName: ("The card has no line for the name.", ask)
      case .badName: ("The name on the card is too long, or has hidden characters.", ask)
      case .noSigningKey: ("The card has no key that signs: the line with ssh-ed25519 is missing.", ask)
      case .noSealingKey: ("The card has no key to seal for: the line with age1 is missing.", ask)
      case .line(let number): ("Line \(number) does not belong on a key card.", ask)
      case .key(let mistake, let line):
        {
          let failure = Failure(mistake, at: "The key in line \(line)", code: 65)
          return (failure.happened, failure.next)
        }()
      }
    self.init(happened, safe: "Nothing was changed.", next: next, code: 65)
  }

  init(_ error: IdentityFileError, path: String) {
    let (happened, next): (String, String) =
      switch error {
      case .empty: ("There is no key in \(path).", "A key file has a line that begins with AGE-SECRET-KEY-1.")
      case .sealed: ("The key file \(path) is sealed itself.", "Unseal it first, then use the result.")
      case .publicKey(let line):
        ("Line \(line) of \(path) is a public key.", "The key that opens begins with AGE-SECRET-KEY-1.")
      case .addOn(let line):
        ("The key in line \(line) of \(path) needs an add-on, which Handrail does not have.", "Use another key.")
      case .damaged(let line): ("The key in line \(line) of \(path) is damaged.", "Take it from a backup.")
      case .notAKey(let line):
        ("Line \(line) of \(path) is not a key.", "A key file has a line that begins with AGE-SECRET-KEY-1.")
      }
    self.init(happened, safe: "Nothing was written.", next: next, code: 65)
  }
}
