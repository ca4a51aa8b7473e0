import GRDB
import Vault

/// One database of the comparison. Both get the same statements through the same library.
protocol Side {
  var database: DatabaseQueue { get }
  func close() throws
  /// Opens anew after `close`; returns what of it is not counted.
  mutating func open() throws -> Timing.Cost
  /// What the program does between commands. The database is open.
  func tidy() throws
}

struct VaultSide: Side {
  private let folder: BenchFolder
  private var vault: OpenVault

  init(folder path: String) throws {
    folder = BenchFolder(path: path)
    vault = try folder.create()
  }

  var database: DatabaseQueue { vault.database }

  func close() { vault.close() }

  mutating func open() throws -> Timing.Cost {
    vault = try folder.open()
    return folder.keyCost
  }

  func tidy() throws { try vault.compactIfNeeded() }
}

struct PlainSide: Side {
  private let path: String
  private(set) var database: DatabaseQueue

  init(folder: String) throws {
    path = folder + "/plain.sqlite"
    database = try Self.open(path)
  }

  func close() throws { try database.close() }

  mutating func open() throws -> Timing.Cost {
    database = try Self.open(path)
    return Timing.Cost()
  }

  func tidy() {}

  /// Settings for a database that survives a power cut, without a write-ahead log.
  static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL")
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }
}
