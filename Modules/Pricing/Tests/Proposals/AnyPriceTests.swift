import FlywheelKit
import Statistics
import Testing

@testable import Pricing

/// Situations of every kind, most of them odd.
@Suite struct AnyPriceTests {
    private static let situations = 125_000

    /// A million situations, in eight parts.
    @Test(arguments: 1...8 as ClosedRange<UInt64>) func noProposalBreaksARule(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var (proposals, faults) = (0, [String]())
        for _ in 0..<Self.situations {
            let (situation, step) = random.situation()
            guard case .success(let proposal) = PriceProposal.decide(situation, mostStep: step) else { continue }
            proposals += 1
            let broken = Self.rulesBroken(by: proposal, situation, step)
            if !broken.isEmpty { faults.append("\(broken): \(proposal) of \(situation), \(step)") }
        }
        #expect(proposals > 1_000, "of which \(proposals) led to a proposal")
        #expect(faults.isEmpty, "\(faults.count), first \(faults.first ?? "")")
    }

    private static func rulesBroken(
        by proposal: PriceProposal, _ situation: PriceSituation, _ mostStep: Int
    ) -> [String] {
        let (from, to) = (proposal.from.minorUnits, proposal.to.minorUnits)
        var broken: [String] = []
        func rule(_ name: String, _ holds: Bool) { if !holds { broken.append(name) } }
        rule("floor", to >= situation.floor?.minorUnits ?? 0)
        rule("ceiling", to <= situation.ceiling?.minorUnits ?? .max)
        rule("moves something", to != from)
        rule("step", abs(to - from) * 10_000 <= from * Int64(mostStep))
        rule("gain", proposal.gain.minorUnits > 0)
        rule("gain's range", proposal.gainLow.minorUnits <= proposal.gain.minorUnits)
        rule("gain's end", proposal.aim != .earnMore || proposal.gainLow.minorUnits >= 0)
        rule("sum", proposal.gain.minorUnits == proposal.wonBack.minorUnits - proposal.givenAway.minorUnits)
        rule("elasticity", proposal.elasticity < 0)
        if to < from {
            let advertised = situation.minimumAdvertisedPrice?.minorUnits ?? 0
            rule("advertised", to - (situation.discount?.minorUnits ?? 0) >= advertised)
            if let cost = situation.unitCost?.minorUnits {
                let share =
                    1 / (1 + Double(situation.taxRate ?? 0) / 10_000)
                    - Double(situation.fees?.tenThousandths ?? 0) / 10_000
                let kept = Double(to - (situation.discount?.minorUnits ?? 0)) * share
                let outlay = cost + (situation.fees?.sum.minorUnits ?? 0)
                rule("loss", kept - Double(outlay) >= -1e-6)
            } else {
                rule("cost", situation.floor != nil)
            }
        } else {
            rule("evidence of a rise", situation.elasticity?.evidence == .own && situation.unitCost != nil)
            rule(
                "lowest competitor",
                situation.lowestCompetitorPrice.map { paid(to, situation) <= $0.minorUnits } ?? true)
        }
        if proposal.unitsThen > proposal.unitsNow {
            let supply = situation.supply
            rule("shipping", (supply?.units ?? 0) >= (supply?.leadTimeDays ?? .infinity) * proposal.unitsThen - 1e-6)
        }
        return broken
    }

    private static func paid(_ price: Int64, _ situation: PriceSituation) -> Int64 {
        price + (situation.shipping?.minorUnits ?? 0) - (situation.discount?.minorUnits ?? 0)
    }

    private static func proposed(_ situation: PriceSituation, _ mostStep: Int) -> Int64? {
        try? PriceProposal.decide(situation, mostStep: mostStep).get().to.minorUnits
    }

    /// Up to the price itself: above it the floor is broken, which is another problem. No proposal leaves the price.
    @Test(arguments: 11...14 as ClosedRange<UInt64>) func aHigherFloorNeverLowersThePrice(seed: UInt64) {
        var (random, compared) = (SplitMix64(seed: seed), 0)
        for _ in 0..<15_000 {
            var (situation, step) = random.situation()
            guard let before = Self.proposed(situation, step) else { continue }
            let floor = situation.floor?.minorUnits ?? 1
            let price = situation.price.minorUnits
            situation.floor = Money(
                minorUnits: floor + Int64(Double(price - floor) * random.uniform()), situation.price.currency)
            let after = Self.proposed(situation, step) ?? price
            compared += 1
            #expect(after >= before, "\(situation)")
        }
        #expect(compared > 50)
    }

    /// Where both lead to a proposal: a cut that no longer pays leaves the price where it is.
    @Test(arguments: 21...24 as ClosedRange<UInt64>) func aCheaperCompetitorNeverRaisesTheProposal(seed: UInt64) {
        var (random, compared) = (SplitMix64(seed: seed), 0)
        for _ in 0..<20_000 {
            var (situation, step) = random.situation()
            guard let before = Self.proposed(situation, step) else { continue }
            let share = 0.95 + 0.05 * random.uniform()
            func cheaper(_ money: Money?) -> Money? {
                money.map { Money(minorUnits: Int64(Double($0.minorUnits) * share), $0.currency) }
            }
            situation.featuredPrice = cheaper(situation.featuredPrice)
            situation.lowestCompetitorPrice = cheaper(situation.lowestCompetitorPrice)
            situation.expectedFeaturedPrice = cheaper(situation.expectedFeaturedPrice)
            guard let after = Self.proposed(situation, step) else { continue }
            compared += 1
            #expect(after <= before, "\(situation)")
        }
        #expect(compared > 50)
    }
}

extension SplitMix64 {
    fileprivate mutating func maybe<Value>(_ probability: Double, _ value: (inout SplitMix64) -> Value) -> Value? {
        uniform() < probability ? value(&self) : nil
    }

    /// A price of 5 to 100, and all else about it.
    fileprivate mutating func situation() -> (PriceSituation, mostStep: Int) {
        let price = 500 + Int64(9_500 * uniform())
        func about(_ low: Double, _ high: Double) -> (inout SplitMix64) -> Money {
            { PriceProposalTests.usd(Int64(Double(price) * (low + (high - low) * $0.uniform()))) }
        }
        var situation = PriceSituation(price: PriceProposalTests.usd(price))
        situation.shipping = maybe(0.3, about(0, 0.2))
        situation.discount = maybe(0.2, about(0, 0.2))
        situation.unitCost = maybe(0.8, about(0.1, 1))
        situation.fees = maybe(0.7) {
            SellingFees(tenThousandths: Int(3_000 * $0.uniform()), sum: about(0, 0.2)(&$0))
        }
        situation.taxRate = maybe(0.5) { Int(2_700 * $0.uniform()) }
        situation.floor = maybe(0.5, about(0.3, 1.05))
        situation.ceiling = maybe(0.4, about(0.98, 1.3))
        situation.minimumAdvertisedPrice = maybe(0.2, about(0.5, 1.1))
        situation.featured = maybe(0.98) { [.own, .own, .competitor, .competitor, .none][Int(5 * $0.uniform())] }
        situation.featuredPrice = maybe(0.8, about(0.8, 1.1))
        situation.expectedFeaturedPrice = maybe(0.2, about(0.85, 1.1))
        situation.referencePrice = maybe(0.3, about(0.85, 1.2))
        situation.lowestCompetitorPrice = maybe(0.7, about(0.85, 1.3))
        situation.competitors = maybe(0.7) { Int(4 * $0.uniform()) }
        situation.unitsNow = maybe(0.95) { 20 * $0.uniform() }
        situation.unitsWhenFeatured = maybe(0.95) { 40 * $0.uniform() }
        situation.elasticity = maybe(0.97) {
            Elasticity(
                mean: -2.5 + 1.5 * $0.normal(), deviation: 0.05 + $0.uniform(),
                evidence: [.own, .own, .pooled, .prior][Int(4 * $0.uniform())], priorWeight: 0.5)
        }
        situation.supply = maybe(0.9) {
            PriceSituation.Supply(units: 2_000 * $0.uniform(), leadTimeDays: 60 * $0.uniform())
        }
        return (situation, 200 + Int(1_800 * uniform()))
    }
}
