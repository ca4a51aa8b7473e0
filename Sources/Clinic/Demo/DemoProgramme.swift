import Exchange

/// What the made-up programme says of itself, so that `settings`, `invite` and `assign` can be tried.
enum DemoProgramme {
  /// Numbers of the range that belongs to nobody.
  static func record(_ name: String) -> ProgrammeRecord? {
    try? ProgrammeRecord(
      reading: Array(
        """
        Initials: demo
        Name: \(name)
        Hours: Monday to Friday, 9 to 5
        By day: 555 0100
        After hours: 555 0199
        In an emergency: If a life is in danger, call the emergency number.
        Who reads: Nobody, for this is a demo
        How often: Never
        Meanwhile: Call the emergency number, or look at crisis
        Session: Mon 09:00 180 Group

        """.utf8))
  }
}
