import FlywheelKit
import Foundation
import Testing

/// Plain CSV of a few listings, as somebody without a marketplace's reports keeps it, imported morning after morning.
struct DailyReports {
    /// The first morning: Friday 20 November 2026.
    static let firstMorning = "2026-11-20"

    let program: Program

    init() throws { program = try Program() }

    /// Brings files that were true in the evening of a day, looks, and returns the queue.
    ///
    /// - Parameters:
    ///   - day: "2026-11-20".
    ///   - files: Their text by name.
    func queue(on day: String, after files: [String: String]) throws -> [JSON] {
        let moment = ["--as-of", "\(day)T20:00:00Z"]
        for (name, text) in files.sorted(by: { $0.key < $1.key }) {
            try program.folder.write(text, to: name)
            let flags = ["--account", "acme", "--marketplace", "US", "--at", "\(day)T20:00:00Z"]
            let run = try program.start(["import", name] + flags + moment).finish()
            guard run.exit == 0 else { throw Refused(file: name, why: run.output + run.errors) }
        }
        _ = try program.start(["rotate"] + moment).finish()
        return try program.start(["queue", "--limit", "500", "--format", "json"] + moment).finish().json["items"].items
    }

    /// What is shown of one exception on a day.
    func show(_ id: String, on day: String) throws -> JSON {
        try program.run("show", id, "--format", "json", "--as-of", "\(day)T20:00:00Z").json
    }

    struct Refused: Error {
        let file: String
        let why: String
    }

    // MARK: Files

    /// Listings the marketplace ships, or the merchant where `units` says how many are left.
    static func listings(_ skus: String..., units: Int? = nil) -> String {
        let last = units.map { "\($0),DEFAULT" } ?? ",AMAZON_NA"
        return "sku,title,price,status,quantity,fulfillment-channel\n"
            + skus.map { "\($0),Item \($0),20.00,Active,\(last)\n" }.joined()
    }

    static func stock(_ sku: String, _ units: Int) -> String { "sku,fulfillable\n\(sku),\(units)\n" }

    /// Sales of one listing on the days before a day, the last of them yesterday.
    static func sales(_ sku: String, before day: String, _ units: [Int]) throws -> String {
        let today = try #require(Day(day))
        let rows = units.enumerated().map { index, count in
            "\(today.advanced(by: index - units.count)),\(sku),\(count)\n"
        }
        return "day,sku,units\n" + rows.joined()
    }
}
