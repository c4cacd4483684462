import FlywheelKit
import Statistics

/// The listings on other marketplaces that sell from the same stock. What is asked of it is what all of them are asked for, so it is
/// judged as a whole wherever it is sold.
public struct SharedStock: Hashable, Codable, Sendable {
    /// The marketplaces by id, the one that sells most first.
    public let marketplaces: [String]
    /// Units a day that are asked for on the others, as much as they sold on an average day of the last thirteen weeks.
    public let elsewhere: Double
    /// Those of them of which nobody knows what they sell: each is taken to sell as much as the others do on average.
    public let unknown: [String]?

    /// - Parameter own: what this listing is asked for.
    init(_ pool: StockPool, own: Demand) {
        marketplaces = pool.marketplaces
        unknown = pool.unknown.isEmpty ? nil : pool.unknown
        let here = if case .rate(let estimate) = own { estimate.rate } else { 0.0 }
        let known = Double(pool.marketplaces.count - pool.unknown.count)
        elsewhere = (pool.soldElsewhere + Double(pool.unknown.count) * (pool.soldElsewhere + here) / known)
            .rounded(toParts: 10_000)
    }

    /// Whether a marketplace is the one where what is to be said of the stock once is said.
    func isSaid(on marketplace: String) -> Bool { marketplaces.first == marketplace }
}

extension Chunk {
    /// Who else sells from a listing's stock; `nil` where nobody can tell that anybody does.
    func sharedStock(of row: Int, own: Demand) -> SharedStock? { pool(row).map { SharedStock($0, own: own) } }
}

extension Demand {
    /// Whether anything is asked for.
    var isRate: Bool { if case .rate = self { true } else { false } }

    /// What is asked of the stock, here and elsewhere.
    func with(_ shared: SharedStock?) -> Demand {
        guard let shared else { return self }
        return switch self {
        case .unknown: .unknown
        case .rate(let estimate): .rate(estimate.adding(shared.elsewhere))
        case .nothing where shared.elsewhere > 0: .rate(DemandEstimate(elsewhere: shared.elsewhere))
        // What is asked for on the others is not known either.
        case .nothing: shared.unknown == nil ? self : .unknown
        }
    }
}

extension DemandEstimate {
    /// Days that sales elsewhere are an average of.
    private static let daysElsewhere = 91

    /// Demand of other marketplaces alone.
    fileprivate init(elsewhere: Double) {
        self.init(
            rate: elsewhere, deviation: (elsewhere / Double(Self.daysElsewhere)).squareRoot(), dispersion: 1,
            daysUsed: Self.daysElsewhere, daysLeftOut: 0)
    }

    /// With so many units a day that are asked for elsewhere. In a season they rise as those here do; days scatter alike, and as
    /// independently, so that the variances add.
    fileprivate func adding(_ elsewhere: Double) -> DemandEstimate {
        guard elsewhere > 0 else { return self }
        let times = 1 + elsewhere / rate
        return DemandEstimate(
            rate: rate + elsewhere, weekly: weekly?.map { ($0 * times).rounded(toParts: 10_000) },
            deviation: (deviation * deviation + dispersion * elsewhere / Double(Self.daysElsewhere)).squareRoot(),
            dispersion: dispersion, daysUsed: daysUsed, daysLeftOut: daysLeftOut, daysStated: daysStated)
    }
}

extension InventoryEvidence {
    /// Who sells from the stock and how much of it this listing does, in words; `nil` where nobody else does.
    var sharing: String? {
        guard let shared else { return nil }
        let names = shared.marketplaceNames.inWords
        guard let demand, demand.rate > 0 else { return "one stock of \(names)" }
        let here = Int(((demand.rate - shared.elsewhere) / demand.rate * 100).rounded())
        return "one stock of \(names); \(max(0, here)) % of what is asked of it is asked here"
    }
}

extension SharedStock {
    /// The marketplaces by the names that people call them.
    public var marketplaceNames: [String] { Self.names(marketplaces) }

    /// What is not known of it; `nil` where all is.
    var gap: String? {
        unknown.map { "what is sold of the stock on \(Self.names($0).inWords): it is taken to be as much as elsewhere" }
    }

    private static func names(_ ids: [String]) -> [String] { ids.map { Marketplace.named($0)?.name ?? $0 } }
}

extension String {
    /// With who else sells from the stock, where somebody does.
    func with(_ evidence: InventoryEvidence) -> String { evidence.sharing.map { "\(self) (\($0))" } ?? self }
}
