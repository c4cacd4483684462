import FlywheelKit

/// Units of the same product on another shelf of the seller, enough to be worth moving.
public struct Transfer: Hashable, Codable, Sendable {
    /// The SKU under which they lie.
    public let from: String
    /// Whether it is the merchant's own shelf; a warehouse of the marketplace otherwise.
    public let isMerchants: Bool
    /// Units to move: no more than are needed here and can be spared there.
    public let units: Int
}

/// Looks for units on other shelves of the seller: those of SKUs of the same product that another party ships.
///
/// SKUs that the same warehouse ships are no other shelf: buyers of the product are served from either.
struct TransferFinder {
    private let chunk: Chunk
    private let stocks: StockReader
    private let demands: DemandReader
    private let look: StockLook
    private let knobs: InventoryKnobs
    private var rowsByProduct: [String: [Int]] = [:]

    /// - Parameter short: the rows that need units.
    init(
        _ chunk: Chunk, short: [Int], stocks: StockReader, demands: DemandReader, look: StockLook,
        knobs: InventoryKnobs
    ) {
        self.chunk = chunk
        self.stocks = stocks
        self.demands = demands
        self.look = look
        self.knobs = knobs
        guard !short.isEmpty else { return }
        for row in short { if let product = chunk.products[row] { rowsByProduct[product] = [] } }
        guard !rowsByProduct.isEmpty else { return }
        for row in chunk.rows { if let product = chunk.products[row] { rowsByProduct[product]?.append(row) } }
    }

    /// The evidence with the shelf that can spare most, where one can and its units come before other help does.
    func adding(to evidence: InventoryEvidence, at row: Int) -> InventoryEvidence {
        guard let product = chunk.products[row], let rows = rowsByProduct[product], rows.count > 1,
            let claim = ShortageClaim(evidence, knobs: knobs)
        else { return evidence }
        let needed = max(evidence.shortage?.order?.needed ?? 0, claim.unitsSaved(byHelpIn: knobs.inboundDays))
        let most =
            rows.filter { $0 != row && stocks.isMerchants($0) != stocks.isMerchants(row) }
            .map { (row: $0, units: spare(at: $0)) }
            .max { ($0.units, chunk.codes[$1.row]) < ($1.units, chunk.codes[$0.row]) }
        guard let most, min(most.units, needed) > 0, claim.unitsSaved(byHelpIn: knobs.inboundDays) > 0 else {
            return evidence
        }
        return evidence.with(
            Transfer(
                from: chunk.codes[most.row], isMerchants: stocks.isMerchants(most.row),
                units: min(most.units, needed)))
    }

    /// Units beyond those that serve the shelf's own lead time and review.
    private func spare(at row: Int) -> Int {
        guard let stock = stocks.position(of: row) else { return 0 }
        let own = demands.demand(of: row)
        switch own.with(chunk.sharedStock(of: row, own: own)) {
        case .unknown: return 0
        case .nothing: return max(0, stock.fulfillable)
        case .rate(let demand): return max(0, stock.fulfillable - look.level(at: row, demand))
        }
    }
}

extension ShortageClaim {
    /// Units of demand that are served where help comes in so many days and not when it would otherwise, whole ones.
    func unitsSaved(byHelpIn days: Double) -> Int {
        let (fast, slow) = (Int(days.rounded(.up)), Int(fixTakesDays.rounded(.up)))
        return fast < slow ? Int(shortUnits(fast..<slow).rounded()) : 0
    }
}
