/// A metric over one window, with what it rests on.
public struct MetricValue: Hashable, Sendable {
    /// The value, in the unit of its definition; amounts are whole minor units. `nil` where ``gap`` says why.
    public let value: Double?
    /// Why there is no value; `nil` where there is one.
    public let gap: MetricGap?
    /// The lower bound of 95 %, where the definition has bounds and the data reach it.
    public let low: Double?
    /// The upper bound of 95 %.
    public let high: Double?
    /// Problems or turns it rests on.
    public let count: Int
    /// Problems that are not over yet: in durations they count for as long as they were seen, in shares not at all.
    public let censored: Int
    /// Problems that are counted apart, as the definition says: of them nothing is known, or nobody ended them.
    public let apart: Int
    /// The window.
    public let window: MetricWindow

    /// A value.
    init(
        _ value: Double, low: Double? = nil, high: Double? = nil, count: Int, censored: Int = 0, apart: Int = 0,
        in window: MetricWindow
    ) {
        self.value = value
        gap = nil
        self.low = low
        self.high = high
        self.count = count
        self.censored = censored
        self.apart = apart
        self.window = window
    }

    /// No value.
    init(_ gap: MetricGap, count: Int = 0, censored: Int = 0, apart: Int = 0, in window: MetricWindow) {
        value = nil
        self.gap = gap
        low = nil
        high = nil
        self.count = count
        self.censored = censored
        self.apart = apart
        self.window = window
    }
}
