import Assessment
import FlywheelKit
import Statistics

/// How the business stands at a turn.
extension World {
    mutating func measure(at now: Instant, _ day: Int, _ isComplete: Bool) {
        var turn = TurnMeasures(id: book.nextTurn, at: now)
        turn.feeds = organisation.workflows.count + 3
        turn.freshFeeds = turn.feeds - (isComplete ? 0 : 1)
        turn.listings = listings.count
        turn.watched = Int(Double(listings.count) * (isComplete ? 0.99 : 0.8))
        turn.heroes = heroes
        turn.stockKnown = Int(Double(listings.count) * 0.97)
        (turn.open, turn.openAtRisk) = openRows()
        let season = organisation.season(on: day)
        var (lost, out, heroesLost) = (0.0, 0, 0.0)
        for place in current where faults[place].began <= now && !faults[place].isFalse {
            let (fault, kind) = (faults[place], Catalogue.kinds[faults[place].kind])
            let listing = listings[fault.listing]
            lost += listing.revenue * kind.loss
            if kind.id == "stock-out" { out += 1 }
            if kind.id == "featured-offer-lost", listing.tier == .a { heroesLost += kind.loss }
        }
        turn.stockedOut = out + Int(Double(listings.count) * 0.01)
        turn.heroFeaturedShare = max(0, 0.95 - heroesLost / Double(max(turn.heroes, 1)))
        let sales = max(0, revenue - lost) * season * 7 * chance.between(0.95, 1.05)
        turn.weekRevenue = Int64(sales)
        turn.weekListings = turn.listings
        turn.weekUnits = (sales / Double(organisation.currency.minorUnitsPerUnit) / 25).rounded()
        let staff = people.count { $0.leaves.map { day < $0 } ?? true }
        turn.staff = organisation.knowsHours ? staff : nil
        turn.staffHours = organisation.knowsHours ? organisation.hours * Double(staff) / Double(people.count) : nil
        book.turns.append(turn)
    }

    /// How many rows are open, and what they count for, each listing once.
    private func openRows() -> (count: Int, amount: Int64) {
        var dearest: [Int: Int64] = [:]
        var count = 0
        for row in watched where rows[row].state == .open {
            count += 1
            let listing = faults[rows[row].fault].listing
            dearest[listing] = max(dearest[listing] ?? 0, rows[row].problem.atRiskAtOpen ?? 0)
        }
        return (count, dearest.values.reduce(0, +))
    }
}
