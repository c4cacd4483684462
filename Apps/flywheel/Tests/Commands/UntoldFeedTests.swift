import Testing

@testable import flywheel

/// Channels on which nothing says what is suppressed.
@Suite struct UntoldFeedTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private func run(_ arguments: String...) -> String {
        let run = desk.run(arguments)
        #expect(run.exit == .done, "\(run.output)\(run.errors)")
        return run.output
    }

    /// Brings eBay's active listings of a day, and what sold until then.
    private func take(day: Int, _ lines: [String]) throws -> String {
        let heading =
            "Item number,Title,Variation details,Custom label (SKU),Available quantity,Format,Currency,Start price,"
            + "Current price,Sold quantity,Start date\n"
        let list = try desk.write(heading + lines.joined(), to: "ebay_active_\(day).csv")
        let sold = (1..<day).map { "2026-11-\($0 < 10 ? "0" : "")\($0),A,2\n2026-11-\($0 < 10 ? "0" : "")\($0),B,1\n" }
        let sales = try desk.write("day,sku,units\n" + sold.joined(), to: "daily_sales_\(day).csv")
        let at = "2026-11-\(day)T08:00:00Z"
        _ = run("import", list, "--account", "w", "--currency", "USD", "--at", at)
        _ = run("import", sales, "--account", "w", "--marketplace", "ebay", "--at", at)
        _ = run("rotate", "--as-of", at)
        return run("queue", "--format", "table")
    }

    @Test func aListingThatIsGoneOpensARowAndNothingIsCalledMissing() throws {
        let (one, other) = (
            "501,Pan,,A,40,FIXED_PRICE,USD,20.00,20.00,2,Nov-01-26 00:00:00 PST\n",
            "502,Pot,,B,40,FIXED_PRICE,USD,20.00,20.00,2,Nov-01-26 00:00:00 PST\n"
        )
        let before = try take(day: 18, [one, other])
        #expect(!before.contains("suppressed listings"), "\(before)")
        let gone = try take(day: 19, [other])
        #expect(gone.contains("listing gone, units left"), "\(gone)")
        let back = try take(day: 20, [one, other])
        #expect(!back.contains("listing gone"), "\(back)")
        #expect(!run("imports").contains("suppressed listings"))
    }
}
