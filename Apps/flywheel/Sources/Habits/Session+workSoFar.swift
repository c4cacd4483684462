import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import Learning

extension Session {
    /// All that the wheel is judged by, with what people did since the newest look; a history of nothing before the first.
    func workSoFar() throws -> WorkHistory {
        do {
            return try HistoryReader(store: host.store, plan: host.plan).history(until: now)
        } catch HistoryError.noTurn {
            let currency = host.configuration.rotation.currency ?? Marketplace.directory[0].currency
            return WorkHistory(from: now, until: now, currency: currency)
        }
    }
}
