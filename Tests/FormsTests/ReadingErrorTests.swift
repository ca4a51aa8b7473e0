import Testing

@testable import Forms

@Suite struct ReadingErrorTests {
  let moods: [Choices.Option] = [.init("sadness", "Sad"), .init("anger", "Angry"), .init("anxiety", "Anxious")]
  let scale = Question.Kind.scale(low: 0, high: 10, lowWords: "low", highWords: "high")

  private func error(_ reply: String, as kind: Question.Kind) -> ReadingError? {
    do throws(ReadingError) {
      _ = try reading(reply, as: kind, options: kind.isChoice ? moods : [])
      return nil
    } catch {
      return error
    }
  }

  @Test func `An empty reply answers nothing`() {
    let kinds: [Question.Kind] = [
      .text, .list, scale, .number(low: nil, high: nil, whole: false), .yesNo, .date, .time, .duration,
      .choice(Choices(moods)), .choices(Choices(moods), least: 0), .group([]), .each(of: "a", []), .show("a"),
      .breathe(inhale: 4, exhale: 6, seconds: 60), .timer(seconds: 30),
    ]
    for kind in kinds { #expect(["", "  \n\t "].map { error($0, as: kind) } == [.empty, .empty]) }
    #expect(error(" , ; ", as: .choices(Choices(moods), least: 0)) == .empty)
  }

  @Test(arguments: ["six", "6 or 7", "1e3", "0x10", "nan", "inf", "٣", "½", "7/11", "--5", "6%%", "/10", "."])
  func `Words are not a number`(reply: String) { #expect(error(reply, as: scale) == .notANumber) }

  @Test func `Numbers outside the range, and fractions on a scale, are told apart`() {
    #expect(error("11", as: scale) == .outside(low: 0, high: 10))
    #expect(error("-1", as: scale) == .outside(low: 0, high: 10))
    #expect(error("6.5", as: scale) == .notWhole)
    #expect(error("1", as: .number(low: 2, high: nil, whole: false)) == .outside(low: 2, high: nil))
    #expect(error("3", as: .number(low: nil, high: 2, whole: false)) == .outside(low: nil, high: 2))
    #expect(error("1.5", as: .number(low: nil, high: nil, whole: true)) == .notWhole)
    #expect(error(String(repeating: "9", count: 400), as: .number(low: nil, high: nil, whole: false)) == .notANumber)
  }

  @Test func `Each kind says what it needs`() {
    #expect(error("maybe", as: .yesNo) == .notYesOrNo)
    #expect(error("someday", as: .date) == .notADate)
    #expect(error("25:00", as: .time) == .notATime)
    #expect(error("a while", as: .duration) == .notADuration)
  }

  @Test func `A choice that is not there, or could be two, is asked again`() {
    let one = Question.Kind.choice(Choices(moods))
    #expect(error("4", as: one) == .noSuchChoice("4", count: 3))
    #expect(error("0", as: one) == .noSuchChoice("0", count: 3))
    #expect(error("happy", as: one) == .noSuchChoice("happy", count: 3))
    #expect(error("an", as: one) == .severalChoicesMeant(["Angry", "Anxious"]))
    let open = Question.Kind.choice(Choices(moods, other: true))
    #expect(error("4", as: open) == .noSuchChoice("4", count: 3))
    #expect(error("1, happy", as: .choices(Choices(moods), least: 0)) == .noSuchChoice("happy", count: 3))
    #expect(error("1", as: .choices(Choices(moods), least: 2)) == .tooFew(least: 2))
    #expect(error("1, 1", as: .choices(Choices(moods), least: 2)) == .tooFew(least: 2))
  }

  @Test(arguments: ["-9223372036854775808", "9223372036854775807", "-1"])
  func `The largest and smallest numbers are no choice either`(reply: String) {
    #expect(error(reply, as: .choice(Choices(moods))) == .noSuchChoice(reply, count: 3))
    #expect(error(reply, as: .choices(Choices(moods), least: 0)) == .noSuchChoice(reply, count: 3))
  }

  @Test func `An answer holds 64 KiB of UTF-8 and not a byte more`() throws {
    #expect(Step.longest == 65_536)
    let full = String(repeating: "é", count: 32_768)
    #expect(try reading(full, as: .text) == .text(full))
    #expect(error(full + "a", as: .text) == .tooLong(limit: 65_536))
    #expect(error(String(repeating: " ", count: 65_537), as: .yesNo) == .tooLong(limit: 65_536))
  }
}

extension Question.Kind {
  fileprivate var isChoice: Bool {
    switch self {
    case .choice, .choices: true
    default: false
    }
  }
}
