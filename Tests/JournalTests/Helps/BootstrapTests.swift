import Foundation
import JSON
import Testing

@testable import Journal

/// The intervals beside those of scipy, on the changes of the demo journal; `Reference/intervals.py` tells how they are made.
@Suite struct BootstrapTests {
  struct Series: CustomTestStringConvertible, Sendable {
    var name: String
    var changes: [Double]
    var count: Int
    var mean: Double
    var median: Double
    var interval: ClosedRange<Double>
    var testDescription: String { name }
  }

  static let reference: [Series] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Reference/intervals.json")
    guard let bytes = try? Data(contentsOf: file),
      let json = try? JSON(reading: Array(bytes), limits: JSONLimits(bytes: 1 << 20))
    else { return [] }
    return (json["series"]?.array ?? []).compactMap { series in
      guard let form = series["form"]?.string, let count = series["count"]?.integer, let mean = series["mean"]?.number,
        let median = series["median"]?.number, let ends = series["interval90"]?.array?.compactMap(\.number),
        ends.count == 2
      else { return nil }
      let changes = series["changes"]?.array?.compactMap(\.number) ?? []
      return Series(name: form, changes: changes, count: count, mean: mean, median: median, interval: ends[0]...ends[1])
    }
  }()

  @Test func `The reference was read`() {
    #expect(Self.reference.count >= 5)
    #expect(Self.reference.allSatisfy { $0.count >= HelpsReport.least && $0.changes.count == $0.count })
  }

  /// The end of an interval from 2,000 resamples wavers by about 0.05 standard errors of the mean; four times that, and a
  /// step of the resampled means (one point in the sum), is what may lie between.
  @Test(arguments: reference)
  func `Count, mean and median are scipy's, and the interval is within what resampling wavers`(series: Series) throws {
    let mean = try #require(series.changes.mean)
    #expect(abs(mean - series.mean) < 1e-9)
    #expect(series.changes.median == series.median)
    let count = Double(series.count)
    let spread = (series.changes.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / (count - 1)).squareRoot()
    let tolerance = 0.2 * spread / count.squareRoot() + 1 / count
    let interval = try #require(Bootstrap.interval(of: series.changes))
    #expect(abs(interval.lowerBound - series.interval.lowerBound) < tolerance)
    #expect(abs(interval.upperBound - series.interval.upperBound) < tolerance)
  }

  @Test func `The same values give the same interval, and there is none without values`() {
    let changes = [-12.0, 3, -40, 0, -7, -9, 5, -22]
    #expect(Bootstrap.interval(of: changes) == Bootstrap.interval(of: changes))
    #expect(Bootstrap.interval(of: []) == nil)
    #expect(Bootstrap.interval(of: [-5, -5, -5]) == -5 ... -5)
    #expect([Double]().median == nil && [Double]().mean == nil)
    #expect([3.0, 1, 2].median == 2 && [4.0, 1, 2, 3].median == 2.5)
  }
}
