import Calendars
import FlywheelKit
import FlywheelStore
import RevenueAtRisk

/// Reads the exchange rates that were known, whichever file they came in.
struct RateReader {
    let store: any FactStore
    let ledger: FeedLedger

    /// - Parameter currency: what is crossed through where no rate says better.
    func rates(otherwiseThrough currency: Currency) throws(StoreError) -> ExchangeRates {
        let sources = ledger.sourcesForAll(of: Rates.feed).map(\.id)
        guard !sources.isEmpty else { return ExchangeRates([], pivot: currency) }
        var bySource: [ImportID: [ExchangeRate]] = [:]
        for place in try store.chunks(of: .account) {
            let blocks = try store.facts(
                in: place, feed: Rates.feed.key, columns: Rates.feed.columns.map(\.name), from: sources)
            for block in blocks { bySource[block.source, default: []] += Self.rates(in: block) }
        }
        // Of several rates for a day the newest file's is used, whoever brought it.
        let rates = sources.flatMap { bySource[$0] ?? [] }
        return ExchangeRates(rates, pivot: Self.commonest(in: rates) ?? currency)
    }

    /// The currency that most rates name, as a central bank's name its own; the first by its letters of several.
    private static func commonest(in rates: [ExchangeRate]) -> Currency? {
        let counts = Dictionary(rates.flatMap { [($0.base, 1), ($0.quote, 1)] }, uniquingKeysWith: +)
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
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
