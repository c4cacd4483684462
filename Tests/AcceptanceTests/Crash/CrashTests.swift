import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Foundation
import Testing

/// The program is killed in the middle of its work, again and again; nothing is lost and nothing is there twice.
///
/// `FLYWHEEL_KILLS` says how often, in the default run 50 times; `FLYWHEEL_SEED` says when.
@Suite("Crash") struct CrashTests {
    static let kills = number("FLYWHEEL_KILLS") ?? 50
    static let seed = number("FLYWHEEL_SEED").map(UInt64.init) ?? 2_026

    private static func number(_ variable: String) -> Int? {
        ProcessInfo.processInfo.environment[variable].flatMap { Int($0) }
    }

    @Test("Kills during import and rotation leave what no kill would have left", arguments: [seed])
    func kills(seed: UInt64) throws {
        let files = Self.files()
        let whole = try Program()
        for (name, text) in files { try whole.folder.write(text, to: "exports/\(name)") }
        let importTakes = try Self.seconds(of: whole, "import", "exports")
        let rotationTakes = try Self.seconds(of: whole, "rotate")

        var random = Random(seed)
        let killed = try Program()
        for (name, text) in files { try killed.folder.write(text, to: "exports/\(name)") }
        var landed = 0
        for number in 0..<Self.kills {
            let isImport = number < Self.kills / 2
            // Every look is later than the one before, so that each has something to publish.
            let look = "\(Moments.looked.advanced(bySeconds: 4 * 3_600 + Int64(number)))"
            let run = try killed.start(isImport ? ["import", "exports"] : ["rotate", "--as-of", look])
            // Imports that were finished before a kill stay, so all of them are given less than they take; of the
            // rotations some come to their end, so that others are killed with a queue published before them.
            let most = isImport ? importTakes / 3 : rotationTakes * 3 / 2
            usleep(UInt32(1_000_000 * most * random.share()))
            kill(run.process.processIdentifier, SIGKILL)
            _ = try run.finish()
            landed += run.process.terminationReason == .uncaughtSignal ? 1 : 0
            if FileManager.default.fileExists(atPath: killed.store) {
                #expect(try killed.run("journal", "verify").exit == 0, "after kill \(number)")
            }
            if number == Self.kills / 2 - 1 { #expect(try killed.run("import", "exports").exit == 0) }
        }
        #expect(landed > Self.kills / 3)
        let again = try killed.run("import", "exports", "--format", "json")
        #expect(try again.json["files"].items.allSatisfy { $0["result"].text == "same" })
        for program in [killed, whole] {
            #expect(try program.run("rotate", "--as-of", "2026-11-20T21:00:00Z").exit == 0)
            #expect(try program.run("journal", "verify").exit == 0)
        }

        let (one, other) = (try Kept(killed.store), try Kept(whole.store))
        #expect(one.rows == other.rows)
        #expect(one.facts == other.facts)
        #expect(one.queue == other.queue)
        #expect(one.queue.count > 1_000)
        #expect(one.exceptions == other.exceptions)
        #expect(Set(one.exceptions).count == one.exceptions.count)
    }

    /// What a store holds, without the numbers that it gave.
    private struct Kept {
        /// Rows by file, as the import counted them.
        var rows: [String: Int] = [:]
        /// Rows by file, as they are there.
        var facts: [String: Int] = [:]
        /// Fingerprints with lane, place and amount.
        var queue: [String] = []
        var exceptions: [String] = []

        init(_ path: String) throws {
            let store = try SQLiteStore(path: path)
            let imports = try store.imports()
            let files = Dictionary(uniqueKeysWithValues: imports.map { ($0.id, $0.draft) })
            for record in imports { rows[record.draft.fileName, default: 0] += record.summary.kept }
            let feeds = [Catalog.feed, SuppressedListings.feed, Stock.feed, Orders.feed]
            for place in try store.chunks(of: .listing) {
                for feed in feeds {
                    let blocks = try store.facts(
                        in: place, feed: feed.key, columns: [feed.columns[0].name], from: imports.map(\.id))
                    for block in blocks { facts[files[block.source]?.fileName ?? "?", default: 0] += block.rows.count }
                }
            }
            for lane in QueueRow.Lane.allCases {
                queue += try store.queue(lane, after: 0, limit: 100_000).map {
                    "\($0.exception.fingerprint.text) \(lane) \($0.row.position) \($0.row.atRisk ?? -1)"
                }
            }
            exceptions = try store.unfinishedExceptions().map(\.fingerprint.text).sorted()
        }
    }

    /// How long a command takes that nobody kills.
    private static func seconds(of program: Program, _ arguments: String...) throws -> Double {
        let start = ContinuousClock.now
        let outcome = try program.start(arguments).finish()
        #expect(outcome.exit == 0)
        return (ContinuousClock.now - start) / .seconds(1)
    }

    /// The exports of 1,500 suppressed listings, with the orders of each of five days in a file of its own.
    private static func files() -> [(name: String, text: String)] {
        var seller = Seller()
        for number in 0..<1_500 {
            let listing = Seller.Listing(
                sku: "SKU-\(number)", asin: "B0\(10_000_000 + number)", price: "\(number % 90 + 5).\(10 + number % 80)")
            seller.listings.append(listing)
            seller.issues.append(
                Seller.Issue(
                    sku: listing.sku, asin: listing.asin, status: Seller.statuses[number % 4],
                    since: Moments.today.advanced(by: -1), attribute: "brand"))
            seller.stock.append(
                Seller.Stock(sku: listing.sku, asin: listing.asin, fulfillable: number % 7 == 0 ? 0 : 9_000))
            seller.sell(listing, days: 6) { _ in number % 5 + 1 }
        }
        let byDay = Dictionary(grouping: seller.orders) { $0.placed.utcDay }.sorted { $0.key < $1.key }
        let orders = byDay.map { day, orders in
            var one = seller
            one.orders = orders
            return ("orders-US-\(day).txt", Report.orders.text(of: one))
        }
        return orders
            + [Report.listings, .suppressed, .fba].map { ("\($0.rawValue)-US-2026-11-20.txt", $0.text(of: seller)) }
    }
}
