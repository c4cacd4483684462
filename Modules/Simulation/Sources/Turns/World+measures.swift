import FlywheelKit
import FlywheelRuntime
import Statistics

extension World {
    /// How the business stands at a turn: what is on sale, what it sells, who is there.
    mutating func measures(on day: Int, isComplete: Bool) -> BusinessMeasures {
        var measures = BusinessMeasures()
        let listings = listings(on: day)
        let years = Double(day) / 364
        let season = 1 + organisation.season * wave(years - organisation.peak)
        let demand = power(1 + organisation.market, years) * season * 7
        let (noise, fresh) = (chance.business.normal(), chance.business.uniform())
        // What stands in the queue is not sold.
        let lost = open.reduce(0.0) { sum, number in
            let trouble = troubles[number]
            return sum + organisation.catalogue.listings[trouble.listing].revenue * trouble.share
        }
        let whole = organisation.catalogue.revenue(of: listings)
        let kept = max(0, 1 - lost / max(1, whole)) * max(0.5, 1 + 0.02 * noise)
        measures.feeds = organisation.workflows.count + 1
        measures.freshFeeds = measures.feeds - (fresh < 0.05 ? 1 : 0)
        measures.listings = listings
        measures.watched = listings
        measures.heroes = organisation.catalogue.heroes(of: listings)
        measures.stockKnown = listings
        measures.stockedOut = open.count {
            organisation.workflows[troubles[$0].workflow].kinds[troubles[$0].kind].finding.id == "stock-out"
        }
        measures.featuredHeroes = measures.heroes
        let lostOffers = open.count {
            organisation.workflows[troubles[$0].workflow].manifest.id == "pricing"
                && organisation.catalogue.listings[troubles[$0].listing].tier == .a
        }
        measures.heroFeaturedShare =
            measures.heroes == 0 ? nil : max(0, 0.92 - 0.6 * Double(lostOffers) / Double(measures.heroes))
        measures.weekListings = listings
        measures.weekUnits = Int((organisation.catalogue.units(of: listings) * demand * kept).rounded())
        measures.weekRevenue = Int64((whole * demand * kept).rounded())
        let staff = organisation.staff.filter { $0.isStaff(on: day) }
        measures.staff = staff.count
        measures.staffHours = staff.reduce(0) { $0 + $1.hoursPerWeek }
        return measures
    }
}
