import Testing

@testable import Conversation

@Suite struct EnvironmentTests {
  private func environment(_ values: [String: String], _ change: (inout Environment.Options) -> Void = { _ in })
    -> Environment
  {
    var options = Environment.Options()
    change(&options)
    return Environment(values: values, options: options, executable: "/opt/hr/bin/handrail")
  }

  @Test func `The home is the option, then its variable, then the data folder, then below HOME`() {
    let values = ["HANDRAIL_HOME": "/a", "XDG_DATA_HOME": "/b", "HOME": "/c"]
    #expect(environment(values) { $0.home = "/o" }.home == "/o")
    #expect(environment(values).home == "/a")
    #expect(environment(["XDG_DATA_HOME": "/b", "HOME": "/c"]).home == "/b/handrail")
    #expect(environment(["HOME": "/c"]).home == "/c/.local/share/handrail")
    #expect(environment(["HANDRAIL_HOME": "", "XDG_DATA_HOME": "", "HOME": "/c"]).home == "/c/.local/share/handrail")
    #expect(environment(values).knowsHome)
  }

  @Test func `Where nothing says where home is, help works and no journal is made`() {
    #expect(!environment([:]).knowsHome)
    #expect(!environment(["HOME": ""]).knowsHome)
    #expect(environment([:]) { $0.home = "/o" }.knowsHome)
  }

  @Test func `Content is installed, then named, then the person's own`() {
    let installed = "/opt/hr/bin/../share/handrail/content"
    #expect(environment(["HOME": "/c", "HANDRAIL_HOME": "/h"]).contentFolders == [installed, "/h/content"])
    let values = ["HANDRAIL_HOME": "/h", "HANDRAIL_CONTENT": "/p"]
    #expect(environment(values).contentFolders == [installed, "/p", "/h/content"])
    #expect(environment(values) { $0.content = "/o" }.contentFolders == [installed, "/o", "/h/content"])
  }

  @Test func `The passphrase file is the option, then its variable`() {
    let values = ["HOME": "/c", "HANDRAIL_PASSPHRASE_FILE": "/f"]
    #expect(environment(values).passphraseFile == "/f")
    #expect(environment(values) { $0.passphraseFile = "/o" }.passphraseFile == "/o")
    #expect(environment(["HOME": "/c", "HANDRAIL_PASSPHRASE_FILE": ""]).passphraseFile == nil)
  }

  static let locales: [([String: String], String?, String?)] = [
    (["LANG": "de_AT.UTF-8"], "de", "AT"), (["LANG": "en_US"], "en", "US"), (["LANG": "fr"], "fr", nil),
    (["LANG": "C.UTF-8"], nil, nil), (["LANG": "C"], nil, nil), (["LANG": "POSIX"], nil, nil), ([:], nil, nil),
    (["LANG": "sr_RS@latin"], "sr", "RS"), (["LANG": "sr@latin"], "sr", nil), (["LANG": "pt-BR"], "pt", "BR"),
    (["LANG": "de_DE", "LC_MESSAGES": "en_GB.UTF-8"], "en", "GB"),
    (["LANG": "de_DE", "LC_MESSAGES": "en_GB", "LC_ALL": "es_ES.UTF-8"], "es", "ES"),
    (["LANG": "de_DE", "LC_ALL": ""], "de", "DE"),
  ]

  @Test(arguments: locales)
  func `Language and country come from the locale`(values: [String: String], language: String?, country: String?) {
    let environment = environment(values.merging(["HOME": "/c"]) { $1 })
    #expect(environment.language == language)
    #expect(environment.localeCountry == country)
  }

  @Test func `The language option comes before the locale, which still names the country`() {
    let environment = environment(["HOME": "/c", "LANG": "de_AT.UTF-8"]) { $0.language = "en" }
    #expect(environment.language == "en")
    #expect(environment.localeCountry == "AT")
  }

  static let plainness: [([String: String], Bool)] = [
    ([:], false), (["ACCESSIBLE": "1"], true), (["ACCESSIBLE": "yes"], true), (["ACCESSIBLE": "0"], false),
    (["ACCESSIBLE": ""], false), (["TERM": "dumb"], true), (["TERM": "xterm-256color"], false),
  ]

  @Test(arguments: plainness)
  func `Plain follows the option, ACCESSIBLE and a dumb terminal`(values: [String: String], plain: Bool) {
    let values = values.merging(["HOME": "/c"]) { $1 }
    #expect(environment(values).plain == plain)
    #expect(environment(values) { $0.plain = true }.plain == true)
  }

  @Test func `Colour goes with the option, NO_COLOR and a dumb terminal`() {
    #expect(environment(["HOME": "/c"]).color == true)
    #expect(environment(["HOME": "/c"]) { $0.noColor = true }.color == false)
    #expect(environment(["HOME": "/c", "NO_COLOR": "1"]).color == false)
    #expect(environment(["HOME": "/c", "NO_COLOR": ""]).color == true)
    #expect(environment(["HOME": "/c", "TERM": "dumb"]).color == false)
  }

  @Test func `Moving home takes its own content along`() {
    var environment = environment(["HANDRAIL_HOME": "/h", "HANDRAIL_CONTENT": "/p"])
    environment.moveHome(to: "/m")
    #expect(environment.home == "/m")
    #expect(environment.contentFolders.suffix(2) == ["/p", "/m/content"])
  }
}
