/// A few values in a word: a block each, as high as the value on its scale.
package enum Sparkline {
  private static let blocks = Array("\u{2581}\u{2582}\u{2583}\u{2584}\u{2585}\u{2586}\u{2587}\u{2588}")

  package static func text(_ values: [Double], on scale: Scale) -> String {
    String(
      values.map { value in
        let place = Int((scale.share(of: value) * Double(blocks.count - 1)).rounded())
        return blocks[min(max(0, place), blocks.count - 1)]
      })
  }
}
