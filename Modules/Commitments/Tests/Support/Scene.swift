import Calendars
import FlywheelKit
import FlywheelMemory
import FlywheelStore
import Testing

@testable import Commitments

/// A store with a person at its desk, and hours after 1 November 2026 in universal time.
struct Scene {
    static let yaml = """
        commitments:
          public: true
          title: Northwind status
          address: https://status.northwind.example
          accounts: [acme]
          components:
            - {id: orders, name: Order import, since: 2026-10-01}
            - {id: labels, name: Labels & returns}
          levels:
            - {id: answers, title: We answer, clock: first-response, promise: sellers, target: 0.9}
            - {id: orders-up, title: Orders come in, component: orders, target: 0.99, window: rolling-28-days}

        """

    let store: any Store = MemoryStore()
    let settings: CommitmentSettings

    init(_ yaml: String = Scene.yaml) throws {
        settings = try CommitmentSettings(yaml: yaml, names: Self.names)
    }

    static let names = CommitmentSettings.Names(
        clocks: ["first-response", "resolution"], promises: ["sellers", "all"])

    static func hour(_ hours: Double) -> Instant {
        Instant(seconds: 1_793_491_200 + Int64(hours * 3_600))
    }

    func desk(_ hours: Double, by name: String = "mia") -> CommitmentDesk {
        CommitmentDesk(store, settings: settings, actor: Actor(.person, name), now: Self.hour(hours))
    }

    func status(_ hours: Double, kept: Int = 0, told: Int = 0) throws -> PublicStatus {
        let desk = desk(hours)
        return try desk.status(desk.levels(in: .utc) { _, _, _ in (kept, told) })
    }

    /// Somebody who wrote to the desk.
    func party(_ name: String) throws {
        let id = try store.reserve(1, of: PartyRecord.self)
        var act = CaseAct()
        act.parties = [PartyRecord(id: id, side: "buyer", since: Self.hour(0))]
        act.texts = [PersonalText(.name, id.number, case: nil, party: id, at: Self.hour(0), name)]
        try store.perform(act, by: .flywheel, at: Self.hour(0))
    }
}
