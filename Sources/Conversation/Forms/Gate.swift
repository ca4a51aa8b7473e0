import Forms
import Terminal

/// The safety questions before a form that could harm. Unsure is unsafe.
struct Gate {
  let session: Session

  /// Returns when the form may open; anything but a clear yes leads to help, and the form waits.
  func pass(_ form: Form) throws(Departure) {
    switch form.gate {
    case nil: return
    case .safeNow: try safeNow()
    case .body, .agreed:
      throw .failed(
        Failure(
          "This exercise asks safety questions first, and this version does not have them yet, so it stays closed.",
          safe: "Nothing was changed.", code: 69))
    }
  }

  private func safeNow() throws(Departure) {
    session.show(.text("First: are you hurt, or did you take something?"))
    let unhurt = try session.choose(["No", "Yes, or not sure"]) == 0
    if unhurt {
      session.show(.text("Are you safe for the next hour?"))
      if try session.choose(["Yes", "No, or not sure"]) == 0 { return }
    }
    CrisisScreen(session: session).show()
    session.show(.quiet("The exercise can wait. It is here when you are safe."))
    throw .paused
  }
}
