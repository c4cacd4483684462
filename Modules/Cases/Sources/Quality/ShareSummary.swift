public import Statistics

/// How many of how many, with the bounds of 95 % by Wilson's score interval.
public struct ShareSummary: Hashable, Sendable {
    /// Of how many it is so.
    public let part: Int
    /// Among how many it is known whether it is so.
    public let whole: Int
    /// How many it is too early to tell of.
    public let open: Int
    /// How many nobody can tell of.
    public let unknown: Int
    /// part / whole, and its bounds; `nil` where nothing is known.
    public let interval: WilsonInterval?

    /// A share.
    init(part: Int, whole: Int, open: Int = 0, unknown: Int = 0) {
        self.part = part
        self.whole = whole
        self.open = open
        self.unknown = unknown
        interval = WilsonInterval(successes: part, trials: whole, confidence: 0.95)
    }

    /// The share of what is known to be so; `nil` in `answers` is what nobody can tell.
    init(_ answers: some Sequence<Bool?>, open: Int = 0) {
        var (part, whole, unknown) = (0, 0, 0)
        for answer in answers {
            guard let answer else {
                unknown += 1
                continue
            }
            whole += 1
            part += answer ? 1 : 0
        }
        self.init(part: part, whole: whole, open: open, unknown: unknown)
    }

    /// The share; `nil` where nothing is known.
    public var share: Double? { interval?.share }

    /// Whether there are thirty or more: below that the bounds say more than the share.
    public var isFirm: Bool { whole >= 30 }
}
