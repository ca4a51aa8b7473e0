import Charts
import Terminal

/// A chart as a file: only where the person says, for their user name alone, and said to be readable outside the journal.
struct PictureFile {
  let session: Session

  func write(_ picture: Picture, to typed: String) throws(Departure) {
    var path = PlainFile.expanded(typed, home: session.world.environment.userHome)
    if PlainFile.isFolder(path) { path += "/chart.svg" }
    if PlainFile.exists(path) {
      guard session.console.isInteractive else {
        throw .failed(
          Failure(
            "There is a file of that name already.", safe: "It is as it was.", next: "Choose another name.", code: 73))
      }
      guard try session.confirm("There is a file of that name. Replace it?", standard: false) else {
        return session.show(.quiet("No file was made."))
      }
    }
    try PlainFile.replace(path, with: Array(picture.svg().utf8), what: "the picture")
    session.show(
      .text(Rich("The picture is in \(path). On this computer only your user name can open it.")),
      .quiet("It lies outside your journal, and is not encrypted: anyone who gets the file can see it."))
  }
}
