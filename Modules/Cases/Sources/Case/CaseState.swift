/// Where a case stands.
public enum CaseState: String, Hashable, Sendable, Codable, CaseIterable {
    /// Nobody has looked at it.
    case new
    /// It is for the desk to act.
    case open
    /// It waits for an answer of who asked.
    case waitingOnRequester = "waiting-on-requester"
    /// It waits for somebody else: a supplier, a carrier, the marketplace.
    case waitingOnOther = "waiting-on-other"
    /// The desk put it off until a moment, or until a person takes it up again.
    case onHold = "on-hold"
    /// The desk holds it for solved; an answer opens it again.
    case solved
    /// It is over; an answer is a new case.
    case closed

    /// Whether it is over, at least for the desk.
    public var isDone: Bool { self == .solved || self == .closed }

    /// Whether the next step is the desk's.
    public var waitsForDesk: Bool { self == .new || self == .open }
}
