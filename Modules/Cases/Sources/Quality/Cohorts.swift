/// A part of the cases, under a name.
public struct Cohort<Figure: Sendable>: Sendable {
    /// What its cases have in common; `nil` where that is unknown.
    public let name: String?
    /// How many cases it has; `nil` where that is not shown.
    public let count: Int?
    /// What was measured of them; `nil` where it is not shown.
    public let figure: Figure?
}

/// Cases by what they have in common, small parts not shown.
///
/// A part of fewer than `least` cases might tell of single people. It is not shown, and neither is what would give it away
/// beside the total: where the hidden parts together have fewer than `least` cases, as one alone always has, the smallest part
/// that is shown is hidden as well. Splits by several keys each keep that rule for themselves: parts of two splits must not be
/// subtracted from each other where one lies within the other.
public enum Cohorts {
    /// Parts of fewer cases are not shown.
    public static let least = 5

    /// Splits and measures, the largest part first, hidden ones after those shown, by name.
    public static func split<Figure: Sendable>(
        _ cases: [CaseTimeline], by key: CohortKey, least: Int = least, measure: ([CaseTimeline]) -> Figure
    ) -> [Cohort<Figure>] {
        let parts = Dictionary(grouping: cases) { key.name(of: $0) }
            .sorted { ($1.value.count, $0.key ?? "\u{10FFFF}") < ($0.value.count, $1.key ?? "\u{10FFFF}") }
        let shown = shown(parts.map(\.value.count), least: least)
        let open = parts.prefix(shown).map { Cohort(name: $0.key, count: $0.value.count, figure: measure($0.value)) }
        let hidden = parts.dropFirst(shown).map { Cohort<Figure>(name: $0.key, count: nil, figure: nil) }
        return open + hidden.sorted { ($0.name ?? "\u{10FFFF}") < ($1.name ?? "\u{10FFFF}") }
    }

    /// How many parts may be shown of counts from large to small.
    static func shown(_ counts: [Int], least: Int) -> Int {
        var shown = counts.firstIndex { $0 < least } ?? counts.count
        guard shown < counts.count else { return shown }
        while shown > 0, counts[shown...].reduce(0, +) < least { shown -= 1 }
        return shown
    }
}

/// What cases are told apart by.
public enum CohortKey: String, Hashable, Sendable, CaseIterable {
    /// Who asks: buyer, seller or the platform.
    case side
    /// How it came in.
    case channel
    /// The language of who asks.
    case language
    /// The marketplace.
    case marketplace
    /// The seller account.
    case account
    /// The group that has it.
    case group
    /// How urgent it is.
    case urgency
    /// What it is about, the first of its intents, else its source's topic.
    case topic
    /// The system it comes from.
    case source

    /// What a case has; `nil` where it is unknown.
    public func name(of item: CaseTimeline) -> String? {
        let matter = item.matter
        return switch self {
        case .side: matter.side?.rawValue
        case .channel: matter.channel
        case .language: matter.language
        case .marketplace: matter.marketplace.isEmpty ? nil : matter.marketplace
        case .account: matter.account
        case .group: matter.group
        case .urgency: matter.urgency.map { "\($0)" }
        case .topic: item.topics.first
        case .source: matter.source
        }
    }
}
