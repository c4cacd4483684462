import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import FlywheelRuntime

/// A listing whose price of 20.00 is to be matched to a competitor's 18.00, thirty days before noon.
struct PricedListing {
    static let first = Instant.noon - 30
    static let policy = ChangePolicy(liveAccounts: ["acme"], pricesPerDay: 9)

    let wheel: Wheel

    init() throws {
        var settings = RotationSettings()
        settings.changes = Self.policy
        let limit = Export(
            feed: Costs.feed, effectiveAt: Self.first,
            rows: [FactRow("A", Costs.floor.of(Currency("USD").map { Money(minorUnits: 5_00, $0) }))])
        let sales = Export.sales(["A": 4], days: 30, until: Self.first.utcDay, at: Self.first)
        let (catalog, blocked) = (
            Export.catalog([("A", nil, 20_00)], at: Self.first), Export.blocked([], at: Self.first)
        )
        wheel = Wheel(
            store: try store([catalog, limit, sales, blocked]),
            stages: [InstalledStage(MatchStage.self), InstalledStage(HiddenStage.self)], settings: settings)
        try list(own: 20_00, lowest: 18_00, at: Self.first)
        try wheel.turn(at: Self.first + 0.1)
    }

    /// A list of prices, in cents.
    func list(own: Int64, lowest: Int64, at: Instant) throws {
        try Export.offers("A", own: own, lowest: lowest, at: at).keep(in: wheel.store)
    }

    func desk(_ name: String, at now: Instant) throws -> ChangeDesk {
        ChangeDesk(
            wheel.store, plan: try Plan(wheel.stages), policy: Self.policy, zones: .utc, terms: StatedTerms(),
            actor: Actor(.person, name), now: now)
    }

    /// The changes that were proposed, oldest first.
    func changes() throws -> [ChangeRecord] { try wheel.store.listingChanges(waiting: false) }

    /// Has what waits approved and written: by one person, ten minutes apart.
    @discardableResult
    func write(by name: String, at now: Instant) throws -> ChangeID {
        let change = try #require(try changes().last)
        try desk(name, at: now).approve(change.id)
        let desk = try desk(name, at: now.advanced(bySeconds: 600))
        let ready = try #require(try desk.ready([change.id], isTrial: false).ready.first)
        try desk.markWritten([(ready, "/\(change.id).txt", "0")])
        return change.id
    }

    func takeBack(_ id: ChangeID, by name: String, at now: Instant) throws {
        let desk = try desk(name, at: now)
        try desk.markWritten([(try desk.restoring(id), "/back.txt", "0")])
    }

    /// What ended, by exception.
    func outcomes() throws -> [OutcomeRecord] { try wheel.store.outcomes() }
}
