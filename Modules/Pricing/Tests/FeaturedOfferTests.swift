import FlywheelKit
import Testing

@testable import Pricing

@Suite struct FeaturedOfferTests {
    private let lost = days((100, 61), (40, 30))

    // MARK: Two measures

    @Test func pageViewsMeasureTheLossAndTheStateOnlyStandsBesideThem() throws {
        for owner in ["COMPETITOR", "NONE", "SELF", nil] {
            let look = Look(Listing(owner: owner, shares: lost))
            let loss = try #require(look.evidence()?.loss)
            #expect(loss.basis == .pageViews)
            #expect(loss.lostShare == 0.6)
            #expect(loss.share?.recent == 0.4 && loss.share?.usual == 1)
            #expect(look.share() == 0.6)
            #expect(look.findings.all[0].onset == Instant(seconds: noon.seconds - 43_200 - 30 * 86_400))
        }
    }

    @Test func theStateDecidesWherePageViewsSayNothingAndTheSizeIsAPrior() throws {
        let look = Look(Listing(owner: "COMPETITOR"))
        #expect(look.evidence()?.loss?.basis == .state)
        #expect(look.share() == PricingKnobs().featuredSales)
        let old = Look(Listing(owner: "COMPETITOR", shares: days((100, 40), (nil, 6))))
        #expect(old.evidence()?.loss?.basis == .state, "six days old")
    }

    @Test func aLossYoungerThanPageViewsIsSeenByTheStateAndBeginsAfterThem() throws {
        let look = Look(Listing(owner: "COMPETITOR", shares: days((98, 60), (nil, 2))))
        #expect(look.evidence()?.loss?.basis == .state)
        #expect(look.findings.all[0].onset == Instant(seconds: noon.seconds - 43_200 - 2 * 86_400))
    }

    @Test func whatPageViewsTellOfReachesBackToTheDaysThatWouldEndIt() throws {
        let lost = Look(Listing(owner: "COMPETITOR", shares: days((98, 60), (20, 5))))
        #expect(lost.evidence()?.loss?.basis == .pageViews)
        #expect(lost.findings.all[0].reachesBackTo == Instant(seconds: noon.seconds - 43_200 - 2 * 86_400))
        let late = Look(Listing(owner: "COMPETITOR", shares: days((98, 60), (20, 5), (nil, 2))))
        #expect(late.findings.all[0].reachesBackTo == Instant(seconds: noon.seconds - 43_200 - 4 * 86_400))
        let state = Look(Listing(owner: "COMPETITOR", shares: days((98, 60), (nil, 2))))
        #expect(state.findings.all.map(\.reachesBackTo) == [nil], "who is featured now is of now")
    }

    @Test func aFreshLossCountsItsOwnDaysAlone() throws {
        for lost in 2...9 {
            let look = Look(Listing(owner: "COMPETITOR", shares: days((98, 60), (40, lost))))
            let share = try #require(look.evidence()?.loss?.share)
            #expect(share.recent == 0.4 && share.days == min(lost, 7))
            #expect(share.since == noon.utcDay.advanced(by: -lost))
            #expect(look.share() == 0.592, "1 - 40/98 after \(lost) days")
        }
    }

    @Test func whatEndedOnceIsNoPartOfWhatBeganSince() throws {
        let small = Look(Listing(owner: "SELF", shares: days((98, 60), (10, 3), (98, 2), (86, 1), (98, 1))))
        #expect(small.kinds.isEmpty, "a day of a little less after two as usual")
    }

    @Test func aCompetitorsTurnIsNoLossWhereOffersTakeTurns() {
        #expect(Look(Listing(owner: "COMPETITOR", shares: days((50, 60)))).kinds.isEmpty)
        let share = Look(Listing(owner: "COMPETITOR", shares: days((50, 60), (10, 7)))).share()
        #expect(share == 0.8, "from half to a tenth")
    }

    @Test func unknownIsNeitherZeroNorFine() {
        let look = Look(Listing())
        #expect(look.kinds.isEmpty)
        #expect(look.findings.undecidedByKind == ["featured-offer-lost": [0]])
        #expect(Look(Listing(owner: "Acme Ltd")).findings.undecidedByKind == ["featured-offer-lost": [0]])
        #expect(Look(Listing(owner: "SELF")).findings.undecidedByKind.isEmpty)
    }

    @Test func daysNobodyMeasuredAreNotZero() {
        #expect(Look(Listing(owner: "SELF", shares: days((100, 40), (nil, 4), (100, 1)))).kinds.isEmpty)
    }

    @Test func aFewViewsOnOneDayAreNoLoss() {
        #expect(Look(Listing(owner: "SELF", shares: days((100, 60), (60, 1)))).kinds.isEmpty)
    }

    /// 18.50 for two is 9.25 for one.
    @Test func aCompetitorsPackIsComparedByThePiece() throws {
        var listing = Listing(
            price: money(1_929), lowest: money(1_850), owner: "COMPETITOR", packSize: 1, competitorPackSize: 2,
            cost: money(500), units: 900, demand: 4)
        let look = Look(listing)
        let evidence = try #require(look.evidence())
        #expect(evidence.loss?.cause == .price)
        #expect(evidence.situation(by: look.stage.knobs)?.featuredPrice == money(925))
        #expect(evidence.situation(by: look.stage.knobs)?.lowestCompetitorPrice == money(925))
        #expect(
            look.stage.resolve(evidence).action
                == .ask("no price is proposed: it would take USD 9.25, and one move goes no further than USD 17.37"))
        #expect(evidence.grounds.contains("own price USD 19.29, lowest USD 9.25 for as many pieces"))

        // 20.00 for six is 3.33 a piece.
        (listing.price, listing.lowest, listing.packSize, listing.competitorPackSize) = (money(2_000), money(500), 6, 1)
        #expect(Look(listing).evidence()?.loss?.cause == .unknown)
        listing.packSize = nil
        listing.competitorPackSize = 6
        let unlike = try #require(Look(listing).evidence())
        #expect(unlike.situation(by: look.stage.knobs)?.lowestCompetitorPrice == nil && unlike.loss?.cause == .unknown)
    }

    @Test func daysWithoutStockSayNothingOfTheFeaturedOffer() {
        let shares = days((100, 60), (0, 10), (100, 1))
        let levels =
            [Int?](repeating: 8, count: 20) + [nil, 0] + [Int?](repeating: nil, count: 12) + [12]
        #expect(Look(Listing(owner: "SELF", shares: shares, levels: levels)).kinds.isEmpty)
        let full = [Int?](repeating: 8, count: 35)
        #expect(Look(Listing(owner: "SELF", shares: shares, levels: full)).kinds == ["featured-offer-lost"])
    }

    @Test func twoUsualDaysInARowEndIt() {
        #expect(
            Look(Listing(owner: "SELF", shares: days((100, 61), (0, 20), (100, 1)))).kinds == ["featured-offer-lost"])
        #expect(Look(Listing(owner: "SELF", shares: days((100, 61), (0, 20), (100, 2)))).kinds.isEmpty)
    }

    @Test func aListingThatIsNotActiveIsLeftAsItIs() {
        let look = Look(Listing(owner: "NONE", status: "Inactive"))
        #expect(look.kinds.isEmpty)
        #expect(look.findings.undecided == [0])
    }

    @Test(arguments: [
        "Active", "ACTIVE", "PUBLISHED ACTIVE", "PUBLISHED", "BUYABLE", "BUYABLE DISCOVERABLE", "DISCOVERABLE BUYABLE",
        "Aktiv", "Actif", "Attivo", "出品中", "satışta",
    ])
    func aListingIsOnSaleInTheWordsOfEverySource(status: String) {
        #expect(Look(Listing(owner: "NONE", status: status)).kinds == ["featured-offer-lost"])
    }

    @Test(arguments: [
        "UNPUBLISHED ACTIVE", "SYSTEM_PROBLEM ACTIVE", "PUBLISHED RETIRED", "PUBLISHED ARCHIVED", "DISCOVERABLE",
        "NOT BUYABLE", "DELETED", "draft", "archived", "Incomplete", "Inaktiv", "Nicht aktiv", "停止中",
    ])
    func aListingThatIsNotOnSaleIsLeftAsItIsInTheWordsOfEverySource(status: String) {
        #expect(Look(Listing(owner: "NONE", status: status)).findings.undecided == [0])
    }

    // MARK: Page views

    @Test func aDayCountsForItsPageViews() throws {
        let shares = (0..<91).map { $0 % 2 == 0 ? 0 : 100 }
        let views = (0..<91).map { $0 % 2 == 0 ? 3 : 300 }
        #expect(Look(Listing(owner: "SELF", shares: shares, views: views)).kinds.isEmpty, "99 % of all views")
        let lost = Look(Listing(owner: "COMPETITOR", shares: shares, views: views))
        #expect(lost.evidence()?.loss?.basis == .state, "offers do not take turns")
        #expect(try #require(lost.evidence()?.loss?.share?.recent) > 0.98)
    }

    @Test func whereNobodyLookedNobodyMissedTheOffer() {
        let shares = days((100, 60), (0, 4))
        #expect(Look(Listing(owner: "SELF", shares: shares, views: days((200, 60), (0, 4)))).kinds.isEmpty)
        #expect(
            Look(Listing(owner: "SELF", shares: shares, views: days((200, 64)))).kinds == ["featured-offer-lost"])
    }

    // MARK: Words for others

    @Test(arguments: ["A2R2RITDJNW1Q6", "Acme Ltd"]) func whoeverCannotBeReadLeavesALossOpen(owner: String) {
        let look = Look(Listing(owner: owner, shares: days((100, 60))))
        #expect(look.kinds.isEmpty)
        #expect(look.findings.undecidedByKind == ["featured-offer-lost": [0]])
        #expect(Look(Listing(shares: days((100, 60)))).findings.undecidedByKind.isEmpty, "page views alone decide")
    }

    // MARK: Seller types

    @Test func whatResellersBringIsNotLostToABrand() {
        var knobs = PricingKnobs()
        knobs.sellerType = .brandWithResellers
        knobs.resellersBring = 0.75
        #expect(Look(Listing(owner: "COMPETITOR", shares: lost), knobs: knobs).share() == 0.15)
    }

    // MARK: Causes

    @Test func aPriceThatIsFeaturedAsItIsIsNotLowered() throws {
        func action(_ owner: String) throws -> Resolution.Action {
            let look = Look(
                Listing(
                    lowest: money(2_400), owner: owner, cost: money(900), fees: money(375), shares: lost, units: 400,
                    demand: 10))
            return look.stage.resolve(try #require(look.evidence())).action
        }
        #expect(try action("SELF") == .ask("the own offer is featured now, and page views are two days late"))
        guard case .act = try action("COMPETITOR") else {
            Issue.record("a lost offer is not won back")
            return
        }
    }

    @Test(arguments: [
        (Listing(owner: "COMPETITOR", featured: money(2_400)), LossCause.price),
        (Listing(landed: money(2_900), owner: "COMPETITOR", featured: money(2_600)), .price),
        (Listing(owner: "COMPETITOR", featured: money(2_600), expected: money(2_450)), .price),
        (Listing(lowest: money(2_300), owner: "COMPETITOR"), .price),
        (Listing(lowest: money(2_300), owner: "SELF", shares: days((100, 61), (40, 30))), .unknown),
        (Listing(owner: "COMPETITOR", featured: money(2_400), units: 0), .stock),
        (
            Listing(
                owner: "COMPETITOR", featured: money(2_500), fulfillment: "MFN", featuredFulfillment: "AFN"),
            .fulfilment
        ),
        (
            Listing(
                owner: "COMPETITOR", featured: money(2_400), fulfillment: "MFN", featuredFulfillment: "AFN"), .price
        ),
        (Listing(owner: "COMPETITOR", featured: money(2_500), eligibility: "OFFER_NOT_ELIGIBLE"), .sellerMetrics),
        (Listing(owner: "COMPETITOR", featured: money(2_500), eligibility: "VALID_FOEP"), .unknown),
        (Listing(owner: "COMPETITOR", featured: money(2_400, "EUR")), .unknown),
        (Listing(owner: "NONE", reference: money(2_000)), .nobody),
    ])
    func causesAreToldApart(listing: Listing, cause: LossCause) {
        #expect(Look(listing).evidence()?.loss?.cause == cause)
    }

    @Test func anEmptyShelfClaimsItsLossItself() {
        let look = Look(Listing(owner: "COMPETITOR", units: 0))
        #expect(look.exposure() == Exposure.none)
        #expect(Look(Listing(owner: "COMPETITOR", units: nil)).share() == 0.82, "unknown stock is not empty")
    }

    @Test func aPriceThatIsAnErrorClaimsTheOfferThatItLoses() throws {
        var listing = Listing(
            price: money(20_000), lowest: money(2_050), owner: "COMPETITOR", featured: money(2_050),
            shares: days((98, 60), (5, 6)), past: days((2_000, 20), (20_000, 6)))
        let look = Look(listing)
        #expect(look.kinds == ["featured-offer-lost", "price-error"])
        #expect(look.evidence()?.loss?.cause == .priceError)
        #expect(look.exposure() == Exposure.none)
        #expect(try #require(look.share(.priceError)) > 0.99)
        #expect(try look.stage.resolve(#require(look.evidence())).suggestion?.action == "Work on the price error first")
        listing.featured = money(1_900)
        #expect(Look(listing).evidence()?.loss?.cause == .price, "the usual price would be dear as well")
        listing.featured = money(2_050)
        listing.landed = money(20_100)
        #expect(Look(listing).evidence()?.loss?.cause == .price, "with shipping it would")
        listing.landed = nil
        listing.price = nil
        #expect(Look(listing).evidence()?.loss?.cause == .priceError, "no price is no offer")
        listing.price = money(200)
        #expect(Look(listing).evidence()?.loss?.cause == .unknown, "nobody loses the offer by asking less")
    }

    @Test func theOfferIsNotLostAnyMoreOnceThePriceIsCorrected() {
        var listing = Listing(
            price: money(2_000), owner: "SELF", shares: days((98, 60), (5, 6), (98, 1)),
            past: days((2_000, 20), (20_000, 6), (2_000, 1)))
        #expect(Look(listing).kinds.isEmpty)
        listing.past = []
        #expect(Look(listing).kinds == ["featured-offer-lost"], "page views are two days late")
    }

    @Test func everyCauseHasItsPlaybook() {
        #expect(Set(LossCause.allCases.map { Playbook.lostOffer($0).id }).count == LossCause.allCases.count)
    }
}
