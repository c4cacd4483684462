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
    /// Closed for another reason than a repair.
    case closed

    /// The chip.
    public func html(for reader: Reader) -> HTML {
        "<span class=\"chip \(rawValue)\">\(icon.html)\(reader.phrases("state.\(rawValue)"))</span>"
    }

    private var icon: Icon {
        switch self {
        case .predicted: .diamond
        case .active: .dot
        case .claimed: .person
        case .waiting, .snoozed: .bars
        case .verifying: .brokenRing
        case .verified, .closed: .tick
        case .notFixed: .cross
        }
    }
}
