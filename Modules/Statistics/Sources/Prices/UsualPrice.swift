/// What a price is when nothing is wrong, learned from its own days, and which of these days' were errors: prices that nobody
/// can have meant.
///
/// The median of the days that are known, since few of them are errors as a rule; the price of the first look is believed to
/// have stood for two weeks before it, so that one which goes wrong soon after is not the usual in a few days. Where the price
/// is now what it was at first, and something else between, what lay between was the error, however long it lasted.
public struct UsualPrice: Hashable, Sendable {
    /// The usual price, in the unit of the days it was learned from; above zero.
    public let value: Double

    /// How many times another price one is, or what part of it, where one of the two is an error.
    public static let errorFactor = 8.0
    /// Known days that a usual price needs.
    public static let leastKnown = 3
    /// Days for which the price of the first look is believed to have stood before it, where these are among those learned from.
    private static let daysBefore = 14

    /// Learns from days in order, oldest first; `nil` marks a day of which nothing is known.
    ///
    /// - Returns: `nil` where fewer than ``leastKnown`` days have a price above nothing.
    public init?(of days: [Int?]) {
        let known = days.compactMap { $0.flatMap { $0 > 0 ? Double($0) : nil } }
        guard known.count >= Self.leastKnown, let first = known.first, let last = known.last else { return nil }
        let before = [Double](repeating: first, count: min(Self.daysBefore, days.prefix { $0 == nil }.count))
        guard let median = Robust.median(of: before + known) else { return nil }
        let isAsAtFirst = known.prefix(Self.leastKnown).allSatisfy { Self.areNear($0, last) }
        value = isAsAtFirst ? last : median
    }

    /// Whether two prices, above nothing, may both be meant.
    @inlinable
    public static func areNear(_ one: Double, _ other: Double, factor: Double = errorFactor) -> Bool {
        one < factor * other && other < factor * one
    }

    /// Whether a price is an error: nothing, or far from the usual.
    public func isError(_ price: Int) -> Bool { price <= 0 || !Self.areNear(Double(price), value) }

    /// On which days an error was asked for, oldest first: what sold on them does not tell what sells at the usual price, nor
    /// what would.
    ///
    /// A price stands until another one is seen. When it changed between two looks nobody knows, so the day of the last look
    /// before an error and that of the first one after it are among them.
    ///
    /// - Parameter days: oldest first; `nil` marks a day of which nothing is known.
    /// - Returns: `nil` where no day's price is known to be an error.
    @inlinable
    public static func errors(of days: some Sequence<Int?>) -> [Bool]? {
        mayHoldErrors(days) ? errors(among: Array(days)) : nil
    }

    /// Most prices lie near each other on all days: one look at the lowest and the highest tells.
    @inlinable
    static func mayHoldErrors(_ days: some Sequence<Int?>) -> Bool {
        var (lowest, highest) = (Int.max, Int.min)
        for case let price? in days { (lowest, highest) = (min(lowest, price), max(highest, price)) }
        return lowest <= highest && (lowest <= 0 || !areNear(Double(lowest), Double(highest)))
    }

    @usableFromInline
    static func errors(among days: [Int?]) -> [Bool]? {
        guard let usual = UsualPrice(of: days) else { return nil }
        var errors = [Bool](repeating: false, count: days.count)
        var last: (place: Int, isError: Bool)?
        var hasErrors = false
        for (place, price) in days.enumerated() {
            guard let price else {
                errors[place] = last?.isError ?? false
                continue
            }
            let isError = usual.isError(price)
            hasErrors = hasErrors || isError
            errors[place] = isError || last?.isError ?? false
            if isError, let last, !last.isError {
                for before in last.place..<place { errors[before] = true }
            }
            last = (place, isError)
        }
        return hasErrors ? errors : nil
    }
}
