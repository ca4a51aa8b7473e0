import Crypto
import Exchange

extension Failure {
  /// An error of sealing as a way out: being stopped is none.
  package static func departure(_ error: AgeError, in input: String = "", out output: String = "") -> Departure {
    error == .file(.stopped) ? .interrupted : .failed(Failure(error, in: input, out: output))
  }

  init(_ error: CryptoError) {
    self.init(
      "There was not enough free memory for the keys.", safe: "Nothing was changed.",
      next: "Close other programs, then try again.", code: 1)
  }

  private static let nothing = "Nothing was written."
  private static let again = "Ask whoever made it to send it again."

  package init(_ error: AgeError, in input: String, out output: String) {
    switch error {
    case .file(let trouble): self.init(trouble, in: input, out: output)
    case .crypto(let trouble): self.init(trouble)
    default:
      let (happened, next, code) = Self.words(for: error)
      self.init(happened, safe: Self.nothing, next: next, code: code)
    }
  }

  private static func words(for error: AgeError) -> (String, String?, Int32) {
    switch error {
    case .notAge: ("That is not a sealed file.", "Check that it is the right one.", 65)
    case .version(let version):
      ("The file is sealed in a newer way (\(version)).", "Update Handrail, then try again.", 65)
    case .header(.cut, _), .payload(.cut), .payload(.noNonce), .armour(.cut, _):
      ("The sealed file is cut off.", "Copy it again, or ask for it again.", 65)
    case .header(_, let line): ("The sealed file is damaged in line \(line) of its beginning.", again, 65)
    case .armour(.trailing, _):
      ("Something else follows the sealed file.", "Take away what comes after its END line.", 65)
    case .armour(_, let line): ("The sealed file is damaged in line \(line).", again, 65)
    case .stanza(.lowOrder): ("The sealed file holds a key that hides nothing, so it was not opened.", again, 65)
    case .stanza: ("The keys at the beginning of the sealed file are damaged.", again, 65)
    case .passphraseNotAlone: ("The file mixes a passphrase with keys. A safe file never does.", again, 65)
    case .tooMuchWork(let work):
      (
        "Opening this file would take too much work (\(work == .max ? "far over" : String(work) + ", over") the limit of 22).",
        again, 65
      )
    case .needsPassphrase: ("The file is sealed with a passphrase.", "Add --passphrase, and it will be asked for.", 77)
    case .needsKey: ("The file is sealed for a key.", "Name your key file: --identity FILE.", 77)
    case .wrongPassphrase: ("That passphrase does not open the file.", "Check each word, then try again.", 77)
    case .notForTheseKeys: ("The file is sealed for other keys.", "Ask whoever made it for which key it is.", 77)
    case .headerChanged: ("The file was changed after it was sealed.", again, 65)
    case .payload(.trailing): ("Something follows the end of the sealed file, so it was changed.", again, 65)
    case .payload: ("The file was changed or damaged after it was sealed.", again, 65)
    case .weakRecipient: ("That key hides nothing, so nothing is sealed for it.", "Ask for the card again.", 65)
    case .file, .crypto: (unexpected.happened, unexpected.next, 1)
    }
  }

  private init(_ trouble: FileTrouble, in input: String, out output: String) {
    let (from, to) = (input == "-" ? "standard input" : input, output)
    switch trouble {
    case .missing: self.init("There is no file \(from).", safe: Self.nothing, next: "Check the path.", code: 66)
    case .isFolder:
      self.init("\(from) is a folder.", safe: Self.nothing, next: "Name one file.", code: 66)
    case .cannotRead(let code):
      self.init("\(from) cannot be read.", safe: Self.nothing, code: code == 13 || code == 1 ? 66 : 74)
    case .exists:
      self.init(
        "There is a file \(to) already.", safe: "It is as it was.", next: "Choose another name, or add --replace.",
        code: 73)
    case .notAFile:
      self.init(
        "\(to) is a folder, a link or a device.", safe: "It is as it was.", next: "Name a new file.", code: 73)
    case .noFolder:
      self.init(
        "The folder for \(to) is not there.", safe: Self.nothing, next: "Make it first, or name another.", code: 73)
    case .cannotCreate(let code), .cannotWrite(let code):
      self = .cannotWrite(what: to, errno: code)
      safe = "No part of it was left behind."
    case .stopped: self.init("It was stopped.", safe: Self.nothing, code: 130)
    }
  }
}
