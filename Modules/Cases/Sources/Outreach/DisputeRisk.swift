public import FlywheelKit
public import Statistics

/// Which open cases are likely to become disputes, learned from those of the desk that did and did not.
///
/// Looked at is what anybody could see at the time: how long who asked has waited, how often they wrote, how old the case
/// is, how many cases they had before, and whether a sum hangs on it. None of it is ever told to them.
public struct DisputeRisk: Hashable, Sendable {
    /// Days after a look within which a dispute counts.
    public static let horizonDays = 30.0
    /// Below so many disputes nothing is learned.
    public static let fewest = 20

    /// The table of points, part by part.
    public let score: AdditiveScore

    /// Learns from what was over by a moment; `nil` where too few disputes are known.
    public init?(_ cases: [Case], until moment: Instant) {
        let looks = CaseLook.all(of: cases).filter { $0.at.advanced(byDays: Self.horizonDays) <= moment }
        guard looks.count(where: \.isDisputed) >= Self.fewest,
            let score = AdditiveScore.fitted(to: looks.columns, happened: looks.map(\.isDisputed))
        else { return nil }
        self.score = score
    }

    /// The open cases by how likely each is to become a dispute, the likeliest first; without those that are one.
    public func ranked(_ cases: [Case], at now: Instant) -> [RankedCase] {
        let earlier = EarlierCases(cases)
        let ranked = cases.enumerated().compactMap { place, one -> (name: String, ranked: RankedCase)? in
            guard let look = CaseLook(one, at: now, earlier: earlier) else { return nil }
            return (
                look.name,
                RankedCase(
                    place: place, chance: score.probability(of: look.values), because: look.reasons(by: score))
            )
        }
        return ranked.sorted { ($1.ranked.chance, $0.name) < ($0.ranked.chance, $1.name) }.map(\.ranked)
    }

    /// How well what is learned by a moment foresees what came after it, to `now`; `nil` where too little is known of either.
    ///
    /// Of each case open after the moment the last look whose outcome is known counts, so that no case is counted twice.
    public static func heldOut(_ cases: [Case], from moment: Instant, to now: Instant, k: Int) -> HeldOut? {
        guard let risk = DisputeRisk(cases, until: moment) else { return nil }
        var last: [String: CaseLook] = [:]
        for look in CaseLook.all(of: cases)
        where look.at >= moment && look.at.advanced(byDays: horizonDays) <= now {
            if let known = last[look.name], known.at >= look.at { continue }
            last[look.name] = look
        }
        let looks = last.values.map { (look: $0, odds: risk.score.logOdds(of: $0.values)) }
            .sorted { ($1.odds, $0.look.name) < ($0.odds, $1.look.name) }.map(\.look)
        guard !looks.isEmpty else { return nil }
        let first = looks.prefix(k)
        return HeldOut(
            cases: looks.count, disputes: looks.count(where: \.isDisputed), k: first.count,
            disputesAmongFirst: first.count(where: \.isDisputed))
    }

    /// A case and how likely it is to become a dispute.
    public struct RankedCase: Hashable, Sendable {
        /// Its place among the cases that were ranked.
        public let place: Int
        /// The probability of a dispute within ``DisputeRisk/horizonDays``, where cases fare as they did.
        public let chance: Double
        /// What speaks for it, the strongest first, each with the log odds it adds.
        public let because: [Reason]
    }

    /// Something that speaks for a dispute.
    public struct Reason: Hashable, Sendable {
        /// What it is, in a clause.
        public let text: String
        /// What it adds to the log odds.
        public let points: Double
    }

    /// How what was foreseen came out.
    public struct HeldOut: Hashable, Sendable {
        /// Cases that were looked at.
        public let cases: Int
        /// How many of them became disputes.
        public let disputes: Int
        /// How many of the likeliest are looked at.
        public let k: Int
        /// How many of these became disputes.
        public let disputesAmongFirst: Int

        /// The share of disputes among the likeliest.
        public var precision: Double { k > 0 ? Double(disputesAmongFirst) / Double(k) : 0 }
        /// The share among all: what a list in any order would have.
        public var share: Double { cases > 0 ? Double(disputes) / Double(cases) : 0 }
    }
}
