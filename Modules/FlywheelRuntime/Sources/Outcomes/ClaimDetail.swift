public import FlywheelStore

/// What the journal holds of a claim: where the row stood, and whether a rule had named its owner; `3 of 168, routed`.
public struct ClaimDetail: Hashable, Sendable {
    /// Where it stood; `nil` where it stood in no queue.
    public var rank: QueueRank?
    /// Whether a rule had named its owner.
    public var isRouted: Bool

    /// What is known of a claim.
    public init(rank: QueueRank?, isRouted: Bool) {
        self.rank = rank
        self.isRouted = isRouted
    }

    /// What a claim's detail says; nothing where it is empty, as that of claims from before it was kept.
    public init?(_ detail: String) {
        guard !detail.isEmpty else { return nil }
        let parts = detail.split(separator: ",").map { $0.split(separator: " ") }
        isRouted = parts.contains { $0 == ["routed"] }
        rank =
            parts.lazy.compactMap { words -> QueueRank? in
                guard words.count == 3, words[1] == "of", let place = Int(words[0]), let waiting = Int(words[2]) else {
                    return nil
                }
                return QueueRank(place, of: waiting)
            }.first
    }

    /// It as text.
    public var text: String {
        [rank.map { "\($0.place) of \($0.waiting)" }, isRouted ? "routed" : nil].compactMap(\.self)
            .joined(separator: ", ")
    }
}

/// What the journal holds of a close: the root cause, and the minutes that somebody said it took; `image, 20 min`.
public struct CloseDetail: Hashable, Sendable {
    /// Why it happened.
    public var cause: String
    /// How long people worked on it, as the person who closed it says.
    public var minutes: Int?

    /// What was said of a close.
    public init(cause: String, minutes: Int? = nil) {
        self.cause = cause
        self.minutes = minutes
    }

    /// What a close's detail says.
    public init(_ detail: String) {
        let parts = detail.split(separator: ",", maxSplits: 1)
        cause = parts.first.map(String.init) ?? ""
        minutes = parts.dropFirst().first.flatMap { part in
            let words = part.split(separator: " ")
            return words.count == 2 && words[1] == "min" ? Int(words[0]) : nil
        }
    }

    /// It as text.
    public var text: String { cause + (minutes.map { ", \($0) min" } ?? "") }
}
