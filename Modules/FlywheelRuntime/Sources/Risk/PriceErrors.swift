import FlywheelKit
import Statistics

/// On which days each listing's own price was an error.
///
/// What sells at a tenth of the price is not what sells when nothing is wrong, nor is what does not sell at ten times as much.
struct PriceErrors {
    private let days: Range<Day>
    /// Of the listings whose price was an error on some day, whether it was on each.
    private let errors: [Int: [Bool]]

    init(_ prices: History) {
        let prices = prices.last(ChunkReader.hostWindow.days)
        days = prices.days
        var errors: [Int: [Bool]] = [:]
        if !prices.isWhollyUnknown {
            for row in 0..<prices.count { errors[row] = UsualPrice.errors(of: prices.row(row)) }
        }
        self.errors = errors
    }

    /// Whether a listing's price was an error on any day.
    func hasErrors(_ row: Int) -> Bool { errors[row] != nil }

    /// Whether it was on a day.
    func isError(_ row: Int, on day: Day) -> Bool {
        guard let errors = errors[row], days.contains(day) else { return false }
        return errors[days.lowerBound.distance(to: day)]
    }
}
