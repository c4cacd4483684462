import FlywheelKit
import FlywheelSQLite
import FlywheelStore
import Testing

@testable import flywheel

extension Desk {
    /// A price from 16.89 to 15.90, and attributes of which one is known, as a rotation might propose them for two open
    /// exceptions on listings.
    ///
    /// - Returns: the ids of the changes, the price first.
    func proposed(mode: ChangeRecord.Mode = .test) throws -> [String] {
        let store = try SQLiteStore(path: "\(folder)/store.flywheel")
        let place = Marketplace.named(try #require(try Self.open(in: store).first).fingerprint.subject.marketplace)
        let currency = try #require(place?.currency)
        let price = ListingChange.price(
            PriceChange(
                from: Money(minorUnits: 16_89, currency), to: Money(minorUnits: 15_90, currency), unitsNow: 3.5,
                unitsThen: 4.25, gain: Money(minorUnits: 3_14, currency)))
        let attributes = ListingChange.attributes([
            AttributeChange("brand", to: nil), AttributeChange("color", to: "red"),
        ])
        return try propose([price, attributes], mode: mode, in: store)
    }

    /// One attribute of a listing.
    func proposed(setting attribute: AttributeChange) throws -> [String] {
        try propose([.attributes([attribute])], mode: .test, in: SQLiteStore(path: "\(folder)/store.flywheel"))
    }

    /// Prices that are expected to bring so much more a day.
    func proposed(gains: [Money?]) throws -> [String] {
        let changes = gains.map { gain in
            let currency = gain?.currency ?? Scene.usd
            return ListingChange.price(
                PriceChange(
                    from: Money(minorUnits: 16_89, currency), to: Money(minorUnits: 15_90, currency), unitsNow: 3.5,
                    unitsThen: 4.25, gain: gain))
        }
        return try propose(changes, mode: .test, in: SQLiteStore(path: "\(folder)/store.flywheel"))
    }

    private static func open(in store: SQLiteStore) throws -> [ExceptionRecord] {
        try store.unfinishedExceptions().filter { exception in
            exception.state.isOpen && exception.fingerprint.subject.kind == .listing
                && exception.fingerprint.workflow == "suppressions"
        }
    }

    private func propose(
        _ changes: [ListingChange], mode: ChangeRecord.Mode, in store: SQLiteStore
    ) throws -> [String] {
        let current = try #require(try store.currentRotation())
        let open = try Self.open(in: store)
        try #require(open.count >= changes.count)
        let id = try store.beginRotation(asOf: current.asOf, currency: current.currency)
        var turn = Turn(
            RotationRecord(id: id, asOf: current.asOf, currency: current.currency, summary: current.summary))
        let first = try store.reserveChanges(changes.count).number
        turn.proposals = zip(changes, open).enumerated().map { index, entry in
            ChangeRecord(
                id: ChangeID(first + Int64(index)), exception: entry.1.id, fingerprint: entry.1.fingerprint,
                proposal: entry.0, proposed: current.asOf, rotation: id, mode: mode)
        }
        turn.events = turn.proposals.map {
            JournalEvent(
                .proposed, $0.id.description, cause: id.description, state: "proposed",
                detail: $0.exception.description)
        }
        try store.publish(turn)
        return turn.proposals.map(\.id.description)
    }

    /// The configuration in which the example's account is live.
    func goLive() throws {
        _ = try write("changes:\n  live: [northwind]\n  sellers: {northwind: A1SELLER}\n", to: "flywheel.yaml")
    }
}
