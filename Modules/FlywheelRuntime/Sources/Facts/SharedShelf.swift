import FlywheelKit
import FlywheelStore
import Statistics

/// The SKUs of marketplaces that sell from one stock: the units that the file of each names of each SKU, and what each sold of it.
///
/// There may be millions of them on a dozen marketplaces, so they are kept as plain numbers by the hash of the SKU.
struct SharedShelf: Sendable {
    /// The days of sales that are looked at.
    static let days = 91
    /// What is read of each listing.
    static let inputs = [
        Stock.feed.helping(Stock.fulfillable), Catalog.feed.helping(Catalog.opened),
        PurchaseOrders.feed.helping(
            PurchaseOrders.order, PurchaseOrders.ordered, PurchaseOrders.expected, PurchaseOrders.received,
            PurchaseOrders.units, PurchaseOrders.unitsReceived),
    ]
    /// And of each of its days.
    static let windows = [Sales.units.last(days: days), Stock.levels.last(days: days)]

    /// What is known of a SKU on a marketplace.
    struct Cell: Sendable {
        /// Units that its file names; `nil` where it names none.
        var units: Int32?
        /// Units sold on days on which it is known and something was there to be sold.
        var sold: Int32 = 0
        /// Those days.
        var days: UInt8 = 0

        /// Units sold on an average day; `nil` where none is known.
        var daily: Double? { days > 0 ? Double(sold) / Double(days) : nil }
    }

    /// The marketplaces, that which sells most of what they share first.
    private(set) var marketplaces: [String]
    private var places: [UInt64: Int32] = [:]
    /// Of each SKU as many as there are marketplaces, in their order.
    private var cells: [Cell] = []
    /// Orders to suppliers by SKU, those of one marketplace behind those of another.
    private var orders: [UInt64: [(marketplace: Int, order: SupplierOrder)]] = [:]

    /// Puts together what chunks of the marketplaces hold.
    init(_ parts: [SharedShelfPart]) {
        let names = Set(parts.map(\.marketplace)).sorted()
        let number = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        for part in parts {
            let marketplace = number[part.marketplace] ?? 0
            for (sku, cell) in part.cells {
                let place = places[sku] ?? Int32(cells.count / names.count)
                if places.updateValue(place, forKey: sku) == nil {
                    cells += repeatElement(Cell(), count: names.count)
                }
                cells[Int(place) * names.count + marketplace] = cell
            }
            for (sku, all) in part.orders { orders[sku, default: []] += all.map { (marketplace, $0) } }
        }
        marketplaces = names
        rank()
    }

    /// Orders the marketplaces by what they sold of the SKUs that they share, whole units, so that it does not matter in which
    /// order these came in.
    private mutating func rank() {
        let count = marketplaces.count
        var sold = [Int](repeating: 0, count: count)
        for start in stride(from: 0, to: cells.count, by: count) {
            for member in members(at: start) { sold[member] += Int(cells[start + member].sold) }
        }
        let ranked = marketplaces.indices.sorted { (-sold[$0], $0) < (-sold[$1], $1) }
        var rank = [Int](repeating: 0, count: count)
        for (new, old) in ranked.enumerated() { rank[old] = new }
        marketplaces = ranked.map { marketplaces[$0] }
        for start in stride(from: 0, to: cells.count, by: count) {
            let all = Array(cells[start..<start + count])
            for (new, old) in ranked.enumerated() { cells[start + new] = all[old] }
        }
        orders = orders.mapValues { all in
            all.map { (rank[$0.marketplace], $0.order) }.sorted { $0 < $1 }
        }
    }

    /// The marketplaces that share the SKU at a place: those whose units are near the middle of all. A part of a seller's SKUs may
    /// lie in one country alone, though nearly all are shared.
    private func members(at start: Int) -> [Int] {
        let known = marketplaces.indices.compactMap { number in cells[start + number].units.map { (number, Int($0)) } }
        guard known.count > 1 else { return [] }
        let middle = known.map(\.1).sorted()[(known.count - 1) / 2]
        let members = known.filter { abs($0.1 - middle) <= max(Self.fewUnits, max($0.1, middle) / 2) }.map(\.0)
        return members.count > 1 ? members : []
    }

    /// By which numbers of units may differ that were counted some hours apart, however few they are.
    private static let fewUnits = 5

    /// The stock that a SKU on a marketplace is sold from; `nil` where it is sold from one of its own.
    func pool(of sku: UInt64, on marketplace: Int) -> StockPool? {
        guard let start = places[sku].map({ Int($0) * marketplaces.count }) else { return nil }
        let members = members(at: start)
        guard members.contains(marketplace) else { return nil }
        let others = members.filter { $0 != marketplace }
        let sold = others.compactMap { cells[start + $0].daily }.reduce(0, +)
        return StockPool(
            marketplaces: members.map { marketplaces[$0] }, soldElsewhere: sold.rounded(toParts: 10_000),
            unknown: others.filter { cells[start + $0].daily == nil }.map { marketplaces[$0] })
    }

    /// What was ordered for the stock under the names of the other marketplaces that sell from it. A line that several name alike
    /// is one.
    func ordersElsewhere(of sku: UInt64, on marketplace: Int, beside own: [SupplierOrder]) -> [SupplierOrder] {
        guard let all = orders[sku], let start = places[sku].map({ Int($0) * marketplaces.count }) else { return [] }
        let members = members(at: start)
        guard members.contains(marketplace) else { return [] }
        var named = Set(own.map(\.line))
        return all.filter { $0.marketplace != marketplace && members.contains($0.marketplace) }
            .compactMap { named.insert($0.order.line).inserted ? $0.order : nil }
    }
}

/// What a chunk of listings brings to a shelf.
struct SharedShelfPart: Sendable {
    let marketplace: String
    private(set) var cells: [(sku: UInt64, cell: SharedShelf.Cell)] = []
    private(set) var orders: [(sku: UInt64, orders: [SupplierOrder])] = []

    init(_ chunk: Chunk) {
        marketplace = chunk.marketplace
        let units = chunk[Stock.fulfillable]
        let (sales, levels) = (chunk[Sales.units], chunk[Stock.levels])
        let lines = chunk.details(of: PurchaseOrders.feed)
        for row in chunk.rows {
            let sku = chunk.codes.hash(of: row)
            var cell = SharedShelf.Cell(units: units[row].map(Int32.init(clamping:)))
            var sold = 0
            if sales.count == chunk.count {
                for (day, units) in zip(sales.days.lowerBound..., sales.row(row)) {
                    // What a day sold at whose end nothing was left is not what was asked for.
                    guard let units, levels.count <= row || levels[row, day].map({ $0 > 0 }) ?? true else { continue }
                    sold += min(max(units, -SharedShelf.mostUnits), SharedShelf.mostUnits)
                    cell.days += 1
                }
            }
            cell.sold = Int32(clamping: max(0, sold))
            cells.append((sku, cell))
            let own = SupplierOrder.all(of: row, in: lines)
            if !own.isEmpty { orders.append((sku, own)) }
        }
    }
}

extension SharedShelf {
    /// What no listing sells on a day: a file's absurd number ends here.
    fileprivate static let mostUnits = 1_000_000
}

extension Texts {
    /// The bytes of a text as a number, by which equal ones are found.
    func hash(of index: Int) -> UInt64 { withUTF8(of: index, ByteHash.hash) }
}
