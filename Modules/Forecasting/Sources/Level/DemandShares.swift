import FlywheelKit
import Statistics

/// Each SKU's part of its product's demand.
struct DemandShares {
    /// Above zero, together 1, in the order of the rows.
    let parts: [Double]
    /// Units that the parts rest on, the older the less.
    let units: Double
    /// The sum of the parts before each SKU, and 1 at the end.
    private let ends: [Double]

    /// Days of the mean SKU's rate that each is believed to have sold before its own days are counted.
    private static let daysOfTheMean = 7.0
    /// The part that even a SKU without sales keeps, and all of those together at most: what it is asked for may be asked
    /// for again.
    private static let leastPart = 0.01
    private static let mostLeastParts = 0.1

    /// The parts of a product's SKUs: the rate of each on the days it could be bought, so that days on which a sibling sold
    /// in its place do not count against it, nor those before it began to sell; recent days more than old ones, drawn
    /// towards their mean by a week.
    init(of rows: [Int], in reader: DemandReader) {
        guard rows.count > 1 else {
            (parts, ends, units) = ([1], [0, 1], .infinity)
            return
        }
        let sums = rows.map { row in
            let sold = reader.sold.row(row)
            let open = reader.openShares(of: row)
            let units = { (day: Int) in sold[day].map { max(0, Double($0)) } }
            let first = SalesStart.firstDay(of: sold.indices) { (units($0), open?[$0] ?? 1) }
            return ExposedUnits(
                halfLifeDays: DemandLevel.halfLifeDays,
                newestFirst: sold.indices.dropFirst(first).reversed().lazy.map { (units($0), open?[$0] ?? 1) })
        }
        let count = Double(rows.count)
        let mean = sums.reduce(0) { $0 + ($1.exposureSum > 0 ? $1.unitsSum / $1.exposureSum : 0) } / count
        let rates = sums.map { ($0.unitsSum + mean * Self.daysOfTheMean) / ($0.exposureSum + Self.daysOfTheMean) }
        let total = rates.reduce(0, +)
        let least = min(Self.leastPart, Self.mostLeastParts / count)
        parts = rates.map { least + (1 - count * least) * (total > 0 ? $0 / total : 1 / count) }
        ends = parts.dropLast().reduce(into: [0]) { $0.append(min(1, $0[$0.count - 1] + $1)) } + [1]
        units = sums.reduce(0) { $0 + $1.unitsSum }
    }

    /// A SKU's part of each week. The parts of all SKUs add up to the bit.
    ///
    /// Each week is taken as a whole number of steps so small that a million of them make it up, and the steps are handed
    /// out by the ends of the parts; every sum of them is exact in single precision.
    func split(_ weeks: SIMD16<Double>, to sku: Int) -> SIMD16<Float> {
        var split = SIMD16<Float>()
        for week in weeks.indices where weeks[week] > 0 {
            let step = weeks[week].binade * 0x1p-20
            let steps = (weeks[week] / step).rounded(.down)
            let own = (steps * ends[sku + 1]).rounded(.down) - (steps * ends[sku]).rounded(.down)
            split[week] = Float(own * step)
        }
        return split
    }
}
