import ExampleSeller
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Imports
import Testing

/// What the workflows do for each other on the example seller's facts, and how their business stands.
@Suite("Links between workflows") struct ExampleLinkTests {
    private static func morning() throws -> (house: House, seller: ExampleSeller, now: Instant) {
        let seller = ExampleSeller(seed: 7, .weeks(3))
        let house = try House()
        try seller.forEachFile { try house.folder.write($0.bytes, to: $0.path) }
        var now = Moments.instant(seller.asOf, hour: 18)
        let zones = ZoneFiles()
        for day in seller.exportDays {
            now = Moments.instant(day, hour: 18)
            _ = try house.host.importFiles(
                ["\(house.folder.path)/\(day)"], context: ImportContext(account: "acme") { zones.zone($0) },
                actor: Actor(.person, "ann"), now: now)
            try house.rotate(now)
        }
        return (house, seller, now)
    }

    @Test("Cutting one signal between two workflows lowers that link and no other")
    func cuts() throws {
        let (house, _, now) = try Self.morning()
        let probe = house.host.linkProbe
        let whole = try probe.measure(asOf: now)
        #expect(
            whole.map { "\($0.from) to \($0.to)" } == [
                "suppressions to forecasting", "suppressions to inventory", "forecasting to inventory",
                "inventory to pricing", "forecasting to pricing",
            ])
        for link in whole {
            #expect(link.read > 0 && link.read <= link.rows, "\(link)")
            let cut = try probe.measure(asOf: now, cutting: [SignalCut(link.signal, to: link.to)])
            for (before, after) in zip(whole, cut) {
                if before == link {
                    #expect(after.read == 0 && after.gone + after.different + after.new + after.moved == 0, "\(after)")
                } else {
                    #expect(after.read == before.read && after.rows == before.rows, "\(after), before \(before)")
                }
            }
        }
        #expect(whole.contains { $0.gone + $0.different + $0.new > 0 } && whole.allSatisfy { $0.ranked > 0 })
        let queue = try house.queue()
        #expect(try probe.measure(asOf: now) == whole)
        #expect(try house.queue() == queue)
    }

    @Test("A turn keeps how the business stood, and unknown stays unknown")
    func business() throws {
        let (house, seller, now) = try Self.morning()
        let record = try #require(try house.host.store.currentRotation())
        let business = try #require(try CanonicalJSON.value(RotationSummary.self, from: record.summary).business)
        #expect(record.asOf == now)
        #expect(business.freshFeeds <= business.feeds && business.missingFeeds <= business.feeds - business.freshFeeds)
        #expect(business.listings >= seller.truth.count)
        #expect(business.watched > 0 && business.watched <= business.listings)
        #expect(business.heroes > 0 && business.stockKnown > 0 && business.stockedOut > 0)
        #expect((business.weekRevenue ?? 0) > 0 && (business.weekUnits ?? 0) > 0)
        // Nobody brought a file of people.
        #expect(business.staff == nil && business.staffHours == nil)
    }
}
