import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Foundation
import Statistics
import Testing

/// Limits, which hold at approval and once more at writing.
extension ProposalTests {
    @Test(
        "Limits hold at approval, by the costs known then",
        arguments: [
            ("sku,floor,currency\nDEAR,36.01,USD\n", "below-floor"),
            ("sku,unit cost,fees,currency\nDEAR,30.00,6.01,USD\n", "below-floor"),
            ("sku,floor,unit cost,currency\nDEAR,1.00,36.01,USD\n", "below-floor"),
            ("sku,floor,ceiling,currency\nDEAR,1.00,29.99,EUR\n", "above-ceiling"),
            ("sku,floor,currency\nDEAR,1.00,CHF\n", "limit-foreign"),
            ("sku,ceiling,currency\nDEAR,99.00,USD\n", "floor-unknown"), ("", "floor-unknown"),
        ])
    func limits(costs: String, code: String) throws {
        let house = try Self.opened(live: true, costs: costs.isEmpty ? nil : costs)
        try house.bring("date,base,quote,rate\n\(Self.morning.utcDay),EUR,USD,1.20\n", as: "rates")
        let dear = try Self.change(house, of: "DEAR")
        do {
            try Self.desk(house).approve(dear.id)
            Issue.record("approved against \(costs)")
        } catch {
            switch (error, code) {
            case (.belowFloor(dear.id, _, _), "below-floor"), (.aboveCeiling(dear.id, _, _), "above-ceiling"),
                (.limitForeign(dear.id, _, _), "limit-foreign"), (.floorUnknown(dear.id), "floor-unknown"):
                break
            default: Issue.record("expected \(code), found \(error)")
            }
        }
        #expect(try Self.change(house, of: "DEAR") == dear)
    }

    @Test("What a buyer is taken off counts against the cost")
    func discount() throws {
        let house = try Self.opened(live: true, costs: "sku,unit cost,fees,currency\nDEAR,28.00,4.00,USD\n")
        let dear = try Self.change(house, of: "DEAR")
        try house.bring("sku,our price,coupon,currency\nDEAR,40.00,4.01,USD\n", as: "offers")
        do {
            try Self.desk(house).approve(dear.id)
            Issue.record("approved 36.00, of which 31.99 are paid for what costs 32.00")
        } catch {
            guard case .belowFloor(dear.id, _, let floor) = error else { throw error }
            #expect(floor.minorUnits == 36_01)
        }
    }

    @Test("Limits hold once more at writing: the floor rose, the price moved, the problem ended")
    func limitsAtWriting() throws {
        func refusal(_ disturb: (House, Instant) throws -> Void) throws -> ChangeError? {
            let house = try Self.opened(live: true)
            let dear = try Self.change(house, of: "DEAR")
            try Self.desk(house).approve(dear.id)
            let later = Self.morning.advanced(bySeconds: 3_600)
            try disturb(house, later)
            return try Self.desk(house, at: later.advanced(bySeconds: 60)).ready(isTrial: false).refused.first?.why
        }
        let floor = try refusal { house, at in
            try house.bring(Self.costs.replacing("30.00", with: "37.00"), as: "costs", at: at)
        }
        guard case .belowFloor(_, _, let least) = floor else { throw Unexpected(error: floor) }
        #expect(least.minorUnits == 37_00)
        let moved = try refusal { house, at in try house.bring(Self.seller(dear: "41.00"), [.listings], at: at) }
        guard case .priceMoved(_, let found, _) = moved else { throw Unexpected(error: moved) }
        #expect(found?.minorUnits == 41_00)
        let ended = try refusal { house, at in
            let exception = try Self.change(house, of: "DEAR").exception
            try house.person("mia", now: at).close(exception, rootCause: "other")
        }
        guard case .exceptionEnded(_, _, .verifying) = ended else { throw Unexpected(error: ended) }
        let switched = try refusal { _, _ in }
        #expect(switched == nil)
    }

    private struct Unexpected: Error {
        let error: ChangeError?
    }

    @Test("A stale price is no price, and what test mode approved is never written")
    func staleAndSwitched() throws {
        let store = try SQLiteStore.inMemory()
        let tested = try Self.opened(live: false, store: store)
        let dear = try Self.change(tested, of: "DEAR")
        try Self.desk(tested).approve(dear.id)
        let live = try House(Self.stages, store: store) { $0.rotation.changes.liveAccounts = ["acme"] }
        #expect(try Self.desk(live).ready(isTrial: false).refused.map(\.why) == [.approvedInTestMode(dear.id)])
        #expect(try Self.desk(live).approve(dear.id).mode == .live)
        #expect(try Self.desk(live).ready(isTrial: false).ready.map(\.record.id) == [dear.id])
        let late = Self.desk(live, at: Self.morning.advanced(byDays: 3))
        let dollar = try #require(Currency("USD"))
        #expect(
            try late.ready(isTrial: false).refused.map(\.why) == [
                .priceMoved(dear.id, found: nil, expected: Money(minorUnits: 40_00, dollar))
            ])
    }

    @Test("No listing's price is written more often in a day than allowed, whatever was written before")
    func moves() throws {
        let house = try Self.opened(live: true, pricesPerDay: 2)
        var now = Self.morning
        var written: [ChangeID] = []
        for price in ["40.00", "41.00", "42.00"] {
            now = now.advanced(bySeconds: 3_600)
            try house.bring(Self.seller(dear: price), [.listings], at: now)
            now = now.advanced(bySeconds: 60)
            try house.rotate(now)
            let change = try Self.change(house, of: "DEAR")
            guard written.count < 2 else {
                #expect(throws: ChangeError.movesSpent(change.id, of: 2)) {
                    try Self.desk(house, at: now).approve(change.id)
                }
                let tomorrow = now.advanced(byDays: 1)
                try house.bring(Self.seller(dear: price), [.listings], at: tomorrow)
                #expect(try Self.desk(house, at: tomorrow).approve(change.id).state == .approved)
                return
            }
            try Self.desk(house, at: now).approve(change.id)
            #expect(try Self.write(house, at: now).count == 1)
            written.append(change.id)
        }
    }
}
