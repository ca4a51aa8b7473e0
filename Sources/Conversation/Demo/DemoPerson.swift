/// A made-up participant: the days and the words of twelve weeks. Nobody's data.
enum DemoPerson {
  static let notes = [
    "Slept badly, group was hard but I stayed.", "Walked to the market and back.",
    "Argued with my brother on the phone.",
    "Quiet day. Cooked something for once.", "Bus was late and I got very tense.", "Good talk with Sam after group.",
    "Could not get going until noon.", "Swam for half an hour.", "Sunday felt long.", "Paid the rent, big relief.",
    "Practised STOP in the queue, it worked a bit.", "Dreamed a lot, woke up tired.",
  ]

  struct Thought {
    var situation: String
    var emotions: String
    var thought: String
    var fairer: String
  }

  static let thoughts = [
    Thought(
      situation: "My sister did not answer my message all day.", emotions: "anxious, sad",
      thought: "She has had enough of me.",
      fairer: "She is probably at work. I can ask her tomorrow."),
    Thought(
      situation: "I lost my words when it was my turn in group.", emotions: "ashamed",
      thought: "Everyone thinks I am wasting their time.",
      fairer: "I got stuck once. People were kind about it."),
    Thought(
      situation: "Letter from the bank on the mat.", emotions: "afraid",
      thought: "I will never get out of this mess.",
      fairer: "It is one letter. I can open it with the money worker on Thursday."),
    Thought(
      situation: "Saw an old friend outside the shop I avoid.", emotions: "anxious, lonely",
      thought: "I cannot have a normal evening anymore.",
      fairer: "Some evenings are hard now. Others are all right."),
    Thought(
      situation: "Spilled coffee over my homework sheets.", emotions: "angry",
      thought: "I ruin everything.",
      fairer: "A cup fell over. That is all that happened."),
  ]

  static let plan: [String: [String]] = [
    "signs": ["I stop answering messages", "I lie awake past two"],
    "alone": ["Walk to the river and back", "The long playlist"],
    "people": ["Sam, for a coffee", "Mr Lowe's dog"], "places": ["The library"],
    "ask-help": ["My sister, 555 0134", "Sam, 555 0187"],
    "professionals": ["The programme's day line, 555 0100", "988, call or text"],
    "safer-who": ["My sister keeps the spare keys and comes by on Friday"],
    "reasons": ["My sister's kids", "The sea in September"],
  ]
}
