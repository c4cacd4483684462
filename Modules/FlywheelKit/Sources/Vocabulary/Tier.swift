/// How much of the revenue a listing carries: class A of an ABC analysis are the heroes.
public enum Tier: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// The listings that together make the first 80 % of revenue.
    case a = "A"
    /// Those that make the next 15 %.
    case b = "B"
    /// The rest.
    case c = "C"

    /// A before B before C.
    public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}
