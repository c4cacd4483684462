import FlywheelKit

/// Sums over rows and days, and where they cannot be made.
struct DailySums {
    /// The most that a day comes to: imports take no number beyond it, and whole histories of what is less add up in 64 bits.
    private static let most: UInt = 1_000_000_000_000

    /// The sums; unknown where nothing was added, and where something was that does not say its number.
    private(set) var values: [Int]
    private(set) var known: Bitmap
    /// Where something was added that does not say its number, or more than a day comes to: the day had something, and how much
    /// is unknown.
    private(set) var unsaid: Set<Int> = []

    /// Nothing yet.
    init(cells: Int) {
        values = [Int](repeating: 0, count: cells)
        known = Bitmap(repeating: false, count: cells)
    }

    /// Adds what an entry says.
    mutating func add(_ value: Int?, to cell: Int) {
        guard let value, !unsaid.contains(cell),
            case let (sum, overflows) = values[cell].addingReportingOverflow(value), !overflows,
            sum.magnitude <= Self.most
        else {
            unsaid.insert(cell)
            (values[cell], known[cell]) = (0, false)
            return
        }
        values[cell] = sum
        known[cell] = true
    }
}
