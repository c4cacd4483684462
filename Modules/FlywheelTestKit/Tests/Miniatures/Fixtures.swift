import FlywheelKit

/// Chunks for the miniature stages.
enum Fixtures {
    static let asOf = Instant(seconds: 1_795_190_700)  // 2026-11-20T16:05:00Z

    private static func listings(_ count: Int) -> ChunkBuilder {
        ChunkBuilder(listings: (0..<count).map { "SKU-\($0)" }, asOf: asOf)
    }

    /// 90 priced listings, every fifth of them blocked: more than a bitmap's word.
    static let blocked: Chunk = {
        var builder = listings(90)
        for row in stride(from: 0, to: 90, by: 5) {
            builder.addDetail(
                of: SuppressedListings.feed, at: row,
                SuppressedListings.since(asOf.utcDay.advanced(by: -row)), SuppressedListings.status("Blocked"))
        }
        if let dollar = Currency("USD") {
            let prices = (0..<90).map { $0 % 7 == 0 ? nil : Money(minorUnits: Int64($0) * 300, dollar) }
            builder.set(Catalog.price, prices)
        }
        return builder.build()
    }()

    /// What ``BlockedListings`` publishes of ``blocked``.
    static let availability: SignalPort = {
        var port = SignalPort()
        var findings = Findings<BlockedListings.Evidence>()
        BlockedListings(knobs: NoKnobs(), model: NoModel()).detect(in: blocked, signals: &port, into: &findings)
        return port
    }()

    /// The same, by listing, as stages that scan other rows see it.
    static let offered: SignalPort = {
        var port = SignalPort()
        port.offer(publishedBy: availability, codes: blocked.codes)
        return port
    }()

    static let tickets: Chunk = {
        var builder = ChunkBuilder(
            .ticket, account: "example", marketplace: "ATVPDKIKX0DER", codes: (0..<12).map { "T-\($0)" }, asOf: asOf)
        builder.set(Tickets.listing, (0..<12).map { $0 == 3 ? nil : "SKU-\($0)" })
        builder.set(Tickets.opened, (0..<12).map { asOf.advanced(bySeconds: -3_600 * Int64($0)) })
        return builder.build()
    }()

    /// Two accounts, one in danger.
    static let accounts = [("calm", 0.001), ("late", 0.012)].map { account, rate in
        var builder = ChunkBuilder(.account, account: account, marketplace: "A1PA6795UKMFR9", codes: [""], asOf: asOf)
        builder.set(AccountMetrics.defects, [rate])
        builder.set(AccountMetrics.review, [asOf.advanced(byDays: 2)])
        return builder.build()
    }

    /// Three years of days: a steady listing, a falling one, and a falling one with a day missing at the end.
    static let years: Chunk = {
        let steady = [Int?](repeating: 4, count: 1_092)
        let falling = [Int?](repeating: 9, count: 728) + [Int?](repeating: 1, count: 364)
        var builder = listings(3)
        builder.set(Sales.units, [steady, falling, falling.dropLast() + [nil]])
        return builder.build()
    }()

    /// 70 listings in two chunks: 40 of them with one code, 12 with another, one with none.
    static let bursts = [0..<35, 35..<70].map { numbers in
        var builder = ChunkBuilder(listings: numbers.map { "SKU-\($0)" }, asOf: asOf)
        for (row, number) in numbers.enumerated() {
            switch number {
            case ..<40: builder.addDetail(of: SuppressedListings.feed, at: row, SuppressedListings.code("90220"))
            case ..<52: builder.addDetail(of: SuppressedListings.feed, at: row, SuppressedListings.code("18027"))
            case 52: builder.addDetail(of: SuppressedListings.feed, at: row)
            default: break
            }
        }
        return builder.build()
    }

    /// Eighty listings of twenty products, the SKUs of some of which stand beside those of others; one event has passed.
    static let products: Chunk = {
        var builder = ChunkBuilder(listings: (0..<80).map { "SKU-\($0)" }, asOf: Instant(seconds: 1_795_190_700))
        builder.setProducts((0..<80).map { $0 % 9 == 0 ? nil : "P-\($0 / 8 * 2 + $0 % 2)" })
        builder.set(Stock.fulfillable, (0..<80).map { $0 / 8 % 3 == 0 ? 0 : $0 % 5 })
        builder.addAccountDetail(
            of: Events.feed, Events.from(Day(epochDays: 20_000)), Events.to(Day(epochDays: 20_001)))
        return builder.build()
    }()
}
