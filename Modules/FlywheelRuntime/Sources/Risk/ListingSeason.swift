import FlywheelKit
import RevenueAtRisk

/// The season of a listing, and what it comes to ahead.
struct ListingSeason: Sendable {
    /// What was published: for how many ordinary days each past one counts.
    let published: DemandSeason
    /// The weeks that revenue at risk looks at; `nil` where all of them are ordinary.
    let ahead: Season?
    /// For how many ordinary days those count whose revenue decides a tier.
    let tierDays: Double

    /// Nothing of a season of which a part cannot be.
    init?(_ published: DemandSeason, horizon: Int) {
        guard published.isCredible else { return nil }
        self.published = published
        ahead = Season(published, horizon: horizon)
        tierDays = Season(published, horizon: Tiering.days)?.fullDays(Tiering.days) ?? Double(Tiering.days)
    }
}
