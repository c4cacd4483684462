/// One of the seven items of the bar, in the order of a day.
public enum Door: String, Hashable, Sendable, CaseIterable {
    /// What this hour needs.
    case today
    /// What comes first.
    case queue
    /// Who waits for an answer.
    case cases
    /// Everything about what is sold.
    case listings
    /// What will happen, and what to order or approve.
    case plan
    /// Whether the wheel turns.
    case wheel
    /// What is known, and how fresh it is.
    case data

    /// Where it leads.
    public var address: Address {
        switch self {
        case .today: "/today"
        case .queue: "/queue"
        case .cases: "/cases"
        case .listings: "/listings"
        case .plan: "/plan"
        case .wheel: "/wheel"
        case .data: "/data"
        }
    }
}
