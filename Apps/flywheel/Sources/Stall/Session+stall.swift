import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

extension Session {
    /// Whether the wheel turns, by what was done up to the newest turn and now.
    func stall() throws -> StallAnswer {
        let (rotation, _) = try currentRotation()
        let history = try HistoryReader(store: host.store, plan: host.plan).history(until: max(now, rotation.asOf))
        return StallAnswer(rotation: rotation, health: WheelHealth(of: history))
    }
}
