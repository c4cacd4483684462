import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Settings

/// Which proposals are asked for.
struct OrderFilter: Hashable {
    var supplier: String?
    var account: String?
    /// A marketplace by its id.
    var marketplace: String?
    /// Only what must be ordered by then.
    var orderBy: Day?

    func admits(_ listing: Subject) -> Bool {
        account ?? listing.account == listing.account && marketplace ?? listing.marketplace == listing.marketplace
    }

    func admits(_ line: OrderLine) -> Bool {
        (supplier.map { $0.lowercased() == line.supplier?.lowercased() } ?? true)
            && (orderBy.map { line.orderBy <= $0 } ?? true)
    }

    /// What is asked for, in words; nothing when everything is.
    var words: [String] {
        [
            supplier.map { "of \($0)" }, account.map { "account \($0)" },
            marketplace.map { Marketplace.named($0)?.name ?? $0 }, orderBy.map { "to order by \($0)" },
        ].compactMap(\.self)
    }
}

extension Session {
    private static let facts = [
        Catalog.feed.helping(Catalog.title, Catalog.quantity, Catalog.channel), Stock.feed.helping(Stock.fulfillable),
        Supply.feed.helping(Supply.supplier),
    ]

    /// What the open stock-outs say should be ordered, as they were seen last.
    func orders(_ filter: OrderFilter) throws -> ReorderAnswer {
        // What its invented workflows see are no stocks and no suppliers.
        try requireReal("a proposal of orders")
        let (rotation, summary) = try currentRotation()
        try requireKnown(PlaceFilter(account: filter.account, marketplace: filter.marketplace))
        var short: [(exception: ExceptionRecord, evidence: InventoryEvidence)] = []
        for exception in try host.store.unfinishedExceptions() {
            guard exception.fingerprint.workflow == InventoryStage.manifest.id, exception.state.isOpen,
                exception.isSeenByStage, filter.admits(exception.fingerprint.subject)
            else { continue }
            let evidence = try CanonicalJSON.value(InventoryEvidence.self, from: exception.evidence.text())
            if evidence.shortage != nil { short.append((exception, evidence)) }
        }
        var found: [(exception: ExceptionRecord, evidence: InventoryEvidence)] = []
        var (covered, snoozed) = (0, 0)
        for (exception, evidence) in Self.onceForEachStock(short) {
            if evidence.shortage?.order == nil {
                covered += 1
            } else if exception.isSnoozed(at: now) {
                snoozed += 1
            } else {
                found.append((exception, evidence))
            }
        }
        let facts = try facts(of: Set(found.map(\.exception.fingerprint.subject)), asOf: rotation.asOf)
        let all = found.compactMap { exception, evidence -> OrderLine? in
            let listing = exception.fingerprint.subject
            // Where nothing says any more what is in stock, its file was taken back, an order would rest on nothing.
            guard let known = facts[listing] else { return nil }
            return OrderLine(
                exception, evidence, facts: known, isStale: summary.isStale(exception.fingerprint),
                zone: host.runtimeZones.zone(ofMarketplace: listing.marketplace))
        }
        let lines = all.filter(filter.admits)
        return ReorderAnswer(
            rotation: rotation, today: clock.today, filter: filter,
            orders: ProposedOrder.grouped(lines), covered: covered, snoozed: snoozed, unknown: found.count - all.count,
            warnings: try newer(than: rotation) + old(lines) + strangers(filter, among: all))
    }

    /// Of the listings that sell from one stock that of the marketplace that sells most: each of them asks for the same order.
    private static func onceForEachStock(
        _ short: [(exception: ExceptionRecord, evidence: InventoryEvidence)]
    ) -> [(exception: ExceptionRecord, evidence: InventoryEvidence)] {
        struct SharedSKU: Hashable {
            let account: String
            let sku: String
            let marketplaces: [String]
        }
        var rank: [SharedSKU: (rank: Int, place: Int)] = [:]
        for (place, (exception, evidence)) in short.enumerated() {
            guard let shared = evidence.shared else { continue }
            let subject = exception.fingerprint.subject
            let key = SharedSKU(account: subject.account, sku: subject.code, marketplaces: shared.marketplaces)
            let own = shared.marketplaces.firstIndex(of: subject.marketplace) ?? .max
            if own < rank[key]?.rank ?? .max { rank[key] = (own, place) }
        }
        let first = Set(rank.values.map(\.place))
        return short.enumerated().filter { $1.evidence.shared == nil || first.contains($0) }.map(\.element)
    }

    /// What was seen of a listing's stock may be long gone.
    private func old(_ lines: [OrderLine]) -> [String] {
        let stale = lines.filter(\.isStale)
        guard let oldest = stale.map(\.evidence.seen).min() else { return [] }
        let places = Set(stale.map(\.listing.marketplaceName)).sorted().joined(separator: ", ")
        return [
            "\(Numbers.count(stale.count, "line rests", "lines rest")) on stock or sales of \(oldest) of \(places): import newer files, then flywheel rotate"
        ]
    }

    /// A supplier of whom nothing is ordered may be misspelt.
    private func strangers(_ filter: OrderFilter, among lines: [OrderLine]) -> [String] {
        let suppliers = Set(lines.compactMap(\.supplier))
        guard let asked = filter.supplier, !suppliers.contains(where: { $0.lowercased() == asked.lowercased() }) else {
            return []
        }
        let near = Nearest.word(to: asked, of: suppliers.sorted()).map { "; did you mean \"\($0)\"?" } ?? ""
        return ["nothing is to be ordered of a supplier \"\(asked)\"\(near)"]
    }

    /// What is read of those of some listings whose stock any file still says.
    private func facts(of listings: Set<Subject>, asOf: Instant) throws -> [Subject: OrderLine.ListingFacts] {
        var facts: [Subject: OrderLine.ListingFacts] = [:]
        try host.factReader(of: Self.facts, asOf: asOf).forEach(of: listings) { listing, chunk, row in
            guard StockPosition(of: row, in: chunk) != nil else { return }
            facts[listing] = .init(title: chunk[Catalog.title][row], supplier: chunk[Supply.supplier][row])
        }
        return facts
    }

    /// Files of what proposals rest on that came in after the look: an order among them is not known to it.
    private func newer(than rotation: RotationRecord) throws -> [String] {
        let feeds = Set(InventoryStage.manifest.inputs.map(\.feed.key.text))
        let known = try RotationSummary(of: rotation)?.lastImport
        let newer = try host.store.imports().filter { record in
            guard record.state == .kept, feeds.contains(record.draft.feed) else { return false }
            // A rotation may look from a moment past at what came in later.
            return known.map { record.id > $0 } ?? (record.draft.receivedAt > rotation.asOf)
        }
        guard let last = newer.last else { return [] }
        let count = Numbers.count(newer.count, "file")
        return ["\(count) came in since \(rotation.id) looked, the last of them \(last.id): flywheel rotate first"]
    }
}
