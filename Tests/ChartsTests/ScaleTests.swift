import Testing

@testable import Charts

@Suite struct ScaleTests {
  private func ends(_ scale: Scale) -> [Double] { [scale.low, scale.high] }

  @Test func `A scale around values has round ends that hold them all`() {
    #expect(ends(Scale(around: [4.5, 8.5], low: 0)) == [0, 10])
    #expect(ends(Scale(around: [3, 7.2])) == [2, 8])
    #expect(ends(Scale(around: [-5, 3])) == [-6, 4])
    #expect(ends(Scale(around: [1200, 4700])) == [1000, 5000])
    #expect(ends(Scale(around: [0.02, 0.07])) == [0.02, 0.08])
    #expect(ends(Scale(around: [5])) == [4, 6])
    #expect(ends(Scale(around: [])) == [0, 1])
    #expect(ends(Scale(around: [.nan, .infinity])) == [0, 1])
  }

  @Test func `Any two ends make a scale`() {
    #expect(ends(Scale(low: 10, high: 0)) == [0, 10])
    #expect(ends(Scale(low: 5, high: 5)) == [5, 6])
    let wild = Scale(low: -.infinity, high: 1e300)
    #expect(ends(wild) == [0, 1e15])
    #expect(wild.share(of: .nan) == 0 && wild.share(of: .infinity) == 1 && wild.share(of: -3) == 0)
  }

  @Test func `Numbers are short`() {
    let words: [(Double, String)] = [
      (5, "5"), (5.08, "5.1"), (-0.04, "0"), (1e6, "1e6"), (123_456, "123456"), (9.99e8, "1e9"), (1.26e9, "1.3e9"),
      (-2.5e7, "-2.5e7"), (.infinity, "very much"), (.nan, "?"),
    ]
    for (value, text) in words { #expect(Scale.text(value) == text) }
    #expect(Scale.text(2.346, digits: 2) == "2.35")
    #expect(Scale.text(2.6, digits: 0) == "3")
  }

  @Test func `A scale says its ends and its unit`() {
    #expect(Samples.mood.words == "0 very low to 10 very good")
    #expect(Scale(low: 0, high: 12, unit: "hours").words == "hours")
    #expect(Scale(low: 0, high: 100, lowWords: "none", highWords: "all", unit: "%").words == "0 none to 100 all, %")
    #expect(Scale(low: 0, high: 1).labels == ["1", "", "0"])
  }
}
