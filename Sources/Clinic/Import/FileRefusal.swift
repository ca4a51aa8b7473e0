import Conversation
import Exchange

/// Why a file is not taken in, in words that hold nothing of what is in it.
enum FileRefusal: Error, Equatable {
  case file(HeldFileTrouble)
  case sealed(AgeError)
  case needsPassphrase
  case notSealed
  case log(LogRefusal)
  /// The signature is missing, damaged, or the text was changed after it was signed.
  case signature(SSHSignatureError)
  /// The log names another key than the one that signed it.
  case otherSigner
  /// Nobody here has that key. `says`: whose the log says that it is.
  case stranger(words: [String], says: String?)
  case formerKey(String)
  case otherID(String)
  case notForUs
  case discharged(String)
  case future, past

  /// For other programs.
  var code: String {
    switch self {
    case .file: "file"
    case .sealed: "sealed"
    case .needsPassphrase: "passphrase"
    case .notSealed: "not-sealed"
    case .log: "log"
    case .signature, .otherSigner: "signature"
    case .stranger: "stranger"
    case .formerKey: "former-key"
    case .otherID: "wrong-participant"
    case .notForUs: "other-programme"
    case .discharged: "discharged"
    case .future, .past: "date"
    }
  }

  var why: String {
    switch self {
    case .file(.missing): "There is no file at that place."
    case .file(.isFolder): "It is a folder."
    case .file(.notAFile): "It is a link, a pipe or a device, and not a file."
    case .file(.tooLarge): "It is larger than a log can be."
    case .file(.changed): "It was changed while it was read."
    case .file(.cannotRead): "It cannot be read."
    case .sealed(let error): Failure(error, in: "", out: "").happened
    case .needsPassphrase: "It is sealed with a passphrase."
    case .notSealed: "It is not sealed: anybody could have read it on its way."
    case .log(let refusal): refusal.message
    case .signature(.doesNotFit): "It was changed after it was signed."
    case .signature(.namespace): "It was signed for another purpose."
    case .signature(.kind): "It is signed by a kind of key that Handrail does not use."
    case .signature: "Its signature is damaged."
    case .otherSigner: "It is signed by another key than the one it names."
    case .stranger(_, nil): "It is signed by a key that nobody here has."
    case .stranger(_, let name?): "It says that it is from \(name), and is signed by another key than theirs."
    case .formerKey(let name): "It is signed by a key that \(name) no longer uses."
    case .otherID(let name): "It is signed by \(name)'s key, and says that it is somebody else's."
    case .notForUs: "It was made for another programme."
    case .discharged(let name): "\(name) is discharged."
    case .future: "It was made in the future: the clock of one of the two computers is wrong."
    case .past: "It was made before there was Handrail: the clock of the computer was wrong."
    }
  }

  var next: String? {
    switch self {
    case .file(.missing): "Check the path."
    case .file(.isFolder), .file(.notAFile): "Name the file itself."
    case .file(.changed): "Wait until it is copied whole, then import it again."
    case .file(.cannotRead): "Check who owns it."
    case .needsPassphrase: "Add --passphrase, and it is asked for."
    case .sealed(.wrongPassphrase): "Check each word, then try again."
    case .sealed(.notForTheseKeys): "Ask the participant to seal it for your key card: `key` shows it."
    case .notSealed: "Ask for a sealed one, or add --unsealed."
    case .stranger(_, nil): "`strangers` shows its eight words. `enroll CARD` adds a participant."
    case .stranger: "Ask whether they have a new key, and compare the eight words: `strangers` shows them."
    case .formerKey: "If they made it before they changed their key, --former takes it."
    case .notForUs: "Ask the participant to share again, with your key card."
    case .discharged: "`readmit` takes them back first."
    case .future, .past: "Set the clock, and share again."
    case .log(.version): "Update Handrail, then import it again."
    case .file(.tooLarge), .log(.tooLarge): "Ask the participant to share fewer days at a time."
    case .sealed, .log, .signature, .otherSigner, .otherID: "Ask the participant to share again."
    }
  }
}
