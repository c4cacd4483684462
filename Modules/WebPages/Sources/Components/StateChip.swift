/// The one state an exception has: icon, edge and word say it, colour only speeds it up.
public enum StateChip: String, Hashable, Sendable, CaseIterable {
    /// Not yet happened, has a probability.
    case predicted
    /// Happening, and nobody has it.
    case active
    /// Somebody has it.
    case claimed
    /// Outside the house, with its reason.
    case waiting
    /// Until a date.
    case snoozed
    /// Closed, the data are not in yet.
    case verifying
    /// The data show the recovery.
    case verified
    /// Closed, and the data say no: open again.
    case notFixed
    /// Closed, and no data came that could tell.
    case unverified
    /// Over without a close: the data show no more of it.
    case cleared
    /// Predicted, and it did not happen.
    case lapsed
    /// Taken back, since what it was found by is.
    case withdrawn
    /// Over because people said that it is none.
    case dismissed

    /// The chip.
    public func html(for reader: Reader) -> HTML {
        "<span class=\"chip \(look)\">\(icon.html)\(reader.phrases("state.\(rawValue)"))</span>"
    }

    /// What is over for another reason than a repair looks alike.
    private var look: String {
        switch self {
        case .predicted, .active, .claimed, .waiting, .snoozed, .verifying, .verified, .notFixed: rawValue
        case .unverified, .cleared, .lapsed, .withdrawn, .dismissed: "closed"
        }
    }

    private var icon: Icon {
        switch self {
        case .predicted: .diamond
        case .active: .dot
        case .claimed: .person
        case .waiting, .snoozed: .bars
        case .verifying: .brokenRing
        case .verified, .unverified, .cleared, .lapsed, .withdrawn, .dismissed: .tick
        case .notFixed: .cross
        }
    }
}
