/// What became of a prediction.
public enum Fate: Hashable, Sendable {
    /// It happened.
    case cameTrue
    /// It did not.
    case lapsed
    /// Somebody acted on it before anybody could tell: whatever came of it, nobody knows what would have come.
    case actedOn
    /// Nobody can tell yet.
    case open

    /// What became of one exception's prediction: the one rule that all go by who count what came true.
    ///
    /// What somebody acted on in time is neither right nor wrong, whether it came true or not. What helps too late is no act on
    /// what came true: it came as it would have come. Left out for that, what is left would be what nobody had to act on, since
    /// sellers order what is running out.
    ///
    /// - Parameters:
    ///   - cameTrue: when it came true; `nil` where it did not.
    ///   - closed: when somebody closed it, or the data refuted that, the last time; `nil` where nobody did.
    ///   - orderArrives: from when what its seller ordered since it was foreseen could help; `nil` where nothing was.
    ///   - verdict: what the exception turned out to be; `nil` as long as it has not ended.
    public init(cameTrue: Instant?, closed: Instant?, orderArrives: Instant?, verdict: Verdict?) {
        func isInTime(_ act: Instant?) -> Bool { act.map { $0 <= cameTrue ?? $0 } ?? false }
        self =
            if isInTime(closed) || isInTime(orderArrives) {
                .actedOn
            } else if cameTrue != nil {
                .cameTrue
            } else {
                switch verdict {
                case nil: .open
                case .didNotHappen: .lapsed
                default: .actedOn
                }
            }
    }
}
