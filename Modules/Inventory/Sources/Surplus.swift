public import FlywheelKit

/// Units that are too many, too old, or that no offer sells.
public struct Surplus: Hashable, Codable, Sendable {
    /// Why they are.
    public enum Reason: String, Hashable, Codable, Sendable {
        /// They last longer than stock should.
        case excess
        /// They have lain in the warehouse for more than 180 days.
        case ageing
        /// No offer sells them.
        case stranded
    }

    /// Why.
    public let reason: Reason
    /// Units.
    public let units: Int
    /// Of aged units, those that have lain for more than 365 days; `nil` where their ages are not known.
    public let overAYear: Int?
    /// What the units cost when they were bought; `nil` where nobody said what one did. It is bound, not lost.
    public let bound: Money?
    /// What storing the units costs next month, by the warehouse's own estimate for the listing; `nil` where there is none.
    public let storageCost: Money?
    /// What the warehouse expects to charge next month for the age of aged units; `nil` where it does not say.
    public let ageSurcharge: Money?
    /// Since when they are stranded; `nil` where nobody said.
    public let since: Day?
    /// When the warehouse removes them unasked; `nil` where nobody said.
    public let removal: Day?
    /// Why they are stranded, in the source's words.
    public let cause: String?
}

/// Reads what a chunk's listings have too much of; its columns are looked up once.
struct SurplusReader {
    private let aged181To270: Values<Int>
    private let aged271To365: Values<Int>
    private let agedOver365: Values<Int>
    private let aged366To455: Values<Int>
    private let agedOver455: Values<Int>
    private let storageCost: Values<Money>
    private let ageSurcharges: [Values<Money>]
    private let unitCost: Values<Money>
    private let strandedUnits: Values<Int>
    private let strandedUnsellable: Values<Int>
    private let since: Values<Day>
    private let removal: Values<Day>
    private let cause: Values<String>
    private let status: Values<String>
    private let knobs: InventoryKnobs

    init(_ chunk: Chunk, knobs: InventoryKnobs) {
        aged181To270 = chunk[Stock.aged181To270]
        aged271To365 = chunk[Stock.aged271To365]
        agedOver365 = chunk[Stock.agedOver365]
        aged366To455 = chunk[Stock.aged366To455]
        agedOver455 = chunk[Stock.agedOver455]
        storageCost = chunk[Stock.storageCost]
        ageSurcharges = [
            Stock.ageSurcharge181To210, Stock.ageSurcharge211To240, Stock.ageSurcharge241To270,
            Stock.ageSurcharge271To300, Stock.ageSurcharge301To330, Stock.ageSurcharge331To365,
            Stock.ageSurchargeOver365,
        ].map { chunk[$0] }
        unitCost = chunk[Costs.unitCost]
        strandedUnits = chunk[StrandedStock.fulfillable]
        strandedUnsellable = chunk[StrandedStock.unsellable]
        since = chunk[StrandedStock.since]
        removal = chunk[StrandedStock.removal]
        cause = chunk[StrandedStock.reason]
        status = chunk[Catalog.status]
        self.knobs = knobs
    }

    /// All that a listing has too much of.
    ///
    /// - Parameter isSaidHere: whether this is the one listing of several that tells of the stock they share. What no offer sells
    ///   each tells of its own.
    func all(of row: Int, _ stock: StockPosition, _ demand: Demand, isSaidHere: Bool) -> [Surplus] {
        // One by one: nearly all listings have nothing too much, and an empty list costs nothing.
        var found: [Surplus] = []
        if isSaidHere, let excess = excess(of: row, stock, demand) { found.append(excess) }
        if isSaidHere, let ageing = ageing(of: row, stock) { found.append(ageing) }
        if let stranded = stranded(of: row) { found.append(stranded) }
        return found
    }

    /// What cannot be told of a listing: where units that no offer sells are not counted, neither how many they are nor how many
    /// of the others are too many.
    func undecided(of row: Int) -> [FindingKind] {
        let isStranded = cause[row] != nil || since[row] != nil || removal[row] != nil
        guard isStranded, strandedUnits[row] == nil else { return [] }
        return strandedUnsellable[row] == nil ? [.excessStock, .strandedStock] : [.excessStock]
    }

    /// Units beyond those that sell within the longest cover; all of them where nothing has sold on enough days to say so.
    /// The merchant's own quantity is often a number nobody counted, and makes no excess; nor do units of a listing that its
    /// seller gave up, which is how they stopped selling.
    private func excess(of row: Int, _ stock: StockPosition, _ demand: Demand) -> Surplus? {
        guard !stock.isFromCatalog, stock.fulfillable > 0, !Catalog.isGivenUp(status[row]) else { return nil }
        let selling: Double
        switch demand {
        case .unknown: return nil
        case .nothing(let days):
            guard days >= Self.daysOfNothing else { return nil }
            selling = 0
        case .rate(let estimate): selling = estimate.mean(within: knobs.excessCoverDays)
        }
        // Units that no offer sells are a problem of their own.
        guard !undecided(of: row).contains(.excessStock) else { return nil }
        let units = Double(stock.fulfillable - max(0, strandedUnits[row] ?? 0)) - selling
        guard units >= knobs.leastExcessUnits, units >= 1 else { return nil }
        let whole = Int(units)
        return surplus(
            .excess, whole, of: row,
            storageCost: storageCost[row].flatMap { $0.share(whole, of: stock.fulfillable) })
    }

    /// Units that have lain for more than 180 days, as far as they are still there. What a report that leaves a listing out
    /// said of it earlier counts for no more than there is.
    private func ageing(of row: Int, _ stock: StockPosition) -> Surplus? {
        // A report has the oldest units either in one number or in two.
        let oldest = agedOver365[row] ?? Self.sum(aged366To455[row], agedOver455[row])
        guard let units = Self.sum(Self.sum(aged181To270[row], aged271To365[row]), oldest) else { return nil }
        let left = min(units, stock.fulfillable)
        guard Double(left) >= knobs.leastExcessUnits else { return nil }
        return surplus(
            .ageing, left, of: row, overAYear: oldest.map { min($0, left) },
            ageSurcharge: ageSurcharge(of: row)?.share(left, of: units))
    }

    /// What all ages of a listing's units are charged together; `nil` where nothing is said, or in several currencies.
    private func ageSurcharge(of row: Int) -> Money? {
        let known = ageSurcharges.compactMap { $0[row] }
        guard let first = known.first else { return nil }
        return known.dropFirst().reduce(first) { (sum: Money?, next) in sum.flatMap { $0.adding(next) } }
    }

    /// Units that no offer sells.
    private func stranded(of row: Int) -> Surplus? {
        guard let units = Self.sum(strandedUnits[row], strandedUnsellable[row]), units > 0 else { return nil }
        return surplus(
            .stranded, units, of: row, since: since[row], removal: removal[row], cause: cause[row])
    }

    /// Usable days without a sale from which nothing is taken to sell.
    private static let daysOfNothing = 60

    private func surplus(
        _ reason: Surplus.Reason, _ units: Int, of row: Int, overAYear: Int? = nil, storageCost: Money? = nil,
        ageSurcharge: Money? = nil, since: Day? = nil, removal: Day? = nil, cause: String? = nil
    ) -> Surplus {
        Surplus(
            reason: reason, units: units, overAYear: overAYear,
            bound: unitCost[row].flatMap { $0.minorUnits > 0 ? $0.times(units) : nil }, storageCost: storageCost,
            ageSurcharge: ageSurcharge, since: since, removal: removal, cause: cause)
    }

    /// The sum of what is known; `nil` where nothing is.
    private static func sum(_ one: Int?, _ other: Int?) -> Int? {
        guard one != nil || other != nil else { return nil }
        return min(max(0, one ?? 0), .plausibleUnits) + min(max(0, other ?? 0), .plausibleUnits)
    }
}

extension Money {
    /// The part of the sum that some of all units have, to the nearest minor unit; `nil` for nothing or less.
    fileprivate func share(_ units: Int, of all: Int) -> Money? {
        guard minorUnits > 0, all > 0 else { return nil }
        let part = Int64((Double(minorUnits) * Double(units) / Double(all)).rounded())
        return part > 0 ? Money(minorUnits: part, currency) : nil
    }
}
