import Exchange

/// Makes a share as a table, with the description of its columns beside it: a folder, or sealed one tar file.
struct ShareCSV {
  let session: Session
  let isSealed: Bool
  /// Without a file to make there is one table, and nothing beside it.
  let isStream: Bool

  func make(_ gathered: Gathered, _ choices: ShareChoices) throws(Departure) -> ShareOnce.Made {
    let names = try LogNames.load(in: session)
    let days = choices.consent.days
    do throws(LogEntryError) {
      let files = [
        NamedBytes(name: LogTable.fileName, bytes: Array(try LogTable.csv(gathered.entries, names: names).utf8)),
        NamedBytes(
          name: LogTable.descriptorName,
          bytes: try LogTable.descriptor(
            title: "Patient-reported, \(days.lowerBound.iso) to \(days.upperBound.iso), not monitored, not verified")),
      ]
      var made = ShareOnce.Made(bytes: [], receipt: ShareOut(session: session).receipt(.csv, gathered, choices))
      if isSealed {
        made.bytes = Tar.bytes(files)
      } else if isStream {
        made.bytes = files[0].bytes
      } else {
        made.folder = files
      }
      return made
    } catch {
      throw .failed(.unexpected)
    }
  }
}
