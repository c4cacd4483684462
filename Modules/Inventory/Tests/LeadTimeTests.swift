import FlywheelKit
import Foundation
import Statistics
import Testing

@testable import Inventory

@Suite struct LeadTimeTests {
    /// Orders of one supplier that each took so many days, expected after 20.
    private func listing(_ supplier: String?, took days: [Int], open: [Int] = []) -> Listing {
        var listing = Listing(fulfillable: 0, supplier: supplier)
        let received = days.enumerated().map { index, days in
            OrderExample(order: "\(supplier ?? "")-\(index)", ordered: -days - 1, expected: 19 - days, received: -1)
        }
        let waiting = open.enumerated().map { index, age in
            OrderExample(order: "\(supplier ?? "")-open-\(index)", ordered: -age, expected: 20 - age)
        }
        listing.orders = received + waiting
        return listing
    }

    private func model(_ listings: [Listing]) -> DeliveryModel {
        var survey = OrderSurvey()
        InventoryStage.survey(example(listings).chunk, into: &survey)
        return InventoryStage.fit(survey, after: DeliveryModel())
    }

    @Test func learnsTheDaysOfEachSupplierAndOfAll() throws {
        let model = model([
            listing("Acme", took: [10, 12, 14, 10, 12, 14, 12, 12]), listing("Slow", took: [40, 60, 50]),
            listing(nil, took: [30]),
        ])
        let acme = try #require(model.suppliers["acme"])
        #expect(acme.orders == 8 && acme.mean == 12 && acme.early == 10 && acme.late == 14)
        #expect(acme.deviation == 1.5)
        #expect(acme.lateness == Lateness(early: -10, median: -8, late: -6, deviation: 1.5))
        #expect(model.suppliers["slow"] == nil, "three orders are too few")
        #expect(try #require(model.all).orders == 12)
    }

    @Test func believesASupplierBeforeTheListAndTheListBeforeAllSuppliers() throws {
        let learned = stageWith(
            model: model([
                listing("Acme", took: [10, 12, 14, 10, 12, 14, 12, 12]), listing("Slow", took: [40, 60, 50]),
            ]))
        func leadTime(_ supplier: String?, stated: Double?, by stage: InventoryStage = learned) throws -> LeadTime {
            try #require(
                find(Listing(fulfillable: 0, leadTime: stated, supplier: supplier), by: stage)?.evidence.shortage
            ).leadTime
        }
        #expect(try leadTime("ACME", stated: 30).basis == .supplier)
        #expect(try leadTime("ACME", stated: 30).days == 12)
        #expect(try leadTime("Slow", stated: 30).basis == .stated)
        #expect(try leadTime("Slow", stated: 30).days == 30)
        #expect(try leadTime("Slow", stated: 30).deviation > 0, "a list states no scatter; how late orders come does")
        #expect(try leadTime(nil, stated: nil).basis == .allSuppliers)
        #expect(try leadTime(nil, stated: 0).basis == .allSuppliers, "a list's zero is no lead time")
        #expect(try leadTime(nil, stated: nil, by: stage) == LeadTime(days: 14, deviation: 0, basis: .assumed))
    }

    /// One order that took three months moves neither the mean's mirror image nor a deviation into the early end.
    @Test func saysItsOwnEarlyEndWhereOrdersDo() throws {
        let learned = stageWith(model: model([listing("Acme", took: [28, 29, 30, 30, 30, 30, 30, 90])]))
        func shortage(_ supplier: String?, stated: Double?, by stage: InventoryStage = learned) throws -> Shortage {
            try #require(
                find(Listing(fulfillable: 0, leadTime: stated, supplier: supplier), by: stage)?.evidence.shortage)
        }
        let own = try shortage("Acme", stated: nil)
        #expect(own.leadTime.early == 28 && own.leadTime.late == 90)
        #expect(own.leadTime.days - own.leadTime.deviation < 20)
        #expect(try JSONDecoder().decode(Shortage.self, from: JSONEncoder().encode(own)) == own)
        #expect(try shortage(nil, stated: nil).leadTime.early == 28)
        #expect(try shortage(nil, stated: 30).leadTime.early == nil, "a list states no scatter")
        #expect(try shortage(nil, stated: nil, by: stage).leadTime.early == nil)
    }

    @Test func learnsFromOpenOrdersThatASupplierIsNotFast() throws {
        let fast = [10, 10, 10, 10, 10, 10, 10, 10]
        let alone = try #require(model([listing("Acme", took: fast)]).suppliers["acme"])
        let waiting = try #require(
            model([listing("Acme", took: fast + [60], open: [30, 40, 50])]).suppliers["acme"])
        #expect(alone.mean == 10)
        #expect(waiting.mean > 20)
        #expect(waiting.late == 60)
    }

    @Test func countsAnOrderOfManyListingsOnce() throws {
        let model = model((0..<50).map { _ in listing("Acme", took: [10, 20]) })
        #expect(model.all == nil && model.suppliers.isEmpty, "two orders are two, whatever is in them")
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func learnsTheSameHoweverTheCatalogueIsCut(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let listings = (0..<30).map { index in
            var listing = Listing(fulfillable: 5, supplier: index % 3 == 0 ? nil : "S\(index % 4)")
            listing.orders = (0..<4).map { _ in
                OrderExample(
                    order: "PO-\(Int(random.uniform() * 40))", ordered: -20 - Int(random.uniform() * 60),
                    expected: random.uniform() < 0.7 ? -10 : nil,
                    received: random.uniform() < 0.8 ? -1 - Int(random.uniform() * 15) : nil)
            }
            return listing
        }
        let chunk = example(listings).chunk
        var parts: [OrderSurvey] = stride(from: 0, to: 30, by: 7).map { start in
            var part = OrderSurvey()
            InventoryStage.survey(chunk.rows(start..<min(30, start + 7)), into: &part)
            return part
        }
        parts.shuffle(using: &random)
        var whole = OrderSurvey()
        for part in parts { whole.merge(part) }
        #expect(InventoryStage.fit(whole, after: DeliveryModel()) == model(listings))
    }

    /// A later order-by date for a surer supplier is no law: below a service threshold less scatter needs more stock.
    @Test func aSurerSupplierMayNeedMoreStock() {
        func level(_ deviation: Double, service: Double) -> Int {
            var knobs = InventoryKnobs()
            knobs.serviceLevel = service
            knobs.reviewDays = 1
            let leadTime = LeadTime(days: 10, deviation: deviation, basis: .supplier, orders: 9)
            return demand(20, dispersion: 2).level(over: Cover(leadTime, knobs: knobs), knobs: knobs)
        }
        #expect(level(5, service: 0.6) > level(10, service: 0.6))
        #expect(level(5, service: 0.95) < level(10, service: 0.95))
    }
}
