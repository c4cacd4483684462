/// How much of what lies just below thresholds people get to judge: outcomes exist only of what is found, so nothing could
/// say that a threshold is too strict.
public struct ReviewPolicy: Hashable, Sendable {
    /// The share of rows that are looked at a step looser, 0 to 1; 0 for none. Of each find so many are judged as one over it.
    public var share = 0.02
    /// The same of rows of tier one, of which there are few and each is dear.
    public var heroShare = 0.1
    /// How much looser a step is, as a share of a knob's value.
    public var step = 0.2
    /// Values that are looked down to where they are looser than a step: those that a watched change replaced, by workflow
    /// and knob.
    public var watched: [String: [String: Double]] = [:]

    /// The stated defaults.
    public init() {}

    /// Nothing for anybody to judge.
    public static var nothing: ReviewPolicy {
        var policy = ReviewPolicy()
        policy.share = 0
        policy.heroShare = 0
        return policy
    }
}
