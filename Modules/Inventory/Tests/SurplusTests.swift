import FlywheelKit
import Testing

@testable import Inventory

@Suite struct SurplusTests {
    private func money(_ cents: Int64) -> Money? { Currency("USD").map { Money(minorUnits: cents, $0) } }

    private func one(_ listing: Listing, _ kind: String) throws -> (Surplus, InventoryEvidence) {
        let found = surplus(listing)
        let finding = try #require(found.first { $0.kind.id == kind }, "found \(found.map(\.kind.id))")
        return (try #require(finding.evidence.surplus), finding.evidence)
    }

    @Test func findsUnitsBeyondTheLongestCover() throws {
        // 180 days at 2 a day sell 360 of 600.
        let (surplus, evidence) = try one(Listing(fulfillable: 600, unitCost: 250, storageCost: 4_000), "excess-stock")
        #expect(surplus.units == 240)
        #expect(surplus.bound == money(60_000))
        #expect(surplus.storageCost == money(1_600), "the excess units' part of the listing's")
        #expect(evidence.coverDays == 300)
        #expect(evidence.shortage == nil)
    }

    @Test func claimsWhatADocumentSaysTheyCostAndNotWhatTheyBind() throws {
        let (_, known) = try one(Listing(fulfillable: 600, unitCost: 250, storageCost: 4_000), "excess-stock")
        guard case .stated(let sum, let source) = stage.exposure(of: known).loss else {
            Issue.record("expected a stated sum, found \(stage.exposure(of: known).loss)")
            return
        }
        #expect(sum == money(1_600) && source.contains("estimate"))
        let (_, unknown) = try one(Listing(fulfillable: 600, unitCost: 250), "excess-stock")
        #expect(stage.exposure(of: unknown).loss == .nothing)
        #expect(stage.resolve(unknown).suggestion?.action.hasSuffix("which bind USD 600.00") == true)
        guard case .ask = stage.resolve(unknown).action else {
            Issue.record("to sell off is for a person to decide")
            return
        }
    }

    @Test func callsAllUnitsExcessWhereNothingSold() throws {
        let dead = Listing(fulfillable: 30, sales: [Int?](repeating: 0, count: 90))
        let (surplus, evidence) = try one(dead, "excess-stock")
        #expect(surplus.units == 30 && evidence.coverDays == nil && evidence.demand == nil)
        #expect(look(at: [dead]).cover[0]?.days == .infinity)
        let young = Listing(fulfillable: 30, sales: (0..<90).map { $0 < 60 ? nil : 0 })
        #expect(self.surplus(young).isEmpty, "thirty days of nothing are too few")
    }

    private func surplus(_ listing: Listing) -> [Finding<InventoryEvidence>] {
        look(at: [listing]).findings.all.filter { $0.kind.id != "stock-out" }
    }

    @Test func leavesAloneWhatIsFewOrNobodyCounted() {
        #expect(surplus(Listing(fulfillable: 360 + 23)).isEmpty)
        #expect(surplus(Listing(quantity: 9_000, channel: "DEFAULT")).isEmpty)
        #expect(surplus(Listing(fulfillable: 0)).isEmpty)
    }

    @Test func agedUnitsClaimWhatTheWarehouseChargesForTheirAge() throws {
        let aged = [30, 20, 10, nil, nil] as [Int?]
        let all = try one(Listing(fulfillable: 300, aged: aged, ageSurcharges: [1_500, 4_500]), "ageing-stock")
        #expect(all.0.ageSurcharge == money(6_000))
        guard case .stated(let sum, let source) = stage.exposure(of: all.1).loss else {
            Issue.record("expected a stated sum, found \(stage.exposure(of: all.1).loss)")
            return
        }
        #expect(sum == money(6_000) && source.contains("estimate"))
        #expect(stage.resolve(all.1).suggestion?.unknowns.contains("what the warehouse charges for their age") == false)
        let part = try one(Listing(fulfillable: 40, aged: aged, ageSurcharges: [nil, 4_500]), "ageing-stock").0
        #expect(part.ageSurcharge == money(3_000), "forty of sixty units are left to be charged for")
        let silent = try one(Listing(fulfillable: 300, aged: aged), "ageing-stock")
        #expect(silent.0.ageSurcharge == nil, "what nobody states is not nothing")
        #expect(stage.exposure(of: silent.1).loss == .nothing)
        let free = try one(Listing(fulfillable: 300, aged: aged, ageSurcharges: [0, 0]), "ageing-stock")
        #expect(stage.exposure(of: free.1).loss == .nothing)
    }

    @Test func addsUpAgesThatDoNotOverlap() throws {
        let old = try one(Listing(fulfillable: 300, aged: [30, 20, 10, nil, nil]), "ageing-stock").0
        #expect(old.units == 60 && old.overAYear == 10)
        let new = try one(Listing(fulfillable: 300, aged: [30, 20, nil, 7, 3]), "ageing-stock").0
        #expect(new.units == 60 && new.overAYear == 10)
        let both = try one(Listing(fulfillable: 300, aged: [30, 20, 10, 7, 3]), "ageing-stock").0
        #expect(both.units == 60, "one number and its parts are the same units")
        let sold = try one(Listing(fulfillable: 40, aged: [30, 20, 10, nil, nil]), "ageing-stock").0
        #expect(sold.units == 40, "what was sold since is not there to age")
        #expect(surplus(Listing(fulfillable: 300, aged: [10, 5, nil, nil, nil])).isEmpty)
        #expect(surplus(Listing(fulfillable: 300)).isEmpty, "unknown ages are no ages")
    }

    @Test func findsStrandedUnitsWithTheDayOfTheirRemoval() throws {
        let dead = [Int?](repeating: 0, count: 90)
        let (surplus, evidence) = try one(
            Listing(fulfillable: 9, sales: dead, unitCost: 1_000, stranded: 5, removal: 25), "stranded-stock")
        let exposure = stage.exposure(of: evidence)
        #expect(surplus.units == 5 && surplus.bound == money(5_000))
        #expect(exposure.deadline == Instant("\(today.advanced(by: 25))T00:00:00Z"))
        let cost = try #require(money(5_000))
        #expect(exposure.loss == .stated(cost, source: "what the units cost that the warehouse removes"))
        let resolution = stage.resolve(evidence)
        #expect(resolution.suggestion?.action.contains("before the warehouse removes them on 2026-12-15") == true)
        #expect(resolution.playbook?.id == "relist")
        let (_, without) = try one(Listing(fulfillable: 9, unitCost: 1_000, stranded: 5), "stranded-stock")
        #expect(stage.exposure(of: without).loss == .nothing, "nobody said that they are removed")
        #expect(stage.exposure(of: without).deadline == nil)
    }

    @Test func countsStrandedUnitsOnceAndNotAsExcess() {
        let found = surplus(Listing(fulfillable: 300, sales: [Int?](repeating: 0, count: 90), stranded: 270))
        #expect(found.map(\.kind.id) == ["excess-stock", "stranded-stock"])
        #expect(found.map { $0.evidence.surplus?.units } == [30, 270])
        let uncounted = Listing(fulfillable: 300, sales: [Int?](repeating: 0, count: 90), removal: 25)
        #expect(surplus(uncounted).isEmpty, "how many of them no offer sells is not said")
        let undecided = look(at: [uncounted]).findings.undecidedByKind
        #expect(undecided == ["excess-stock": [0], "stranded-stock": [0]], "what is open stays open")
    }

    @Test func decidesAboutAListingThatSellsNothingWhileItHasStock() {
        #expect(undecided([Listing(fulfillable: 9, sales: [Int?](repeating: 0, count: 90))]) == [])
        #expect(undecided([Listing(fulfillable: 0, sales: [Int?](repeating: 0, count: 90), stranded: 4)]) == [0])
    }

    /// What no feed brings changes nothing that is said of a shelf.
    @Test func missesNothingWhereOnlyStockAndSalesAreKnown() throws {
        for units in [0, 3, 40, 80, 500] {
            let bare = look(at: [Listing(fulfillable: units)])
            let blank = look(at: [Listing(fulfillable: units, leadTime: nil, supplier: "Nobody", minimumOrder: nil)])
            #expect(bare.findings.all == blank.findings.all)
        }
    }

    @Test func publishesHowLongStockLasts() throws {
        let listings = [
            Listing(fulfillable: 40), Listing(fulfillable: 0), Listing(fulfillable: 500), Listing(),
            Listing(fulfillable: 10, receiving: 30, shipped: 20),
        ]
        let covers = look(at: listings).cover
        #expect(covers.map { $0?.units } == [40, 0, 500, nil, 10])
        #expect(covers.map { $0?.days } == [20, 0, 250, nil, 5])
        let probabilities = covers.map { $0?.emptyProbability }
        #expect(probabilities[1] == 1 && probabilities[2].map { $0 < 0.01 } == true)
        #expect(try #require(probabilities[0]) > 0.4)
    }
}
