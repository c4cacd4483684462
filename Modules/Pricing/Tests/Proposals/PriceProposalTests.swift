import FlywheelKit
import Statistics
import Testing

@testable import Pricing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct PriceProposalTests {
    static let (dollar, euro) = (currency("USD"), currency("EUR"))

    private static func currency(_ code: String) -> Currency { [code].compactMap { Currency($0) }[0] }

    /// USD in cents.
    static func usd(_ cents: Int64) -> Money { Money(minorUnits: cents, dollar) }

    static let learnt = Elasticity(mean: -2, deviation: 0.5, evidence: .own, priorWeight: 0.2)

    /// 20.00, and 19.00 is featured; a unit costs 8.00, 15 % and 3.00.
    static func beaten() -> PriceSituation {
        var situation = PriceSituation(price: usd(2_000))
        situation.featured = .competitor
        situation.featuredPrice = usd(1_900)
        situation.unitCost = usd(800)
        situation.fees = SellingFees(tenThousandths: 1_500, sum: usd(300))
        situation.unitsNow = 4
        situation.unitsWhenFeatured = 10
        situation.elasticity = learnt
        situation.supply = PriceSituation.Supply(units: 400, leadTimeDays: 30)
        return situation
    }

    /// 15.00 while featured and alone; a unit costs 8.00.
    static func alone() -> PriceSituation {
        var situation = PriceSituation(price: usd(1_500))
        situation.featured = .own
        situation.competitors = 0
        situation.unitCost = usd(800)
        situation.unitsNow = 10
        situation.elasticity = Elasticity(mean: -1.5, deviation: 0.2, evidence: .own, priorWeight: 0.1)
        return situation
    }

    static func refusal(_ situation: PriceSituation, mostStep: Int = 1_000) -> PriceRefusal? {
        if case .failure(let refusal) = PriceProposal.decide(situation, mostStep: mostStep) { refusal } else { nil }
    }

    /// A unit leaves 20.00 x 0.85 - 11.00 = 6.00 before and 5.15 after. 10 / 0.95² = 11.08 units then: 5.15 x 11.08 is
    /// 57.06, 33.06 more than 6.00 x 4. Given away are 0.85 x 4 = 3.40.
    @Test func matchesTheFeaturedOfferWhereThatPays() throws {
        let proposal = try PriceProposal.decide(Self.beaten()).get()
        #expect(proposal.from == Self.usd(2_000) && proposal.to == Self.usd(1_900))
        #expect(proposal.aim == .winFeaturedOffer && proposal.marginBasis == .costAndFees)
        #expect(abs(proposal.unitsThen - 11.0803) < 1e-4 && proposal.unitsNow == 4)
        #expect(proposal.gain == Self.usd(3_306))
        #expect(proposal.givenAway == Self.usd(340) && proposal.wonBack == Self.usd(3_646))
        // At P10 and P90 of the elasticity, -2.64 and -1.36.
        #expect(abs(proposal.unitsThenRange.upperBound - 10 * pow(0.95, -2.6408)) < 1e-3)
        #expect(abs(proposal.unitsThenRange.lowerBound - 10 * pow(0.95, -1.3592)) < 1e-3)
        #expect(proposal.gainLow.minorUnits < 3_306 && proposal.gainHigh.minorUnits > 3_306)
    }

    /// A unit leaves 3.00 before and 1.30 after; 5 / 0.9² = 6.17 units then: 8.02 and not 12.00 a day.
    @Test func whatDoesNotPayIsRefusedWithTheNumbers() {
        var situation = Self.beaten()
        situation.featuredPrice = Self.usd(1_800)
        situation.unitCost = Self.usd(1_200)
        situation.fees = SellingFees(tenThousandths: 1_500, sum: Self.usd(200))
        situation.unitsWhenFeatured = 5
        guard case .doesNotPay(let wonBack, let givenAway, let units, let breakEven)? = Self.refusal(situation) else {
            Issue.record("expected that it does not pay, found \(String(describing: Self.refusal(situation)))")
            return
        }
        #expect(wonBack == Self.usd(282) && givenAway == Self.usd(680))
        #expect(abs(units - 6.1728) < 1e-4 && abs(breakEven - 12 / 1.3) < 1e-9)
        #expect(
            Self.refusal(situation)?.description
                == "does not pay: wins back USD 2.82 a day, gives away USD 6.80 on all that sells anyway; "
                + "6.17 units a day expected, 9.23 would pay")
    }

    /// Best at P10, -1.756: 8.00 x 1.756 / 0.756 = 18.58; a tenth is 16.50. 10 / 1.1^1.5 = 8.67 units at 8.50 less 70.00.
    @Test func anOfferAloneRisesAStepTowardsItsBestPrice() throws {
        let proposal = try PriceProposal.decide(Self.alone()).get()
        #expect(proposal.to == Self.usd(1_650) && proposal.aim == .earnMore && proposal.marginBasis == .cost)
        #expect(proposal.gain == Self.usd(368))
        #expect(proposal.givenAway == Self.usd(-1_500) && proposal.wonBack == Self.usd(-1_132))
        #expect(proposal.gainLow.minorUnits > 0)
        var near = Self.alone()
        near.price = Self.usd(1_800)
        #expect(try PriceProposal.decide(near).get().to == Self.usd(1_857))
    }

    @Test func aRiseStopsAtWhatKeepsTheOfferFeatured() throws {
        var situation = Self.alone()
        situation.competitors = 2
        #expect(Self.refusal(situation) == .noTarget)
        situation.lowestCompetitorPrice = Self.usd(1_600)
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_600))
        situation.referencePrice = Self.usd(1_580)
        situation.shipping = Self.usd(20)
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_560))
        situation.ceiling = Self.usd(1_520)
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_520))
    }

    @Test func anOfferTooDearForItsBuyersComesDown() throws {
        var situation = Self.alone()
        situation.elasticity = Elasticity(mean: -4, deviation: 0.2, evidence: .own, priorWeight: 0.1)
        situation.supply = PriceSituation.Supply(units: 900, leadTimeDays: 20)
        // Best at P90, -3.744: 8.00 x 3.744 / 2.744 = 10.92; a tenth is 13.50.
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_350))
        situation.floor = Self.usd(1_400)
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_400))
    }

    @Test func aPriceIsMovedForItsOwnSakeOnlyOnOwnEvidence() {
        var situation = Self.alone()
        situation.elasticity = Elasticity(mean: -1.5, deviation: 0.2, evidence: .pooled, priorWeight: 0.7)
        #expect(Self.refusal(situation) == .elasticityNotOwn(.pooled))
        situation.elasticity = ElasticityPrior.literature.updated(by: nil)
        #expect(Self.refusal(situation) == .elasticityNotOwn(.prior))
        let rising = Elasticity(mean: 0.3, deviation: 0.2, evidence: .own, priorWeight: 0.1)
        situation.elasticity = rising
        #expect(Self.refusal(situation) == .elasticityUnknown(rising))
    }

    @Test func aPriorIsEnoughToWinTheOfferBackAndIsNamed() throws {
        var situation = Self.beaten()
        situation.elasticity = ElasticityPrior.literature.updated(by: nil)
        #expect(try PriceProposal.decide(situation).get().evidence == .prior)
    }

    @Test func whereNobodyIsFeaturedTheReferenceIsTheTarget() throws {
        var situation = Self.beaten()
        situation.featured = FeaturedOwner.none
        situation.featuredPrice = nil
        #expect(Self.refusal(situation) == .noTarget)
        situation.referencePrice = Self.usd(1_950)
        let proposal = try PriceProposal.decide(situation).get()
        #expect(proposal.to == Self.usd(1_950) && proposal.aim == .bringBackFeaturedOffer)
    }

    @Test func whatTheMarketplaceExpectsComesFirst() throws {
        var situation = Self.beaten()
        situation.expectedFeaturedPrice = Self.usd(1_960)
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_960))
    }

    @Test func shippingAndDiscountsCountForWhatABuyerPays() throws {
        var situation = Self.beaten()
        situation.shipping = Self.usd(100)
        situation.discount = Self.usd(40)
        // 19.00 with shipping and less the coupon is 18.40 before them.
        #expect(try PriceProposal.decide(situation).get().to == Self.usd(1_840))
    }

    @Test func limitsAreNotCrossedAndTheirOwnerIsNamed() {
        var situation = Self.beaten()
        situation.floor = Self.usd(1_901)
        #expect(
            Self.refusal(situation) == .belowLimit(needed: Self.usd(1_900), limit: PriceLimit(Self.usd(1_901), .floor)))
        situation.minimumAdvertisedPrice = Self.usd(1_950)
        #expect(
            Self.refusal(situation)
                == .belowLimit(
                    needed: Self.usd(1_900), limit: PriceLimit(Self.usd(1_950), .minimumAdvertisedPrice)))
        // 17.00 and 3.00 besides: a price of 23.53 covers them after 15 %.
        situation.unitCost = Self.usd(1_700)
        #expect(
            Self.refusal(situation) == .belowLimit(needed: Self.usd(1_900), limit: PriceLimit(Self.usd(2_353), .cost)))
        situation.ceiling = Self.usd(1_990)
        #expect(
            Self.refusal(situation)
                == .outsideLimits(price: Self.usd(2_000), limit: PriceLimit(Self.usd(1_990), .ceiling)))
        situation.ceiling = Self.usd(1_800)
        #expect(
            Self.refusal(situation) == .limitsContradict(floor: Self.usd(1_901), ceiling: Self.usd(1_800)))
    }

    @Test func aFloorStandsInForAnUnknownCost() throws {
        var situation = Self.beaten()
        situation.unitCost = nil
        situation.fees = nil
        #expect(Self.refusal(situation) == .costUnknown)
        situation.floor = Self.usd(1_500)
        let proposal = try PriceProposal.decide(situation).get()
        // 4.00 x 11.08 less 5.00 x 4.
        #expect(proposal.marginBasis == .floor && proposal.gain == Self.usd(2_432))
        situation.floor = Self.usd(1_900)
        guard case .doesNotPay? = Self.refusal(situation) else {
            Issue.record("nothing is left at the floor, found \(String(describing: Self.refusal(situation)))")
            return
        }
        var alone = Self.alone()
        alone.unitCost = nil
        alone.floor = Self.usd(800)
        #expect(Self.refusal(alone) == .costUnknown)
    }

    @Test func aMoveIsShort() {
        #expect(
            Self.refusal(Self.beaten(), mostStep: 400) == .tooFar(needed: Self.usd(1_900), furthest: Self.usd(1_920)))
    }

    @Test func nothingIsSoldThatCannotBeShipped() {
        var situation = Self.beaten()
        situation.supply = PriceSituation.Supply(units: 110.8, leadTimeDays: 10)
        guard case .cannotShip(let days, 10)? = Self.refusal(situation) else {
            Issue.record("found \(String(describing: Self.refusal(situation)))")
            return
        }
        #expect(abs(days - 9.9997) < 1e-3)
        situation.supply = nil
        #expect(Self.refusal(situation) == .supplyUnknown)
    }

    @Test func theUnknownIsNotZero() {
        var situation = Self.beaten()
        situation.unitsWhenFeatured = nil
        #expect(Self.refusal(situation) == .demandUnknown)
        situation = Self.beaten()
        situation.unitsNow = nil
        #expect(Self.refusal(situation) == .demandUnknown)
        situation.featured = nil
        #expect(Self.refusal(situation) == .noTarget)
        situation = Self.beaten()
        situation.elasticity = nil
        #expect(Self.refusal(situation) == .elasticityUnknown(nil))
        situation = Self.beaten()
        situation.ownFulfillment = .seller
        situation.featuredFulfillment = .marketplace
        #expect(Self.refusal(situation) == .slowerFulfillment)
        situation = Self.beaten()
        let euros = Money(minorUnits: 900, Self.euro)
        situation.unitCost = euros
        #expect(Self.refusal(situation) == .unusable(euros))
    }
}
