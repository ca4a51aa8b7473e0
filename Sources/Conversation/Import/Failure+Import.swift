import Exchange

extension Failure {
  /// Why a file is not imported, in sentences.
  init(_ error: ImportError) {
    let (happened, next): (String, String?) =
      switch error {
      case .empty: ("There is nothing in that file to bring in.", "Check that the export was finished.")
      case .notText:
        ("That file is not text.", "Export it as CSV or JSON. A packed file has to be unpacked first.")
      case .badJSON(let where_): ("That file is not JSON that can be read. \(where_)", "Export it once more.")
      case .unknownJSON:
        (
          "Handrail does not know what is in that JSON file.",
          "It reads JSON of jrnl and FreeCBT, and CSV of any program."
        )
      case .packedBackup:
        ("That is a packed FreeCBT backup.", "In FreeCBT choose Export, then CSV or JSON.")
      case .openQuote(let line):
        ("A quote that begins in line \(line) never ends, so the rows cannot be told apart.", "Export it once more.")
      case .tooManyColumns(let line): ("Line \(line) has more than \(CSV.mostColumns) columns.", nil)
      case .tooManyRows(let limit): ("The file has more than \(limit) rows.", "Split it, and bring in the parts.")
      case .noSuchColumn(let name, let all):
        ("There is no column \(name).", "There are: \(all.prefix(20).joined(separator: ", ")).")
      case .noDate: ("No column is named as the date.", "Name one with --map date=COLUMN.")
      }
    self.init(happened, safe: "Nothing was changed.", next: next, code: 65)
  }
}
