import Testing

@testable import Conversation

@Suite struct SettingsTests {
  @Test func `What is set comes back from the file`() throws {
    let folder = TemporaryFolder()
    let home = folder.path + "/not/there/yet"
    var settings = Settings()
    let changes = [("region", "ie"), ("language", "DE"), ("idle", "20"), ("plain", "on")]
    #expect(changes.map { settings.set($0.0, $0.1) } == [true, true, true, true])
    try settings.write(inHome: home)
    #expect(Settings.read(inHome: home) == settings)
    #expect(settings.text == "region = IE\nlanguage = de\nidle = 20\nplain = yes\n")
  }

  @Test func `Without a file, and without a home, settings are as they come`() {
    #expect(Settings.read(inHome: "/nonexistent") == Settings())
    #expect(Settings() == Settings(reading: ""))
    #expect(Settings().text == "")
    #expect(Settings().idleSeconds == 600)
  }

  @Test func `Lines of later versions, remarks and slips are kept when the file is written`() {
    let text = "# mine\nregion = IE\ncolour = blue\nidle = soon\njust words\n  x=y=z  \n"
    let settings = Settings(reading: text)
    #expect(settings.region == "IE")
    #expect(settings.idleSeconds == 600)
    #expect(settings.others == ["# mine", "colour = blue", "idle = soon", "just words", "  x=y=z  "])
    #expect(Settings(reading: settings.text) == settings)
  }

  @Test(arguments: [
    ("region", "IRL"), ("region", "I"), ("region", "12"), ("region", "ÉÉ"), ("region", ""), ("language", "english"),
    ("language", "e"), ("language", "é"), ("idle", "0"), ("idle", "241"), ("idle", "-5"), ("idle", "1.5"),
    ("idle", "soon"), ("idle", "0s"), ("idle", "14401s"), ("idle", "s"), ("idle", "5 m"), ("plain", "maybe"),
    ("plain", ""), ("passphrase", "x"), ("", ""),
  ])
  func `A value that does not fit changes nothing`(name: String, value: String) {
    var settings = Settings()
    let taken = settings.set(name, value)
    #expect(!taken)
    #expect(settings == Settings())
    #expect(Settings(reading: "\(name) = \(value)").region == nil)
  }

  @Test func `Space around names and values, and other line ends, do not matter`() {
    let settings = Settings(reading: "  region=gb\r\nidle   =   5   \r\nplain = NO\r\n")
    #expect(settings.region == "GB")
    #expect(settings.idleSeconds == 300)
    #expect(settings.others == [])
  }

  @Test func `Idle time is minutes, or seconds where it says so`() {
    for (text, seconds) in [("1", 60), ("240", 14_400), ("45s", 45), ("14400s", 14_400), ("120s", 120)] {
      var settings = Settings()
      let taken = settings.set("idle", text)
      #expect(taken)
      #expect(settings.idleSeconds == seconds)
      #expect(Settings(reading: settings.text) == settings)
    }
  }

  @Test func `UK is the United Kingdom`() {
    var settings = Settings()
    let taken = settings.set("region", "uk")
    #expect(taken)
    #expect(settings.region == "GB")
  }

  @Test func `The file is for its owner alone, and never half written`() throws {
    let folder = TemporaryFolder()
    var settings = Settings()
    let taken = settings.set("region", "US")
    #expect(taken)
    try settings.write(inHome: folder.path)
    #expect(fileMode(folder.path + "/settings") == 0o600)
    #expect(try names(in: folder.path) == ["settings"])
  }
}
