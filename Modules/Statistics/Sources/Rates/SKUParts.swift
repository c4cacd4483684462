/// What each SKU has of its product's demand.
public struct SKUParts: Hashable, Sendable {
    /// Above zero, together 1.
    public let values: [Double]
    /// Units that they rest on, the older the less; endless where one SKU has all.
    public let units: Double

    /// The part that even a SKU without sales keeps, because a loss of everything it has must not come to nothing.
    public static let leastPart = 0.01
    /// What all of those together have at most.
    public static let mostLeastParts = 0.1
    /// Days of the mean SKU's rate that each is believed to have sold before its own days are counted.
    public static let daysOfTheMean = 7.0
    /// The newest days that tell: what could not be bought since has no part in what is sold.
    public static let daysThatTell = 91

    /// The part of an only SKU: one list for all products, of which most have one.
    static let whole = SKUParts(values: [1], units: .infinity)

    /// The parts by the rate of each SKU on the days it could be bought since it began to sell, so that days on which a
    /// sibling sold in its place do not count against it. A rate is drawn towards the mean of all by a week: of few days it may
    /// be anything. What could not be bought on any known day has sold nothing of what was, and has nothing to be drawn.
    init(of skus: [ProductDays]) {
        let sums = skus.map { $0.sums(from: max($0.salesStart, $0.count - Self.daysThatTell)) }
        let bought = sums.filter { $0.exposureSum > 0 }
        let mean = bought.reduce(0) { $0 + max(0, $1.unitsSum / $1.exposureSum) } / Double(max(1, bought.count))
        let prior = mean > 0 ? GammaPrior(shape: mean * Self.daysOfTheMean, rate: Self.daysOfTheMean) : nil
        let rates = sums.map { $0.exposureSum > 0 ? RunRate.estimate($0, prior: prior)?.rate ?? 0 : 0 }
        let (count, total) = (Double(skus.count), rates.reduce(0, +))
        let least = min(Self.leastPart, Self.mostLeastParts / count)
        values = rates.map { least + (1 - count * least) * (total > 0 ? $0 / total : 1 / count) }
        units = sums.reduce(0) { $0 + max(0, $1.unitsSum) }
    }

    private init(values: [Double], units: Double) { (self.values, self.units) = (values, units) }
}
