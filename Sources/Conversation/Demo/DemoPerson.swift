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
    var speaksFor: String
    /// Codes of thinking traps.
    var traps: String
  }

  static let thoughts = [
    Thought(
      situation: "My sister did not answer my message all day.", emotions: "anxious, sad",
      thought: "She has had enough of me.",
      fairer: "She is probably at work. I can ask her tomorrow.", speaksFor: "She usually answers by noon.",
      traps: "mind-reading"),
    Thought(
      situation: "I lost my words when it was my turn in group.", emotions: "ashamed",
      thought: "Everyone thinks I am wasting their time.",
      fairer: "I got stuck once. People were kind about it.", speaksFor: "It was quiet for a while.",
      traps: "mind-reading, mental-filter"),
    Thought(
      situation: "Letter from the bank on the mat.", emotions: "afraid",
      thought: "I will never get out of this mess.",
      fairer: "It is one letter. I can open it with the money worker on Thursday.",
      speaksFor: "There were letters before.",
      traps: "all-or-nothing"),
    Thought(
      situation: "Saw an old friend outside the shop I avoid.", emotions: "anxious, lonely",
      thought: "I cannot have a normal evening anymore.",
      fairer: "Some evenings are hard now. Others are all right.", speaksFor: "I went home early.",
      traps: "overgeneralisation, all-or-nothing"),
    Thought(
      situation: "Spilled coffee over my homework sheets.", emotions: "angry",
      thought: "I ruin everything.",
      fairer: "A cup fell over. That is all that happened.", speaksFor: "The sheets were wet.",
      traps: "overgeneralisation, labelling"),
  ]

  static let nextSteps = [
    "Call Sam and walk a bit.", "Put the kettle on and sit down.", "Answer the message tomorrow.",
    "Go the long way home.",
  ]

  static let pulls = ["To the shop I avoid.", "To cancel everything and stay in bed.", "To shout at my brother."]

  static let test = (
    thought: "If I say hello to Sam, Sam will look away.", prediction: "Sam looks at the floor and walks on.",
    plan: "Say hello after group on Thursday, and wait for three seconds.",
    outcome: "Sam said hello and asked about the bus.", learned: "People are often tired, not cross."
  )

  static let homework = [
    "Paced breathing, twice a day", "One thought record before group", "Walk three times this week",
    "Notice one good thing each evening",
  ]

  static let goals = [
    [
      "goal": "Open letters on the day they come", "measure": "No letter lies on the mat overnight",
      "steps": "Put a bowl by the door\nOpen one letter with the money worker", "state": "reached",
    ],
    [
      "goal": "Cook at home on three evenings a week", "measure": "Three plates in the rack", "state": "open",
      "steps": "Write a list for the market\nCook once with Sam",
    ],
  ]

  static let toBring = "I stayed in the queue although it was loud."

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
