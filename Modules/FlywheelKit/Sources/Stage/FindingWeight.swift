/// What a finding is enough for.
///
/// An estimate that is made anew every day scatters about its threshold: 24 %, 19 % and 23 % are one expectation. Were each
/// day judged by itself, the second would end what somebody works on, and the third open it again as a stranger. So it takes
/// more to open an exception than to keep it open.
public enum FindingWeight: Hashable, Sendable, Comparable {
    /// It keeps an exception open that stands, and opens none.
    case keeps
    /// It opens an exception where none stands.
    case opens

    /// The share of a threshold down to which what opened stays open.
    ///
    /// A quarter less is beyond what a day's sales move a probability near its threshold by, as a rule, and near enough that
    /// what became unlikely ends: at a threshold of 20 % below 15 %.
    public static let keepingShare = 0.75

    /// What an estimate is enough for that opens an exception from a threshold on; `nil` where it is enough for nothing.
    public init?(_ estimate: Double, least threshold: Double) {
        guard estimate >= Self.keepingShare * threshold else { return nil }
        self = estimate >= threshold ? .opens : .keeps
    }
}
