/// A line of the shell as words. Only `"` quotes; an apostrophe is a letter, so that "can't" is one word.
package enum CommandWords {
  package static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quoted = false
    var open = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
        open = true
      } else if character.isWhitespace && !quoted {
        if open { words.append(word) }
        word = ""
        open = false
      } else {
        word.append(character)
        open = true
      }
    }
    if open { words.append(word) }
    return words
  }
}
