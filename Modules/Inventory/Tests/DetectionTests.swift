import FlywheelKit
import Statistics
import Testing

@testable import Inventory

@Suite struct DetectionTests {
    @Test func findsAnEmptyShelfThatPeopleAskFor() throws {
        let finding = try #require(find(Listing(fulfillable: 0)))
        #expect(finding.kind.id == "stock-out")
        #expect(finding.discriminator == "")
        #expect(finding.onset == nil)
        #expect(finding.evidence.demand?.rate == 2)
        #expect(finding.evidence.shortage?.emptyProbability == 1)
        #expect(finding.evidence.coverDays == 0)
    }

    @Test func findsStockThatDoesNotLastUntilAnOrderArrives() throws {
        let finding = try #require(find(Listing(fulfillable: 40)))
        #expect(finding.kind.id == "stock-out")
        #expect(finding.evidence.coverDays == 20)
        #expect((0.4...0.7).contains(try #require(finding.evidence.shortage).emptyProbability))
        #expect(finding.evidence.shortage?.daysToAct == 3)
        #expect(finding.evidence.seen == today)
        #expect(finding.evidence.actBy == today.advanced(by: 3))
        let shortage = try #require(finding.evidence.shortage)
        #expect(shortage.order?.units == shortage.orderUpTo - 40)
    }

    /// However long orders take and however much that scatters, who looks every day has days left to order when a row opens.
    @Test(arguments: [(10, 0.0), (20, 4), (20, 9), (45, 15)]) func aRowOpensWhileThereIsTimeToOrder(
        days: Double, deviation: Double
    ) throws {
        var model = DeliveryModel()
        model.all = Deliveries(
            orders: 40, mean: days, deviation: deviation, early: nil, late: Int(days + 1.3 * deviation),
            lateness: Lateness(early: 0, median: 0, late: 0, deviation: 0))
        let stage = stageWith(model: model)
        let first = (1...400).reversed().lazy.compactMap { find(Listing(fulfillable: $0), by: stage) }
            .first { $0.kind.id == "stock-out" }
        let left = try #require(first?.evidence.shortage?.daysToAct)
        #expect((4...7).contains(left), "of the seven days to the next review")
    }

    /// A few sales more or less move the probability by some points: what opened stays until it is clearly unlikely.
    @Test func whatIsALittleLessLikelyKeepsItsRowAndItsOrder() throws {
        var seen: [(weight: FindingWeight, probability: Double, order: Int?)] = []
        for units in 40...60 {
            let findings = look(at: [Listing(fulfillable: units)]).findings
            for (weight, found) in [(FindingWeight.opens, findings.all), (.keeps, findings.keeping)] {
                guard let shortage = found.first(where: { $0.kind.id == "stock-out" })?.evidence.shortage else {
                    continue
                }
                seen.append((weight, shortage.emptyProbability, shortage.order?.units))
            }
        }
        let kept = seen.filter { $0.weight == .keeps }
        #expect(!kept.isEmpty && kept.allSatisfy { (0.15..<0.2005).contains($0.probability) && $0.order != nil })
        #expect(seen.filter { $0.weight == .opens }.allSatisfy { $0.probability >= 0.1995 })
    }

    @Test func findsNothingWhereStockLasts() {
        #expect(find(Listing(fulfillable: 80)) == nil)
        #expect(find(Listing(fulfillable: 30, receiving: 60)) == nil)
    }

    @Test(arguments: ["UNPUBLISHED RETIRED", "archived", "draft", "DELETED"])
    func whatItsSellerGaveUpIsNeverShort(status: String) {
        #expect(find(Listing(fulfillable: 0, status: status)) == nil)
        #expect(find(Listing(fulfillable: 40, status: status)) == nil)
        #expect(undecided([Listing(fulfillable: 0, status: status)]).isEmpty, "what was open there ends")
        #expect(surplus(Listing(fulfillable: 4_000, status: status)).isEmpty)
        #expect(find(Listing(fulfillable: 0, status: "Inactive")) != nil, "as what is out of stock is called")
    }

    @Test func whatSellsOnWithNothingLeftIsNeverShort() {
        let all = [-12, 0, 40].map { Listing(fulfillable: $0, backorders: "continue") }
        let seen = look(at: all)
        #expect(seen.findings.all.isEmpty && seen.findings.undecided.isEmpty, "what was open there ends")
        #expect(seen.cover.allSatisfy { $0 == nil })
        #expect(surplus(Listing(fulfillable: 4_000, backorders: "continue")).map(\.kind.id) == ["excess-stock"])
        #expect(find(Listing(fulfillable: 0, backorders: "deny")) != nil)
    }

    @Test(arguments: [
        Listing(), Listing(fulfillable: 0, sales: [Int?](repeating: nil, count: 90)),
        Listing(fulfillable: 0, sales: [Int?](repeating: 0, count: 90)), Listing(fulfillable: 0, sales: []),
        Listing(fulfillable: 9, sales: []),
        Listing(quantity: 0), Listing(quantity: 0, channel: "AMAZON_NA"), Listing(channel: "DEFAULT"),
    ])
    func cannotTellWhereStockOrSalesAreUnknown(listing: Listing) {
        #expect(find(listing) == nil)
        #expect(undecided([listing]) == [0])
    }

    @Test func tellsOfAllOthersWhetherSomethingIsFoundOrNot() {
        #expect(
            undecided([Listing(fulfillable: 500), Listing(), Listing(fulfillable: 0), Listing(fulfillable: 9)]) == [1])
    }

    @Test func keepsAPredictionThatComesTrueUnderTheSameFingerprint() throws {
        let predicted = try #require(find(Listing(fulfillable: 3)))
        let empty = try #require(find(Listing(fulfillable: 0)))
        #expect(predicted.kind == empty.kind && predicted.discriminator == empty.discriminator)
        #expect(!stage.exposure(of: predicted.evidence).isActive(at: asOf))
        #expect(stage.exposure(of: empty.evidence).isActive(at: asOf))
    }

    @Test(arguments: [0, 3, 40]) func isTheSameClaimOnAnotherDayWhileTheNumbersAreEqual(units: Int) throws {
        let (before, after, other) = (
            try #require(find(Listing(fulfillable: units))).evidence,
            try #require(find(Listing(fulfillable: units), on: 5)).evidence,
            try #require(find(Listing(fulfillable: units + 1))).evidence
        )
        #expect(before.seen.distance(to: after.seen) == 5)
        #expect(before == after)
        #expect(before.hashValue == after.hashValue)
        #expect(before != other)
        #expect(after.actBy == before.actBy?.advanced(by: 5))
    }

    @Test func takesTheCataloguesQuantityWhereTheMerchantShipsAndNoStockReportSpeaks() throws {
        let empty = try #require(find(Listing(quantity: 0, channel: "Default")))
        #expect(empty.kind.id == "stock-out")
        #expect(empty.evidence.stock.isFromCatalog)
        #expect(find(Listing(fulfillable: 80, quantity: 0, channel: "DEFAULT")) == nil)
    }

    @Test func tellsApartWhatOnlyLooksLikeStock() throws {
        var builder = ChunkBuilder(listings: ["KN-12"], asOf: asOf)
        builder.set(Stock.fulfillable, [0])
        builder.set(Stock.inboundWorking, [500])
        builder.set(Stock.reserved, [70])
        builder.set(Stock.researching, [80])
        builder.set(Stock.unsellable, [90])
        builder.set(Sales.units, [[Int?](repeating: 2, count: 90)])
        var signals = SignalPort()
        var findings = Findings<InventoryEvidence>()
        stage.detect(in: builder.build(), signals: &signals, into: &findings)
        let stock = try #require(findings.all.first).evidence.stock
        #expect(try #require(findings.all.first).evidence.shortage?.arrivals == [])
        #expect([stock.working, stock.reserved, stock.researching, stock.unsellable] == [500, 70, 80, 90])
        #expect(stock.shipped == nil)
    }

    @Test func readsDemandAsIfAnotherStagesBlockHadNotBeen() throws {
        let sales = [Int?](repeating: 2, count: 60) + [Int?](repeating: 0, count: 30)
        let blocked = ListingAvailability(blockedShare: 1, since: today.advanced(by: -30))
        let apart = try #require(find(Listing(fulfillable: 0, sales: sales, availability: blocked)))
        #expect(apart.evidence.demand?.rate == 2)
        #expect(shares(stage.exposure(of: apart.evidence)).allSatisfy { $0 == 1 })
        let alone = try #require(find(Listing(fulfillable: 0, sales: sales)))
        #expect(try #require(alone.evidence.demand).rate < 1.5)
    }

    @Test func runsAloneWhenNobodyPublishes() {
        var findings = Findings<InventoryEvidence>()
        var signals = SignalPort()
        stage.detect(in: example([Listing(fulfillable: 0)]).chunk, signals: &signals, into: &findings)
        #expect(findings.all.count == 1)
        #expect(signals.read == [ListingAvailability.key, DemandForecast.key])
        #expect(signals.published == [StockCover.key])
    }

    @Test func copesWithNumbersThatNoWarehouseHolds() {
        let huge = Listing(fulfillable: .max, receiving: .max, shipped: .max)
        let sold = Listing(fulfillable: .min, sales: [Int?](repeating: .max, count: 90))
        #expect(detect([huge, sold]).map(\.kind.id) == ["excess-stock", "stock-out"])
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func keepsItsPromisesForAnyListings(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let listings = (0..<40).map { _ in Listing.random(using: &random) }
        let (chunk, signals) = example(listings)
        let whole = detect(listings)
        #expect(whole.contains { $0.kind.id == "excess-stock" })
        #expect(whole == detect(listings), "the same chunk, the same findings")
        for size in [1, 7, 16] {
            var joined = Findings<InventoryEvidence>()
            for start in stride(from: 0, to: chunk.count, by: size) {
                let range = start..<min(start + size, chunk.count)
                var part = signals.rows(range)
                var findings = Findings<InventoryEvidence>()
                stage.detect(in: chunk.rows(range), signals: &part, into: &findings)
                for finding in findings.all {
                    joined.report(finding.kind, at: finding.row + start, finding.evidence)
                }
            }
            #expect(joined.all == whole, "cut at \(size)")
        }
        for finding in whole {
            let exposure = stage.exposure(of: finding.evidence)
            guard finding.kind.id == "stock-out" else {
                #expect(exposure.loss == .nothing)
                continue
            }
            #expect(exposure.startsInDays(from: asOf) < 21)
            #expect((shares(exposure).first ?? 0) > 0)
            #expect(exposure.isActive(at: asOf) == (finding.evidence.stock.fulfillable <= 0))
            #expect(stage.resolve(finding.evidence).suggestion != nil)
        }
    }

    @Test(arguments: InventoryKnobs.tunable.indices, 1...5 as ClosedRange<UInt64>)
    func neverFindsFewerWhenAKnobIsLoosened(index: Int, seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let listings = (0..<60).map { _ in Listing.random(using: &random) }
        let knob = InventoryKnobs.tunable[index]
        var found = 0
        for step in 0...8 {
            var knobs = InventoryKnobs()
            let along = Double(step) / 8 * (knob.range.upperBound - knob.range.lowerBound)
            knobs[keyPath: knob.path] =
                knob.looser == .higher ? knob.range.lowerBound + along : knob.range.upperBound - along
            let stage = InventoryStage(knobs: knobs, model: DeliveryModel())
            let count = Set(detect(listings, by: stage).map(\.row)).count
            #expect(count >= found, "\(knob.name) at step \(step)")
            found = count
        }
    }
}

extension Listing {
    static func random(using random: inout SplitMix64) -> Listing {
        let rate = 4 * random.uniform()
        let isKnown = random.uniform() < 0.9
        let isBlocked = random.uniform() < 0.2
        return Listing(
            fulfillable: random.uniform() < 0.8
                ? random.poisson(25 * rate * (random.uniform() < 0.3 ? 12 : 1)) - 10 : nil,
            receiving: random.uniform() < 0.3 ? random.poisson(10) : nil,
            shipped: random.uniform() < 0.3 ? random.poisson(40) : nil,
            working: random.uniform() < 0.3 ? random.poisson(40) : nil,
            quantity: random.uniform() < 0.5 ? random.poisson(20) : nil,
            channel: random.uniform() < 0.5 ? "DEFAULT" : "AMAZON_NA",
            sales: (0..<90).map { _ in isKnown && random.uniform() < 0.95 ? random.poisson(rate) : nil },
            availability: isBlocked
                ? ListingAvailability(
                    blockedShare: random.uniform(), since: today.advanced(by: -random.poisson(20))) : nil)
    }
}
