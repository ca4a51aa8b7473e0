/// How much of a category goes.
package enum ShareDetail: String, Sendable, CaseIterable, Comparable {
  case none
  /// Numbers, yes and no, and choices that come with the program; no words of one's own.
  case numbers
  case full

  package static func < (a: ShareDetail, b: ShareDetail) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
