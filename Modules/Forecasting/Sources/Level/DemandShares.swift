import FlywheelKit
import Statistics

/// A product's forecast handed out to its SKUs.
struct DemandShares {
    /// What each has of the demand, in the order of the rows.
    let parts: SKUParts
    /// The sum of the parts before each SKU, and 1 at the end.
    private let ends: [Double]

    init(of history: DemandHistory) {
        parts = history.sold.parts
        ends = parts.values.dropLast().reduce(into: [0]) { $0.append(min(1, $0[$0.count - 1] + $1)) } + [1]
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
