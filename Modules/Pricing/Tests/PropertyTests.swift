import FlywheelKit
import Statistics
import Testing

@testable import Pricing

@Suite struct PropertyTests {
    /// Any listing, most of it known.
    private func listing(_ number: Int, using random: inout SplitMix64) -> Listing {
        func maybe<Value>(_ value: Value) -> Value? { random.uniform() < 0.7 ? value : nil }
        func price() -> Money? { maybe(Int64(100 + 5_000 * random.uniform())).flatMap { money($0) } }
        let owners = ["SELF", "COMPETITOR", "NONE", "who knows"]
        var listing = Listing(code: "L\(number)", price: price())
        listing.landed = price()
        listing.discount = maybe(Int64(500 * random.uniform())).flatMap { money($0) }
        (listing.lowest, listing.lowestLanded, listing.featured) = (price(), price(), price())
        (listing.expected, listing.reference, listing.advertised) = (price(), price(), price())
        listing.owner = maybe(owners[Int(random.uniform() * 4)])
        (listing.cost, listing.fees, listing.floor, listing.ceiling) = (price(), price(), price(), price())
        listing.shares = (0..<60).map { _ in maybe(Int(100 * random.uniform())) }
        listing.past = (0..<30).map { _ in maybe(Int(100 + 5_000 * random.uniform())) }
        listing.pastLowest = (0..<30).map { _ in maybe(Int(100 + 5_000 * random.uniform())) }
        listing.units = maybe(Int32(200 * random.uniform()))
        listing.demand = maybe(Float(10 * random.uniform()))
        return listing
    }

    private func listings(_ seed: UInt64) -> [Listing] {
        var random = SplitMix64(seed: seed)
        return (0..<300).map { listing($0, using: &random) }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func nothingIsSaidOfAFeaturedOfferThatNobodyKnows(seed: UInt64) {
        let unknown = listings(seed).map { listing in
            var listing = listing
            (listing.owner, listing.shares, listing.past, listing.pastLowest) = (nil, [], [], [])
            return listing
        }
        let look = Look(Scene(unknown))
        #expect(!look.kinds.contains("featured-offer-lost"))
        #expect(look.findings.undecidedByKind["featured-offer-lost"]?.count == unknown.count)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>) func everyClaimAndEveryProposalIsWithinItsBounds(seed: UInt64) {
        let look = Look(Scene(listings(seed)))
        #expect(look.findings.all.count > 100)
        for finding in look.findings.all {
            if case .dailyShare(let shares) = look.stage.exposure(of: finding.evidence).loss {
                #expect(shares.allSatisfy { (0...1).contains($0) }, "\(finding)")
            }
            guard case .act(let remedy) = look.stage.resolve(finding.evidence).action,
                case .price(let change)? = remedy.change
            else { continue }
            let offer = finding.evidence.offer
            #expect(offer.floor?.isAbove(change.to) != true, "\(finding)")
            #expect(change.to.isAbove(offer.ceiling) != true, "\(finding)")
            #expect(change.to.minorUnits > 0)
        }
    }

    @Test func lessOfTheUsualPageViewsNeverClaimsLess() {
        var before = 0.0
        for share in stride(from: 100, through: 0, by: -1) {
            let claim = Look(Listing(owner: "COMPETITOR", shares: days((100, 60), (share, 7)))).share() ?? 0
            // A share as usual leaves only the state, whose size is a prior.
            guard share < 90 else { continue }
            #expect(claim >= before, "\(share) %")
            before = claim
        }
        #expect(before == 1)
    }
}
