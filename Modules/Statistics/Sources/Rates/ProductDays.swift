/// What the SKUs of a product sold day by day, and how much of each day buyers could ask for it.
///
/// Demand belongs to the product: while one of its SKUs can be bought, the product can. A day's units are the sum over the
/// SKUs, its availability the largest of theirs; it is known when the units of every SKU that could be bought are. A SKU
/// without any known day has no say in that, unless none has one.
///
/// Its room is used again for the next product.
@frozen
public struct ProductDays: Sendable {
    /// Units sold by all SKUs, net of returns, the oldest day first; `nan` where they are not known.
    public private(set) var units: [Double] = []
    /// Days of ordinary trade that each day counts for: the share of it on which a SKU could be bought, times how much more is
    /// asked for on such a day.
    public private(set) var exposure: [Double] = []
    /// The days of each SKU, where there are several.
    public private(set) var skus: [ProductDays] = []

    /// Units a day of one SKU beyond which a number is an error of its file, and so unknown. Sums of a catalogue of them still
    /// are whole numbers.
    @inlinable public static var mostUnits: UInt { 10_000_000 }

    /// No day.
    public init() {}

    /// The days of a product; see ``take(_:)``.
    public init(_ skus: [(sold: [Int?], open: [Double]?)]) { take(skus) }

    /// The number of days.
    @inlinable public var count: Int { units.count }

    /// Whether a day's sales are known and say something of demand (``SalesStart/leastExposure``).
    @inlinable public func isUsed(_ day: Int) -> Bool { isOpen(day) && !units[day].isNaN }

    /// Whether so much of a day could be asked for that it says something of demand, were its sales known.
    @inlinable public func isOpen(_ day: Int) -> Bool { exposure[day] >= SalesStart.leastExposure }

    // MARK: Reading

    /// Takes the days of a product's only SKU.
    ///
    /// - Parameters:
    ///   - sold: units sold each day, net of returns, the oldest first; `nil` where nobody reported the day.
    ///   - open: the share of each day on which it could be bought, 0 to 1; `nil` where it could on all of them.
    @inlinable
    public mutating func take(_ sold: some RandomAccessCollection<Int?>, open: [Double]?) {
        precondition(open.map { $0.count >= sold.count } ?? true, "availability is of the days that were sold on")
        var (units, exposure) = room(sold.count)
        for (day, sold) in zip(units.indices, sold) {
            units[day] = sold.map { $0.magnitude <= Self.mostUnits ? Double($0) : .nan } ?? .nan
            exposure[day] = open?[day] ?? 1
        }
        fill(units, exposure)
    }

    /// Takes the days of a product's SKUs, all of the same days.
    @inlinable
    public mutating func take<Sold: RandomAccessCollection<Int?>>(_ skus: [(sold: Sold, open: [Double]?)]) {
        if skus.count == 1 { return take(skus[0].sold, open: skus[0].open) }
        addUp(
            skus.map { sku in
                var days = ProductDays()
                days.take(sku.sold, open: sku.open)
                return days
            })
    }

    @usableFromInline mutating func addUp(_ skus: [ProductDays]) {
        let count = skus.first?.count ?? 0
        precondition(skus.allSatisfy { $0.count == count }, "SKUs of one product cover the same days")
        let reporting = skus.filter { $0.units.contains { !$0.isNaN } }
        var units = [Double](repeating: reporting.isEmpty ? .nan : 0, count: count)
        var exposure = [Double](repeating: 0, count: count)
        for sku in reporting.isEmpty ? skus : reporting {
            for day in 0..<count {
                exposure[day] = max(exposure[day], sku.exposure[day])
                // What is added to an unknown number leaves it unknown.
                if !sku.units[day].isNaN || sku.isOpen(day) { units[day] += sku.units[day] }
            }
        }
        fill(units, exposure)
        self.skus = skus
    }

    /// The room of the days before, to be filled with so many others.
    @usableFromInline mutating func room(_ count: Int) -> (units: [Double], exposure: [Double]) {
        defer { fill([], []) }
        return units.count == count
            ? (units, exposure) : ([Double](repeating: .nan, count: count), [Double](repeating: 0, count: count))
    }

    /// Takes days that one SKU sold on.
    @usableFromInline mutating func fill(_ units: [Double], _ exposure: [Double]) {
        (self.units, self.exposure, skus) = (units, exposure, [])
    }

    // MARK: What days count for

    /// Counts each day for so many ordinary ones, by its place; those of each SKU as well.
    public mutating func index(by factor: (Int) -> Double) {
        for day in 0..<count { exposure[day] *= factor(day) }
        for sku in skus.indices { skus[sku].index(by: factor) }
    }

    /// The place of the first day that counts, since sales began before it (``SalesStart``); 0 where all do.
    public var salesStart: Int {
        SalesStart.firstDay(of: 0..<count) { (units[$0].isNaN ? nil : units[$0], exposure[$0]) }
    }

    /// Lets the days of all SKUs together before one say nothing; which of them sold what stays as it is.
    public mutating func leaveOut(before first: Int) {
        for day in 0..<min(first, count) { exposure[day] = 0 }
    }

    /// The days as they were after so many.
    public func prefix(_ count: Int) -> ProductDays {
        var days = ProductDays()
        days.fill(Array(units.prefix(count)), Array(exposure.prefix(count)))
        days.skus = skus.map { $0.prefix(count) }
        return days
    }

    // MARK: What they come to

    /// The sums over the days from one on, none of which counts for more units than the others make plausible.
    ///
    /// - Parameter halfLifeDays: days back at which a day counts half, above zero; nil counts all days alike.
    public func sums(from first: Int = 0, halfLifeDays: Double? = RunRate.halfLifeDays) -> ExposedUnits {
        ExposedUnits(
            halfLifeDays: halfLifeDays,
            newestFirst: (first..<count).reversed().lazy.map { day in
                (units[day].isNaN ? nil : units[day], isOpen(day) ? exposure[day] : 0)
            })
    }

    /// What each SKU has of the demand, in the order in which they were taken.
    public var parts: SKUParts { skus.isEmpty ? .whole : SKUParts(of: skus) }
}
