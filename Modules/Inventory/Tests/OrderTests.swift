import FlywheelKit
import Foundation
import Statistics
import Testing

@testable import Inventory

@Suite struct OrderTests {
    private let low = Listing(fulfillable: 40, unitCost: 500)

    private func open(_ units: Int, expected: Int? = 5, ordered: Int = -5, order: String = "PO-1") -> OrderExample {
        OrderExample(order: order, ordered: ordered, expected: expected, units: units)
    }

    private func arrivals(_ listing: Listing, by stage: InventoryStage = stage) -> [Arrival]? {
        find(listing, by: stage)?.evidence.shortage?.arrivals
    }

    @Test func ordersUpToDemandAndSafetyStock() throws {
        let evidence = try #require(find(low)).evidence
        let shortage = try #require(evidence.shortage)
        let order = try #require(shortage.order)
        let resolution = stage.resolve(evidence)
        #expect(shortage.orderUpTo > 42)
        #expect(order.units == shortage.orderUpTo - 40 && order.needed == order.units && order.limit == nil)
        #expect(order.cost == Currency("USD").map { Money(minorUnits: Int64(500 * order.units), $0) })
        #expect(
            resolution.suggestion?.action
                == "Order \(order.units) units for USD \(5 * order.units).00, on 2026-11-23 at the latest")
        #expect(resolution.suggestion?.target?.hasPrefix("\(shortage.orderUpTo) units") == true)
        #expect(resolution.suggestion?.unknowns.contains { $0.contains("lead time") } == true)
        #expect(resolution.playbook?.id == "reorder")
        guard case .act(let remedy) = resolution.action else {
            Issue.record("expected a remedy, found \(resolution.action)")
            return
        }
        #expect(!remedy.isReversible, "an order costs money")
    }

    @Test func roundsToWholeCasesAndToTheLeastQuantity() throws {
        func quantity(least: Int?, pack: Int?) -> OrderQuantity? {
            order(Listing(fulfillable: 40, minimumOrder: least, casePack: pack))
        }
        let plain = try #require(quantity(least: nil, pack: nil)).units
        #expect(plain == 17)
        #expect(quantity(least: nil, pack: 12)?.units == 24)
        #expect(quantity(least: nil, pack: 12)?.limit == nil)
        #expect(quantity(least: 100, pack: 12)?.units == 108)
        #expect(quantity(least: 100, pack: 12)?.limit == .minimumOrder)
        #expect(quantity(least: 10, pack: nil)?.units == 17)
        #expect(quantity(least: -4, pack: 0)?.units == 17, "a list's absurd number is no rule")
    }

    @Test func staysWithinWhatAnOrderMayCostAndTheShelfHold() throws {
        func quantity(least: Int? = nil, pack: Int? = nil, most: Double = 1e6, shelf: Double = 180) -> OrderQuantity? {
            let stage = stageWith {
                $0.mostOrderCost = most
                $0.excessCoverDays = shelf
            }
            return order(Listing(fulfillable: 40, minimumOrder: least, casePack: pack, unitCost: 500), by: stage)
        }
        #expect(quantity(most: 50)?.units == 10)
        let dear = Listing(fulfillable: 40, unitCost: 10_000_000_000)
        #expect(order(dear)?.limit == nil, "nobody set one, and a sum is much in one currency and little in another")
        #expect(order(dear, by: stageWith { $0.mostOrderCost = 999_999_999 })?.limit == .cash)
        #expect(quantity(most: 50)?.limit == .cash)
        #expect(quantity(pack: 4, most: 50)?.units == 8)
        #expect(quantity(least: 12, most: 50)?.limit == .minimumTooLarge)
        #expect(quantity(least: 200, shelf: 60)?.limit == .minimumTooLarge)
        #expect(quantity(least: 60, shelf: 60)?.limit == .minimumOrder)
        #expect(quantity(pack: 100, shelf: 60)?.limit == .minimumTooLarge)
        let costly = stageWith { $0.mostOrderCost = 50 }
        let evidence = try #require(find(Listing(fulfillable: 40, minimumOrder: 12, unitCost: 500), by: costly))
            .evidence
        guard case .ask(let why) = costly.resolve(evidence).action else {
            Issue.record("a quantity that breaks the limits is for a person to decide")
            return
        }
        #expect(why.contains("least quantity"))
    }

    @Test func countsAnOpenOrderByTheDayItIsExpected() {
        var listing = low
        listing.orders = [open(500, expected: 5)]
        #expect(find(listing) == nil)
        listing.fulfillable = 6
        #expect(arrivals(listing) == [Arrival(500, on: 5)])
        listing.orders = [open(500, expected: nil)]
        #expect(arrivals(listing) == [Arrival(500, on: 9)], "without a day it takes the lead time")
    }

    @Test func countsUnitsThatTheWarehouseReportsAsWellOnce() throws {
        var listing = Listing(fulfillable: 4, receiving: 20, shipped: 30)
        listing.orders = [open(40, expected: 8), open(60, expected: 20, order: "PO-2")]
        let shortage = try #require(find(listing)?.evidence.shortage)
        // Of the 50 that the warehouse holds or awaits 40 are the first order; the second cannot have been shipped yet.
        #expect(shortage.onOrder == 60)
        #expect(shortage.arrivals == [Arrival(20, on: 3), Arrival(30, on: 10), Arrival(60, on: 20)])
        listing.orders = [open(70, expected: 8)]
        #expect(find(listing)?.evidence.shortage?.onOrder == 20, "the larger of the two figures")
        listing.orders = [open(40)]
        #expect(find(listing)?.evidence.shortage?.onOrder == 0)
        #expect(find(listing)?.evidence.shortage?.arrivals.reduce(0) { $0 + $1.units } == 50)
    }

    @Test func forgetsWhatCameAndWhatIsTooLate() throws {
        var listing = Listing(fulfillable: 4)
        listing.orders = [
            OrderExample(order: "A", ordered: -30, expected: -9, received: -8, units: 90),
            OrderExample(order: "B", ordered: -30, expected: 6, units: 90, unitsReceived: 80),
            OrderExample(order: "C", ordered: -200, expected: -90, units: 70),
            OrderExample(order: "D", ordered: -30, expected: 5, units: 90, unitsReceived: 95),
            OrderExample(order: "E", ordered: -10, received: 4, units: 7),
        ]
        let evidence = try #require(find(listing)).evidence
        #expect(evidence.shortage?.arrivals == [Arrival(7, on: 4), Arrival(10, on: 6)])
        #expect(evidence.shortage?.overdue == 70)
        #expect(stage.resolve(evidence).suggestion?.unknowns.contains { $0.contains("70 ordered units") } == true)
    }

    /// A receipt with its day and fewer units than were ordered is a part of them, until it is too late for the rest.
    @Test func awaitsTheRestOfAnOrderThatCameInPart() throws {
        var listing = Listing(fulfillable: 10, leadTime: 14)
        listing.orders = [OrderExample(ordered: -30, expected: -4, received: -4, units: 60, unitsReceived: 20)]
        #expect(arrivals(listing) == [Arrival(40, on: 4)])
        #expect(order(listing) == nil)
        listing.orders = [OrderExample(ordered: -200, expected: -90, received: -90, units: 60, unitsReceived: 20)]
        let late = try #require(find(listing)?.evidence.shortage)
        #expect(late.arrivals.isEmpty && late.overdue == nil && late.order != nil)
    }

    @Test func expectsALateOrderAsManyDaysAgainAsItIsLate() {
        var listing = Listing(fulfillable: 4)
        listing.orders = [open(30, expected: -6, ordered: -40)]
        #expect(arrivals(listing) == [Arrival(30, on: 6)])
        listing.orders = [open(30, expected: 0, ordered: -40)]
        #expect(arrivals(listing) == [Arrival(30, on: 1)])
    }

    @Test func movesTheExpectedDayByWhatOrdersAreLateBy() {
        var model = DeliveryModel()
        model.all = Deliveries(
            orders: 20, mean: 20, deviation: 4, early: 15, late: 26,
            lateness: Lateness(early: -1, median: 2, late: 9, deviation: 4))
        let learned = stageWith(model: model)
        var listing = Listing(fulfillable: 4)
        listing.orders = [open(30, expected: 5)]
        #expect(arrivals(listing, by: learned) == [Arrival(30, on: 7, early: 4, late: 14)])
        listing.orders = [open(30, expected: -4)]
        #expect(arrivals(listing, by: learned) == [Arrival(30, on: 3, early: 1, late: 5)])
        listing.orders = [open(30, expected: -30, ordered: -50)]
        #expect(arrivals(listing, by: learned) == [Arrival(30, on: 28)])
    }

    /// Whatever the listing, an order placed as proposed and entered as open is not proposed again, however many files name
    /// it: not on the same day, and not on the days after while it is expected in time.
    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func neverProposesAnOrderAgainThatIsOpen(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var proposals = 0
        for _ in 0..<30 {
            var listing = Listing.random(using: &random)
            if random.uniform() < 0.5 { listing.casePack = 1 + Int(30 * random.uniform()) }
            if random.uniform() < 0.5 { listing.minimumOrder = Int(200 * random.uniform()) }
            guard let proposed = order(listing), proposed.limit != .minimumTooLarge, proposed.limit != .cash else {
                continue
            }
            proposals += 1
            listing.orders = [OrderExample(ordered: 0, expected: 14, units: proposed.units)]
            #expect(order(listing) == nil, "\(listing)")
            var stated = listing
            stated.leadTime = 14
            #expect(order(stated) == nil, "\(listing)")
            // The warehouse announces the same units; they are the same units.
            listing.working = (listing.working ?? 0) + proposed.units
            #expect(order(listing) == nil, "\(listing)")
        }
        #expect(proposals > 0)
    }

    /// The order that is open was enough when it was placed; what was sold since makes no second one of a few units.
    @Test func topsUpNoOrderThatStillCovers() throws {
        var listing = Listing(fulfillable: 6)
        listing.orders = [open(36, expected: 9)]
        let evidence = try #require(find(listing)).evidence
        #expect(evidence.shortage.map { $0.orderUpTo > 6 + 36 } == true)
        #expect(evidence.shortage?.order == nil && evidence.actBy == nil)
        #expect(stage.resolve(evidence).suggestion?.action.hasPrefix("Hurry the units on their way") == true)
        listing.orders = [open(24, expected: 9)]
        #expect(order(listing) != nil, "two dozen are too few")
    }

    /// What nobody can sell any more before an order arrives needs no units: nobody comes back for it.
    @Test(arguments: [0, 10, 40]) func ordersNothingForWhatIsLostBeforeItArrives(fulfillable: Int) throws {
        let evidence = try #require(find(Listing(fulfillable: fulfillable))).evidence
        let shortage = try #require(evidence.shortage)
        let lost = try #require(ShortageClaim(evidence, knobs: InventoryKnobs())).shortUnits(0..<14)
        #expect([0: 28, 10: 18, 40: 0][fulfillable].map { abs(lost - $0) < 1 } == true)
        #expect(shortage.orderUpTo == 57 - Int(lost), "57 serve lead time and review where nothing is lost")
        #expect(shortage.order?.units == shortage.orderUpTo - fulfillable)
    }

    /// A forecast that a person made is said beside what rests on it.
    @Test(arguments: [(0, nil), (1, "1 day"), (30, "30 days")] as [(Int32, String?)])
    func namesAPersonsForecast(days: Int32, words: String?) throws {
        var listing = Listing(fulfillable: 10)
        listing.forecast = DemandForecast(
            dailyByWeek: SIMD16(repeating: 3), dispersion: 1, relativeError: 0.1, daysUsed: 90, daysLeftOut: 0,
            daysStated: days)
        let evidence = try #require(find(listing)).evidence
        let expected = words.map { ["demand stated by a person for \($0)"] } ?? []
        #expect(stage.resolve(evidence).suggestion?.because == expected)
        let bytes = try JSONEncoder().encode(evidence)
        #expect(String(decoding: bytes, as: UTF8.self).contains("daysStated") == (words != nil))
        #expect(try JSONDecoder().decode(InventoryEvidence.self, from: bytes) == evidence)
    }

    /// What comes weeks after an order placed today would is no reason to wait for it.
    @Test(arguments: [21, 60, 300]) func ordersWhatIsNeededBeforeALaterOrderComes(day: Int) throws {
        var listing = Listing(fulfillable: 6, leadTime: 14)
        let alone = try #require(find(listing)?.evidence)
        listing.orders = [open(500, expected: day)]
        let evidence = try #require(find(listing)).evidence
        #expect(evidence.shortage?.order == alone.shortage?.order && alone.shortage?.order != nil)
        #expect(evidence.actBy == alone.actBy && evidence.coverDays == alone.coverDays)
        let suggestion = try #require(stage.resolve(evidence).suggestion)
        #expect(suggestion.action.hasPrefix("Order "))
        #expect(
            suggestion.unknowns.contains(
                "whether 500 ordered units come sooner: they are expected too late to count here"))
        listing.orders = [open(500, expected: 20)]
        #expect(order(listing) == nil, "within lead time and review")
    }

    /// Whose supplier nobody knows, what he said of the open order says more of him than a default or other suppliers.
    @Test func waitsForALaterOrderOfASupplierOfWhomNothingElseIsKnown() throws {
        var listing = Listing(fulfillable: 6)
        listing.orders = [open(500, expected: 60)]
        let evidence = try #require(find(listing)).evidence
        #expect(evidence.shortage?.order == nil)
        let target = try #require(stage.resolve(evidence).suggestion?.target)
        #expect(target.contains("about 114 units of demand will be lost before the first units on their way arrive"))
    }

    @Test func countsWhatIsAnnouncedBeforeProposingAnOrder() throws {
        func action(_ listing: Listing) throws -> String? {
            stage.resolve(try #require(find(listing)).evidence).suggestion?.action
        }
        #expect(try action(Listing(fulfillable: 0, working: 90)) == "Ship the 90 units announced to the warehouse now")
        let ahead = try #require(find(Listing(fulfillable: 40, working: 90))).evidence
        #expect(ahead.actBy == today.advanced(by: 7), "four days later than an order: shipped units take ten")
        #expect(stage.exposure(of: ahead).deadline == ahead.actBy.flatMap { Instant("\($0)T23:59:59Z") })
        #expect(try action(Listing(fulfillable: 40, working: 90))?.hasSuffix(", on 2026-11-27 at the latest") == true)
        #expect(
            try action(Listing(fulfillable: 0, working: 20))?.hasPrefix("Ship the 20 units announced and order ")
                == true)
        #expect(try action(Listing(fulfillable: 4, shipped: 500))?.hasPrefix("Hurry the units on their way") == true)
        #expect(try action(Listing(fulfillable: 0))?.hasSuffix(" units now") == true)
    }

    @Test func countsUnitsBetweenWarehousesAsSoonToBeSold() {
        #expect(arrivals(Listing(fulfillable: 4, receiving: 2, inTransfer: 5)) == [Arrival(7, on: 3)])
    }
}
