import FlywheelKit
import Testing

@testable import Pricing

@Suite struct GapTests {
    @Test func aDearerOfferLosesBuyersByTheElasticity() throws {
        var knobs = PricingKnobs()
        knobs.elasticity = 2
        let look = Look(Listing(lowest: money(2_000), owner: "SELF"), knobs: knobs)
        #expect(look.evidence(.competitiveGap)?.gap?.ratio == 1.25)
        #expect(look.share(.competitiveGap) == 0.36, "1 - 1.25^-2")
    }

    @Test func pricesAreComparedByThePieceWhereBothPacksAreKnown() {
        let cheaper = Listing(lowest: money(1_000), owner: "SELF", packSize: 6, competitorPackSize: 2)
        #expect(Look(cheaper).kinds.isEmpty, "25.00 for six is less a piece than 10.00 for two")
        let dearer = Listing(lowest: money(2_500), owner: "SELF", packSize: 2, competitorPackSize: 3)
        #expect(Look(dearer).evidence(.competitiveGap)?.gap?.ratio == 1.5)
        #expect(Look(dearer).evidence(.competitiveGap)?.gap?.isByPiece == true)
    }

    @Test func whatABuyerIsTakenOffMakesThePriceLess() {
        #expect(Look(Listing(discount: money(500), lowest: money(2_000), owner: "SELF")).kinds.isEmpty)
        let dearer = Look(Listing(discount: money(100), lowest: money(2_000), owner: "SELF"))
        #expect(dearer.evidence(.competitiveGap)?.gap?.own == money(2_400))
        #expect(dearer.evidence(.competitiveGap)?.gap?.ratio == 1.2)
    }

    @Test(arguments: [
        Listing(lowest: money(2_450), owner: "SELF"),
        Listing(lowest: money(1_000, "EUR"), owner: "SELF"),
        Listing(lowest: money(1_000), owner: "SELF", packSize: 4),
        Listing(lowest: money(1_000), owner: "SELF", competitorPackSize: 4),
        Listing(landed: money(2_500), lowest: money(2_600), lowestLanded: money(2_500), owner: "SELF"),
        Listing(lowest: money(0), owner: "SELF"),
    ])
    func whatCannotBeComparedOrHardlyDiffersIsNoGap(listing: Listing) {
        #expect(Look(listing).kinds.isEmpty)
    }

    @Test func aLostOfferIsTheGapsOwnRow() {
        #expect(Look(Listing(lowest: money(2_000), owner: "COMPETITOR")).kinds == ["featured-offer-lost"])
    }
}

@Suite struct BreachTests {
    private func kinds(_ listing: Listing, marketplace: String = "ATVPDKIKX0DER") -> [String] {
        var listing = listing
        listing.owner = "SELF"
        return Look(listing, marketplace: marketplace).kinds
    }

    @Test func anAdvertisedPriceIsTheOneAfterTheCoupon() {
        #expect(kinds(Listing(advertised: money(2_400))).isEmpty)
        #expect(kinds(Listing(discount: money(101), advertised: money(2_400))) == ["map-breach"])
        #expect(kinds(Listing(discount: money(100), advertised: money(2_400))).isEmpty)
    }

    @Test func advertisedPricesAreWatchedWhereTheyMayBe() {
        let below = Listing(price: money(2_500, "EUR"), advertised: money(2_600, "EUR"))
        #expect(kinds(below, marketplace: "A1PA6795UKMFR9").isEmpty, "Germany")
        let inPounds = Listing(price: money(2_500, "GBP"), advertised: money(2_600, "GBP"))
        #expect(kinds(inPounds, marketplace: "A1F83G8C2ARO7P").isEmpty, "United Kingdom")
        #expect(kinds(Listing(advertised: money(2_600)), marketplace: "walmart-us") == ["map-breach"])
        #expect(kinds(Listing(advertised: money(2_600)), marketplace: "somewhere").isEmpty)
    }

    @Test func whoWentBelowTheAdvertisedPriceFirstIsRecorded() throws {
        let listing = Listing(
            owner: "SELF", advertised: money(2_600), past: days((2_700, 5), (2_500, 3)),
            pastLowest: days((2_700, 2), (2_550, 6)))
        let breach = try #require(Look(listing).evidence(.mapBreach)?.breach)
        #expect(breach.firstMover == .competitor)
        #expect(breach.since == noon.utcDay.advanced(by: -3))
        #expect(breach.competitorSince == noon.utcDay.advanced(by: -6))
        #expect(breach.beyond == money(100))
    }

    @Test func floorsAndCeilingsAreHeldAgainstThePriceAskedAndCostsAgainstWhatIsPaid() throws {
        #expect(kinds(Listing(floor: money(2_501))) == ["price-floor-breach"])
        #expect(kinds(Listing(discount: money(100), floor: money(2_450))).isEmpty)
        #expect(kinds(Listing(discount: money(100), cost: money(2_000), fees: money(401))) == ["price-floor-breach"])
        #expect(kinds(Listing(cost: money(2_000), fees: money(500))).isEmpty)
        #expect(kinds(Listing(ceiling: money(2_499))) == ["price-ceiling-breach"])
    }

    @Test func limitsInAnotherCurrencyAreHeldAgainstThePriceAtTheDaysRate() throws {
        func look(_ listing: Listing) -> Look {
            var listing = listing
            listing.owner = "SELF"
            return Look(Scene([listing], rates: ["GBP": 1.25]))
        }
        let floor = look(Listing(floor: money(2_001, "GBP")))
        #expect(floor.kinds == ["price-floor-breach"] && floor.findings.undecidedByKind.isEmpty)
        #expect(floor.evidence(.priceFloorBreach)?.breach?.limit.price == money(2_502), "20.01 times 1.25, rounded up")
        #expect(look(Listing(floor: money(2_000, "GBP"))).kinds.isEmpty)
        let ceiling = look(Listing(ceiling: money(1_999, "GBP")))
        #expect(ceiling.evidence(.priceCeilingBreach)?.breach?.limit.price == money(2_498), "24.9875, rounded down")
        #expect(look(Listing(advertised: money(2_001, "GBP"))).kinds == ["map-breach"])
        let cost = look(Listing(cost: money(1_601, "GBP"), fees: money(500)))
        #expect(cost.kinds == ["price-floor-breach"])
        let evidence = try #require(cost.evidence(.priceFloorBreach))
        let words = "cost of GBP 16.01 is USD 20.02 at 1.25 on 2026-11-19, ecb"
        #expect(
            cost.stage.resolve(evidence).suggestion?.because.suffix(3) == [
                words, "cost of a unit: USD 20.02", "fees of a unit: USD 5.00",
            ])
    }

    @Test func whatNoRateLeadsFromIsSaidOnTheRow() throws {
        let look = Look(Listing(owner: "SELF", cost: money(100, "EUR"), ceiling: money(2_400)))
        #expect(look.kinds == ["price-ceiling-breach"])
        #expect(look.findings.undecidedByKind == ["price-floor-breach": [0]])
        let suggestion = look.stage.resolve(try #require(look.evidence(.priceCeilingBreach))).suggestion
        #expect(suggestion?.unknowns == ["cost in EUR, price in USD: no EUR to USD rate"])
    }

    @Test func whetherAPriceBreaksALimitWithoutARateIsNotTold() {
        let limits = Look(Listing(owner: "SELF", floor: money(2_501, "EUR"), ceiling: money(1, "EUR")))
        #expect(limits.kinds.isEmpty)
        #expect(limits.findings.undecidedByKind == ["price-floor-breach": [0], "price-ceiling-breach": [0]])
        let fees = Look(Listing(owner: "SELF", cost: money(2_000), fees: money(100, "EUR")))
        #expect(fees.findings.undecidedByKind == ["price-floor-breach": [0]])
        let floor = Look(Listing(owner: "SELF", cost: money(1, "EUR"), floor: money(2_501)))
        #expect(floor.kinds == ["price-floor-breach"] && floor.findings.undecidedByKind.isEmpty)
    }

    @Test(arguments: [
        Listing(price: money(5_000), advertised: money(4_200), ceiling: money(4_000), demand: 4),
        Listing(price: money(5_000), discount: money(500), cost: money(3_800), ceiling: money(4_000), demand: 4),
        Listing(price: money(1_400), advertised: money(2_000), floor: money(1_500), demand: 4),
        Listing(price: money(1_400), cost: money(1_800), floor: money(1_500), demand: 4),
    ])
    func aPriceBeyondAnotherLimitIsNotProposed(listing: Listing) throws {
        let look = Look(listing)
        let breach = try #require(look.findings.all.first { $0.kind.id != "map-breach" }?.evidence)
        guard case .ask(let why) = look.stage.resolve(breach).action else {
            Issue.record("proposes a price that breaks another limit")
            return
        }
        #expect(why.hasSuffix("would be beyond another limit"))
    }

    @Test func aPriceThatBreaksNoOtherLimitIsProposed() throws {
        let look = Look(Listing(price: money(5_000), advertised: money(3_900), ceiling: money(4_000), demand: 4))
        guard case .act(let remedy) = look.stage.resolve(try #require(look.evidence(.priceCeilingBreach))).action,
            case .price(let change)? = remedy.change
        else {
            Issue.record("proposes nothing")
            return
        }
        #expect(change.to == money(4_000))
    }

    @Test func aBrokenLimitClaimsNoRevenue() {
        for listing in [
            Listing(owner: "SELF", advertised: money(2_600)), Listing(owner: "SELF", floor: money(2_600)),
            Listing(owner: "SELF", ceiling: money(2_000)),
        ] {
            let look = Look(listing)
            #expect(look.findings.all.map { look.stage.exposure(of: $0.evidence) } == [.none])
        }
    }
}

@Suite struct PriceErrorTests {
    private let usual = days((2_500, 20))

    private func error(_ listing: Listing) -> PriceError? {
        var listing = listing
        listing.owner = "SELF"
        return Look(listing).evidence(.priceError)?.error
    }

    @Test func ofAnEvenNumberOfDaysTheUsualLiesBetweenTheTwoInTheMiddle() {
        #expect(error(Listing(price: money(250_000), past: days((1_000, 2), (2_000, 2))))?.usual == money(1_500))
        #expect(error(Listing(price: money(250_000), past: days((1_000, 2), (1_001, 2))))?.usual == money(1_000))
    }

    @Test func aSlippedDecimalPointIsSeenFromTheListingsOwnPast() {
        #expect(error(Listing(price: money(25_000), past: usual))?.fault == .tooHigh)
        #expect(error(Listing(price: money(250), past: usual))?.fault == .tooLow)
        #expect(error(Listing(price: money(19_999), past: usual)) == nil)
        #expect(error(Listing(price: money(313), past: usual)) == nil)
    }

    @Test func anErrorOfSomeDaysIsStillOneAndAnOldOneIsUsual() {
        #expect(error(Listing(price: money(250), past: days((2_500, 20), (250, 10))))?.fault == .tooLow)
        #expect(error(Listing(price: money(250), past: days((250, 35)))) == nil)
    }

    @Test func anErrorLeftStandingDoesNotBecomeTheUsual() {
        let past = days((2_500, 5), (25_000, 20))
        let standing = error(Listing(price: money(25_000), lowest: money(2_500), past: past))
        #expect(standing?.fault == .tooHigh && standing?.usual == money(2_500) && standing?.basis == .ownPrices)
        let weekly = Listing(price: money(25_000), lowest: money(2_400), past: days((2_500, 2), (25_000, 3)))
        #expect(error(weekly)?.usual == money(2_400) && error(weekly)?.basis == .competitor)
        let followed = Listing(
            price: money(250), lowest: money(240), past: days((2_500, 5), (250, 20)),
            pastLowest: days((2_400, 20), (240, 5)))
        #expect(error(followed)?.fault == .tooLow, "a competitor who came down with it bears nothing out")
    }

    @Test func aCorrectedPriceIsNoError() {
        #expect(error(Listing(lowest: money(2_500), past: days((25_000, 35)))) == nil)
        #expect(error(Listing(past: days((2_500, 5), (25_000, 30)))) == nil)
        #expect(error(Listing(lowest: money(2_500), past: days((2_500, 5), (25_000, 30)))) == nil)
    }

    @Test func competitorsAreHeldAgainstByThePiece() {
        let pack = Listing(price: money(9_600), lowest: money(1_000), packSize: 12, competitorPackSize: 1)
        #expect(error(pack) == nil)
        let wrong = Listing(price: money(960), lowest: money(1_000), packSize: 12, competitorPackSize: 1)
        #expect(error(wrong)?.usual == money(12_000))
        let unlike = Listing(price: money(9_600), lowest: money(1_000), packSize: 12)
        #expect(error(unlike) == nil, "packs that cannot be compared")
    }

    @Test func aPriceOfNothingIsReckonedWithWhatOthersAskOrIsUnknown() {
        #expect(
            Look(Listing(price: money(0), lowest: money(2_500), owner: "SELF")).reckoned.map { $0?.price } == [
                money(2_500)
            ])
        let alone = Look(Listing(price: money(0), owner: "SELF"))
        guard case .unknown? = alone.exposure(.priceError)?.loss else {
            Issue.record("claims \(String(describing: alone.exposure(.priceError)))")
            return
        }
    }

    @Test func withoutAPastTheComparisonOfTheMarketplaceCountsAndThenCompetitors() {
        #expect(error(Listing(price: money(100), lowest: money(2_000), reference: money(1_000)))?.basis == .reference)
        #expect(error(Listing(price: money(100), lowest: money(2_000)))?.basis == .competitor)
        #expect(error(Listing(price: money(100), lowest: money(2_000), past: days((100, 3)))) == nil)
    }

    @Test func aPriceOfNothingIsAnErrorAndAMissingOneWhereThereWasOne() {
        #expect(error(Listing(price: money(0), past: usual))?.fault == .zero)
        #expect(error(Listing(price: nil, past: usual))?.fault == .missing)
        #expect(error(Listing(price: nil)) == nil, "no file ever had one")
        #expect(error(Listing(price: nil, status: nil, past: usual)) == nil, "nobody says that it is on sale")
        #expect(error(Listing(price: nil, catalogPrice: money(2_500), past: usual)) == nil)
    }

    @Test func anotherCurrencyIsAnErrorWithoutAnAmount() {
        let look = Look(Listing(price: money(2_500, "EUR"), owner: "SELF"))
        #expect(look.evidence(.priceError)?.error?.fault == .currency)
        #expect(look.evidence(.priceError)?.error?.expectedCurrency == Currency("USD"))
        guard case .unknown? = look.exposure(.priceError)?.loss else {
            Issue.record("claims \(String(describing: look.exposure(.priceError)))")
            return
        }
    }

    @Test func theClaimIsWhatThePriceDoesNotBringOfTheUsualRevenue() throws {
        func look(_ price: Int64) -> Look { Look(Listing(price: money(price), owner: "SELF", past: usual)) }
        #expect(look(250).share(.priceError) == 0.9)
        #expect(look(0).share(.priceError) == 1)
        #expect(try #require(look(25_000).share(.priceError)) == 0.998, "1 - 10^-2.62")
        #expect(look(250).reckoned.map { $0?.price } == [money(2_500)])
        #expect(look(2_500).reckoned.map { $0?.price } == [nil])
    }

    @Test func aWrongPriceIsHeldAgainstNothingElse() {
        let listing = Listing(
            price: money(250), owner: "SELF", advertised: money(2_400), floor: money(2_000), past: usual)
        #expect(Look(listing).kinds == ["price-error"])
    }
}
