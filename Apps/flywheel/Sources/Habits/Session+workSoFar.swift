import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import Learning

extension Session {
    /// All that the wheel is judged by, with what people did since the newest look; a history of nothing before the first.
    func workSoFar() throws -> WorkHistory { try orNothing { try $0.history(until: now) } }

    /// The part of it that people worked on: what ended since a moment, and what somebody changed and has not ended. However
    /// much waits, it takes no longer.
    func work(endedSince since: Instant) throws -> WorkHistory {
        try orNothing { try $0.work(until: now, endedSince: since) }
    }

    private func orNothing(_ read: (HistoryReader) throws -> WorkHistory) throws -> WorkHistory {
        do {
            return try read(HistoryReader(store: host.store, plan: host.plan))
        } catch HistoryError.noTurn {
            let currency = host.configuration.rotation.currency ?? Marketplace.directory[0].currency
            return WorkHistory(from: now, until: now, currency: currency)
        }
    }
}
