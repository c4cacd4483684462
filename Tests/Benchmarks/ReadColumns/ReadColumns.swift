import FlywheelKit
import Imports

/// Reads four of the columns of a listings file into memory, SKU, ASIN, price and status: what `Scripts/bench read` times.
@main enum ReadColumns {
    private static let key = FeedKey("read-columns/1")
    private static let price = Column<Money>("price", in: key, unit: .money, required: true)
    private static let status = Column<String>("status", in: key, required: true)
    private static let feed = Feed(
        key, title: "four columns", of: .listing, shape: .snapshot, freshForDays: 1, columns: price, status)

    static func main() throws {
        guard CommandLine.arguments.count == 2 else { return print("usage: read-columns FILE") }
        let context = ImportContext(account: "bench", marketplace: "US", kind: feed.title) { _ in nil }
        var parts: [FactRows] = []
        let summary = try FileImporter(feeds: [feed], context: context).open(CommandLine.arguments[1])
            .read { facts, _ in parts.append(facts) }
        let rows = parts.reduce(0) { $0 + $1.codes.count }
        print("\(rows) rows in memory, \(summary.rejected) rejected")
    }
}
