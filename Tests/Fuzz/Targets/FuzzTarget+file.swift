import Calendars
import FlywheelKit
import Foundation
import Imports

extension FuzzTarget {
    /// A whole file, from its bytes to columns of facts: every column as long as there are rows, every row counted.
    static let file = FuzzTarget("file") { bytes in
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("fuzz-\(UUID().uuidString).txt")
        try Data(bytes).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        do {
            let file = try importer.open(path.path)
            var (kept, rejected) = (0, 0)
            let summary = try file.read(rejectsAtOnce: 3) { facts, rejects in
                kept += facts.codes.count
                rejected += rejects.count
                for (name, column) in facts.columns {
                    try hold(column.count == facts.codes.count, "\(name): \(column.count) of \(facts.codes.count)")
                }
            }
            try hold(
                (summary.kept, summary.rejected) == (kept, rejected),
                "expected \(kept) kept and \(rejected) rejected, found \(summary.kept) and \(summary.rejected)")
        } catch let error as ImportError {
            try hold(!error.description.isEmpty, "expected a reason")
        }
    }

    private static let feeds = [
        Catalog.feed, Stock.feed, Orders.feed, DailySales.feed, SuppressedListings.feed, Rates.feed,
    ]
    private static let importer = FileImporter(
        feeds: feeds, context: ImportContext(account: "acme", marketplace: "US") { _ in .utc },
        limits: ReadLimits(bytes: 1 << 20, ratio: 50, ratioGrace: 1 << 12, rowBytes: 1 << 16, quotedCellBytes: 1 << 12))
}
