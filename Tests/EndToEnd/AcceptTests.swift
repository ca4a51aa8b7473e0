import JSON
import PtyDriver
import Testing

/// A programme's files, made with the tools that everyone has, and taken by the real program in one line each.
@Suite struct AcceptTests {
  private let place: Place
  private let signingKey: String
  private let recipient: String
  private var file: String { place.root + "/file" }

  init() throws {
    place = try Place()
    try place.makeJournal()
    let (sign, age) = (place.root + "/sign", place.root + "/age")
    let made = [
      try place.run(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", sign], program: "/usr/bin/ssh-keygen"),
      try place.run(["-o", age], program: "/usr/bin/age-keygen"),
    ]
    #expect(made.map(\.code) == [0, 0])
    signingKey = Bytes.text(Bytes.at(sign + ".pub")).split(separator: " ").prefix(2).joined(separator: " ")
      .split(separator: "\n").joined()
    recipient = try place.run(["-y", age], program: "/usr/bin/age-keygen").out.split(separator: "\n").joined()
  }

  private func signature(of text: String, _ namespace: String) throws -> String {
    try place.write(text, to: place.root + "/text")
    let signed = try place.run(
      ["-Y", "sign", "-f", place.root + "/sign", "-n", namespace, place.root + "/text"],
      program: "/usr/bin/ssh-keygen")
    #expect(signed.code == 0)
    defer { Tree.remove(place.root + "/text.sig") }
    return Bytes.text(Bytes.at(place.root + "/text.sig"))
  }

  private func pack(night: String = "555 0199") throws -> String {
    let text = """
      Handrail programme pack 1
      Name: Harbour IOP
      After hours: \(night)
      Who reads: Your own therapist
      How often: Before each session
      Meanwhile: Call the number
      Handrail key card 1
      Name: Harbour IOP
      \(signingKey)
      \(recipient)

      """
    return try text + signature(of: text, "handrail-pack")
  }

  private var page: String {
    """
    ---
    id: our-rules
    title: Our rules
    summary: What we agreed on.
    track: participant
    reviewed: no
    ---

    What is said in group stays in group.

    """
  }

  private func assignment() throws -> String {
    let card = try JSON(
      reading: Array(try place.run(["key", "--json"]).out.utf8), limits: JSONLimits(bytes: 1 << 16))
    let head: JSON = [
      "format": "handrail-assignment", "version": "1.0", "id": "01KAFZ8YTRZW00402081G60S09",
      "createdAt": "2026-11-20T21:30:15+01:00", "zone": "Europe/Dublin", "app": "made by hand",
      "programme": ["name": "Harbour IOP", "signingKey": .string(signingKey), "recipient": .string(recipient)],
      "participant": try ["signingKey": #require(card["signingKey"]), "recipient": #require(card["recipient"])],
      "items": [
        ["id": "01KAFZ8YTRZW00402081G60S01", "kind": "homework", "what": "Walk for ten minutes"],
        ["id": "01KAFZ8YTRZW00402081G60S02", "kind": "module", "module": ["id": "our-rules", "text": .string(page)]],
      ],
    ]
    let line = String(decoding: try head.canonical(), as: UTF8.self) + "\n"
    let end: JSON = ["signature": .string(try signature(of: line, "handrail-assignment"))]
    try place.write(line + String(decoding: try end.canonical(), as: UTF8.self) + "\n", to: place.root + "/plain")
    let reader = try #require(card["recipient"]?.string)
    let sealed = try place.run(["-r", reader, "-o", file, place.root + "/plain"], program: "/usr/bin/age")
    #expect(sealed.code == 0)
    return file
  }

  @Test func `A pack and an assignment that other tools made come in with one line each, and go with one undo each`()
    throws
  {
    try place.write(try pack(), to: file)
    let taken = try place.run(["accept", file, "--yes", "--compared"])
    #expect(taken.code == 0 && taken.told.contains("Added, from Harbour IOP."), "\(taken)")
    #expect(try place.run(["crisis"]).told.contains("555 0199"))
    let homework = try place.run(["accept", try assignment(), "--yes"])
    #expect(homework.code == 0 && homework.told.contains("Homework: `homework` shows it"), "\(homework)")
    #expect(try place.run(["homework"]).told.contains("Walk for ten minutes, from Harbour IOP"))
    #expect(try place.run(["learn", "our-rules"]).told.contains("What is said in group stays in group."))
    #expect(try place.run(["learn", "our-rules"], adding: ["HANDRAIL_PASSPHRASE_FILE": nil]).code == 66)
    #expect(try place.run(["today"]).told.contains("Walk for ten minutes"))
    #expect(try !place.run(["today"]).told.contains("Done"))
    #expect(try place.run(["undo"]).out == "Taken back: all that you accepted from Harbour IOP.\n")
    #expect(try place.run(["homework"]).told.contains("No homework is open."))
    #expect(try place.run(["undo"]).code == 0)
    #expect(try !place.run(["crisis"]).told.contains("555 0199"))
  }

  @Test func `What is not right has its exit code, and changes nothing`() throws {
    try place.write(try pack(), to: file)
    let unasked = try place.run(["accept", file])
    #expect(unasked.code == 65 && unasked.said.contains("Nothing was accepted: an answer was missing."))
    try place.write(try pack().replacing("555 0199", with: "555 0666"), to: file)
    let swapped = try place.run(["accept", file, "--yes"])
    #expect(swapped.code == 65 && swapped.said.contains("The pack was changed after it was signed."))
    #expect(try place.run(["accept", try assignment(), "--yes"]).code == 77)
    #expect(try place.run(["accept", "/nonexistent", "--yes"]).code == 66)
    #expect(try place.run(["share", "recipients", "--json"]).out == "[]\n")
    #expect(try !place.run(["crisis"]).told.contains("555 0"))
  }
}
