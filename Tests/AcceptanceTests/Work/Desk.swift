import FlywheelKit
import Foundation
import Testing

/// A program whose store holds a seller with a blocked listing, a second one that sells well, and one rotation.
struct Desk {
    static let moment = "2026-11-20T20:00:00Z"
    let program: Program
    private(set) var seller = Seller()

    init() throws {
        program = try Program()
        for (sku, stock) in [("HERO", 900), ("SIDE", 900)] {
            let listing = Seller.Listing(sku: sku, asin: "B0\(sku)", price: "30.00")
            seller.listings.append(listing)
            seller.sell(listing) { _ in 8 }
            seller.stock.append(Seller.Stock(sku: sku, asin: listing.asin, fulfillable: stock))
        }
        seller.issues = [
            Seller.Issue(
                sku: "HERO", asin: "B0HERO", status: "Search suppressed", since: Moments.today.advanced(by: -3),
                attribute: "main_image")
        ]
        try bring(seller, on: "2026-11-20T14:00:00Z")
        #expect(try program.run("rotate").exit == 0)
    }

    /// The one exception of the first rotation.
    let id = "X1"

    /// Imports all reports of a seller as they were true at a moment.
    func bring(_ seller: Seller, on moment: String) throws {
        for report in Report.allCases {
            let name = "\(report.rawValue)-US-\(UUID().uuidString).txt"
            try program.folder.write(report.text(of: seller), to: name)
            let run = try program.run(
                "import", name, "--account", "north", "--marketplace", "US", "--at", moment, "--as-of", moment)
            #expect([0, 3].contains(run.exit), "\(run.errors)")
        }
    }

    /// Runs a command with words after it.
    @discardableResult
    func run(_ words: String, as name: String = "mia", at moment: String = moment, _ more: String...) throws
        -> Program.Outcome
    {
        let arguments = words.split(separator: " ").map(String.init) + more
        return try program.start(arguments + ["--as", name, "--as-of", moment]).finish()
    }

    func show(_ id: String = "X1", at moment: String = moment) throws -> JSON {
        try program.run("show", id, "--format", "json", "--as-of", moment).json
    }

    /// The ids in the queue, from the top.
    func queue(_ flags: String = "", at moment: String = moment) throws -> [String] {
        try run("queue --format json " + flags, at: moment).json["items"].items.compactMap { $0["id"].text }
    }

    /// What an exception's state and handling are, without its history.
    func standing(_ id: String = "X1") throws -> [String?] {
        let shown = try show(id)
        return [
            shown["state"].text, shown["owner"].text, shown["assignedBy"].text, shown["claimedBy"].text,
            shown["snooze"]["until"].text, shown["rootCause"].text,
            shown["stepsDone"].items.map { "\($0.number ?? 0)" }.joined(),
            shown["notes"].items.compactMap { $0["text"].text }.joined(separator: "|"),
        ]
    }

    func events(_ id: String = "X1") throws -> [String] {
        try show(id)["history"].items.compactMap { $0["event"].text }
    }
}
