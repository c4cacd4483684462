import FlywheelKit
import FlywheelStore
import RevenueAtRisk
import Statistics

/// The terms of every open exception: each priced on the listings it falls on, then settled.
struct RiskBook {
    private let pricer: Pricer

    /// Listings named in the terms of an exception that reaches more.
    static let listingsNamed = 20

    /// What a chunk of listings contributes: the terms of what is open on its own rows, and what exposures that reach
    /// further come to on them.
    private struct Contribution: Sendable {
        let own: [PricedRow]
        let wide: [(number: Int, price: ListingPrice)]
    }

    /// Prices the open exceptions of all chunks, many chunks at a time.
    ///
    /// - Parameters:
    ///   - chunks: what is open on the rows of each chunk of listings, with what those listings sell.
    ///   - others: all other open exceptions.
    ///   - everything: what all listings of a chunk sell, for exposures that reach listings without an exception.
    /// - Returns: the rows of `chunks`, chunk by chunk, and those of `others`.
    static func price(
        _ chunks: [OpenChunk], others: [ExceptionRecord], by pricer: Pricer,
        everything: @Sendable (Int) throws -> ChunkDemand?
    ) throws -> (chunks: [[PricedRow]], others: [PricedRow]) {
        let book = RiskBook(pricer: pricer)
        let priors = chunks.lazy.map(\.demand).priors()
        var wide: [(owner: (chunk: Int, place: Int)?, open: Pricer.Open)] = []
        var index = ClaimIndex()
        for (chunk, one) in chunks.enumerated() {
            for (place, open) in one.open.enumerated() where open.exception.exposure.scope != .row {
                index.add(open.exception, wide.count)
                wide.append(((chunk, place), pricer.open(open.exception)))
            }
        }
        for exception in others {
            index.add(exception, wide.count)
            wide.append((nil, pricer.open(exception)))
        }
        let (reaching, claims) = (wide, index)
        let contributions = try parallelMap(chunks.count) { number in
            let chunk = chunks[number]
            let demand = claims.owners.contains(chunk.demand.peers) ? try everything(number) : chunk.demand
            return book.price(
                chunk, demand ?? chunk.demand, prior: priors[chunk.demand.peers], wide: reaching.map(\.open),
                claims: claims)
        }
        var rows = contributions.map(\.own)
        var terms = wide.map { pricer.bare($0.open) }
        var reached = Set<Int>()
        for part in contributions.flatMap(\.wide) {
            terms[part.number].add(part.price, naming: Self.listingsNamed)
            reached.insert(part.number)
        }
        var priced: [PricedRow] = []
        for (number, entry) in wide.enumerated() {
            book.settle(&terms[number], entry.open, reached: reached.contains(number))
            let row = PricedRow(terms[number])
            if let owner = entry.owner { rows[owner.chunk][owner.place] = row } else { priced.append(row) }
        }
        return (rows, priced)
    }

    /// Prices what falls on the listings of one chunk.
    private func price(
        _ chunk: OpenChunk, _ demand: ChunkDemand, prior: GammaPrior?, wide reaching: [Pricer.Open], claims: ClaimIndex
    ) -> Contribution {
        let opens = pricer.opens(chunk.open.lazy.map(\.exception))
        let onRow = ClaimsOnRows(chunk.open, rows: demand.revenue.count)
        var wide: [(number: Int, price: ListingPrice)] = []
        var rows = [PricedRow?](repeating: nil, count: opens.count)
        for product in demand.open {
            var estimate: ProductDemand?
            for (sku, row) in product.rows.enumerated() {
                // A claim of a chunk's own row, or of one that reaches further: numbered from the end of the former.
                let numbers = onRow[row] + claims.on(row, of: product, in: demand).map { $0 + opens.count }
                guard !numbers.isEmpty else { continue }
                let falling =
                    numbers.count == 1
                    ? numbers
                    : inOrder(numbers) { number in
                        (number < opens.count ? opens[number] : reaching[number - opens.count]).exception.fingerprint
                            .text
                    }
                estimate = estimate ?? product.estimate(prior: prior)
                let prices = pricer.price(
                    falling.map { $0 < opens.count ? opens[$0] : reaching[$0 - opens.count] }, on: demand.codes[row],
                    price: demand.prices[row], demand: estimate, season: product.season, sku: sku, prior: prior)
                for (number, price) in zip(falling, prices) {
                    if number < opens.count {
                        // What a row claims of itself falls on no other listing: its terms are whole.
                        rows[number] = settled(opens[number], on: price)
                    } else {
                        wide.append((number - opens.count, price))
                    }
                }
            }
        }
        return Contribution(own: rows.enumerated().map { $1 ?? settled(opens[$0], on: nil) }, wide: wide)
    }

    /// Numbers in the order of their names, each of which is made once.
    private func inOrder(_ numbers: [Int], by name: (Int) -> String) -> [Int] {
        numbers.map { (name: name($0), number: $0) }.sorted { $0.name < $1.name }.map(\.number)
    }

    /// A row that falls on one listing, or on none.
    private func settled(_ open: Pricer.Open, on price: ListingPrice?) -> PricedRow {
        var terms = pricer.bare(open)
        if let price { terms.add(price, naming: Self.listingsNamed) }
        settle(&terms, open, reached: price != nil)
        return PricedRow(terms)
    }

    /// Settles what the listings did not: stated sums, rows that claim nothing or nobody knows what, rows about no known
    /// listing.
    private func settle(_ terms: inout RiskTerms, _ open: Pricer.Open, reached: Bool) {
        defer {
            if let fee = pricer.feeRate, terms.isRevenue {
                terms.feeRate = fee
                terms.net = terms.atRisk?.part(10_000 - fee, of: 10_000)
            }
        }
        switch open.exposure.loss {
        case .nothing:
            terms.atRisk = 0
            terms.unpriced = nil
        case .unknown(let reason):
            terms.unpriced = reason
        case .stated(let money, let source):
            terms.statedBy = source
            let sum = pricer.sum(StatedSum(money, source: source), probability: open.exposure.probability)
            terms.sums = [sum]
            terms.atRisk = sum.atRisk
            terms.avoidable = terms.atRisk
            terms.fixAlone = terms.atRisk
            if sum.atRisk == nil { terms.unpriced = pricer.cannotCount(sum) }
        case .atStake:
            // Settled once all rows are priced: what ends with this one stands in theirs.
            break
        case .dailyShare where !reached:
            terms.unpriced = "nothing is known of the listing"
        case .dailyShare:
            break
        }
    }
}

/// Which of the claims open on a chunk fall on each of its rows: a chain of them for each row, so that a row without any
/// takes no room of its own.
private struct ClaimsOnRows {
    private var first: [Int32]
    private var next: [Int32]

    init(_ open: [(row: Int, exception: ExceptionRecord)], rows: Int) {
        first = [Int32](repeating: -1, count: rows)
        next = [Int32](repeating: -1, count: open.count)
        for (place, entry) in open.enumerated().reversed() where entry.exception.exposure.scope == .row {
            guard case .dailyShare = entry.exception.exposure.loss else { continue }
            next[place] = first[entry.row]
            first[entry.row] = Int32(place)
        }
    }

    /// The places of a row's claims, first to last.
    subscript(row: Int) -> [Int] {
        var places: [Int] = []
        var place = first[row]
        while place >= 0 {
            places.append(Int(place))
            place = next[Int(place)]
        }
        return places
    }
}

/// What is open on the rows of a chunk of listings, and what its listings sell.
struct OpenChunk: Sendable {
    let demand: ChunkDemand
    let open: [(row: Int, exception: ExceptionRecord)]
}

/// What the order and the totals of the queue need of a row, and its terms as they are kept.
struct PricedRow: Sendable {
    let atRisk: Int64?
    let avoidable: Int64?
    let units: Decimal4?
    let unpriced: String?
    /// What it adds to the total of revenue at risk, and to that of stated sums.
    let inTotal: Int64
    let inStatedTotal: Int64
    /// What must be fixed before fixing this helps.
    let blocker: Fingerprint?
    let terms: [UInt8]

    init(_ terms: RiskTerms) {
        atRisk = terms.atRisk
        avoidable = terms.avoidable
        units = terms.units
        unpriced = terms.unpriced
        inTotal = terms.inTotal
        inStatedTotal = terms.inStatedTotal
        blocker =
            terms.listings.first?.neighbours.filter(\.blocks).max {
                ($0.days, $1.fingerprint.text) < ($1.days, $0.fingerprint.text)
            }?.fingerprint
        self.terms = terms.bytes
    }
}
