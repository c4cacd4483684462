import Calendars
public import FlywheelKit
public import FlywheelStore

extension ExchangeRates {
    /// The rates that a rotation of a moment converts by.
    public init(in store: any Store, asOf: Instant) throws(StoreError) {
        self = try RateReader(store: store, ledger: FeedLedger(try store.imports(), asOf: asOf)).rates()
    }
}

/// Reads the exchange rates that were known, whichever file they came in.
struct RateReader {
    let store: any FactStore
    let ledger: FeedLedger

    /// All of them, of several for a day the newest file's, whoever brought it.
    func rates() throws(StoreError) -> ExchangeRates {
        let sources = ledger.sourcesForAll(of: Rates.feed).map(\.id)
        guard !sources.isEmpty else { return .none }
        var bySource: [ImportID: [ExchangeRate]] = [:]
        for place in try store.chunks(of: .account) {
            let blocks = try store.facts(
                in: place, feed: Rates.feed.key, columns: Rates.feed.columns.map(\.name), from: sources)
            for block in blocks { bySource[block.source, default: []] += Self.rates(in: block) }
        }
        return ExchangeRates(sources.flatMap { bySource[$0] ?? [] })
    }

    private static func rates(in block: FactBlock) -> [ExchangeRate] {
        func values<Value>(_ column: Column<Value>) -> Values<Value> {
            block.columns[column.name].flatMap(Value.values(of:)) ?? Values(unknown: block.rows.count)
        }
        let (days, bases, quotes) = (values(Rates.day), values(Rates.base), values(Rates.quote))
        let (numbers, sources) = (values(Rates.rate), values(Rates.source))
        return block.rows.indices.compactMap { row in
            guard let day = days[row], let base = bases[row].flatMap({ Currency($0) }),
                let quote = quotes[row].flatMap({ Currency($0) }), let rate = numbers[row]
            else { return nil }
            return ExchangeRate(base: base, quote: quote, day: day, rate: rate, source: sources[row] ?? "")
        }
    }
}
