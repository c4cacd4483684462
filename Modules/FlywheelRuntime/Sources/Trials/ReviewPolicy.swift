/// How much of what lies just below thresholds people get to judge: outcomes exist only of what is found, so nothing could
/// say that a threshold is too strict.
public struct ReviewPolicy: Hashable, Sendable {
    /// The share of rows that are looked at a step looser, 0 to 1; 0 for none. Of each find so many are judged as one over it.
    public var share = 0.02
    /// The same of rows of tier one, of which each is dear; 0 for none.
    public var heroShare = 0.1
    /// Rows of tier one that are looked at in any case, where that share is above zero: of ten problems a week a tenth shows one
    /// miss in three months, which is too late to hold a floor of recall. Of many rows the share alone shows enough.
    public var leastHeroes = 1_000
    /// How much looser a step is, as a share of a knob's value.
    public var step = 0.2
    /// Values that are looked down to where they are looser than a step: those that a watched change replaced, by workflow
    /// and knob.
    public var watched: [String: [String: Double]] = [:]

    /// The stated defaults.
    public init() {}

    /// The same, with the share of tier one that so many rows of it take.
    func looking(at heroes: Int) -> ReviewPolicy {
        var policy = self
        if heroShare > 0, heroes > 0 {
            policy.heroShare = min(1, max(heroShare, Double(leastHeroes) / Double(heroes)))
        }
        return policy
    }

    /// Nothing for anybody to judge.
    public static var nothing: ReviewPolicy {
        var policy = ReviewPolicy()
        policy.share = 0
        policy.heroShare = 0
        return policy
    }
}
