import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct LinkedExceptionsTests {
    /// Listings of which A and B are one product; blocked since so many days ago by code, seen out of stock at noon.
    private func links(blocked: [(String, Int)], out: [String]) throws -> [LinkedExceptions] {
        let codes = ["A", "B", "C", "D"]
        var issues = Export.blocked(blocked.map { ($0.0, 100) }, at: .noon)
        for (row, issue) in blocked.enumerated() {
            issues.rows[row].cells[SuppressedListings.since.name] = SuppressedListings.since.of(.ago(issue.1)).data
        }
        let stock = Dictionary(uniqueKeysWithValues: codes.map { ($0, out.contains($0) ? 0 : 50 as Int?) })
        let wheel = Wheel(
            store: try store([
                .catalog(codes.map { ($0, $0 < "C" ? "P" : nil, 100) }, at: .noon), issues, .stock(stock, at: .noon),
            ]))
        try wheel.turn()
        return try LinkedExceptions.all(in: wheel.store)
    }

    @Test func whatFollowsOnTheSameProductIsCountedByHand() throws {
        // B runs out today, three days after A was blocked; C after twenty, which is too long; D alone.
        let links = try links(blocked: [("A", 3), ("C", 20)], out: ["B", "C", "D"])
        #expect(links.map(\.from) == ["blocked", "stock"] && links.map(\.to) == ["stock", "blocked"])
        #expect(links[0].exceptions == 3 && links[0].followed == 1 && links[0].preceded == 0)
        #expect(links[0].share == 1.0 / 3)
        #expect(links[1].exceptions == 2 && links[1].followed == 0 && links[1].preceded == 1)
    }

    @Test func problemsOfOtherProductsAreNotLinked() throws {
        #expect(try links(blocked: [("A", 3)], out: ["C"]).isEmpty)
    }

    @Test func nothingStandsNothingIsLinked() throws {
        #expect(try LinkedExceptions.all(in: store([])).isEmpty)
    }
}
