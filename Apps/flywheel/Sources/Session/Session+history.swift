import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelStore
import Learning

extension Session {
    /// Everything the wheel is judged by, up to the newest look or the moment asked for where that is earlier: what came
    /// after a look was not looked at, and the same data give the same history whenever it is read.
    func history() throws -> WorkHistory {
        let (rotation, _) = try currentRotation()
        do {
            return try HistoryReader(store: host.store, plan: host.plan).history(until: min(now, rotation.asOf))
        } catch let error as HistoryError {
            throw Diagnostic(
                "no-rotation", error.description, help: "leave --as-of out, or name a later moment", exit: .failed)
        }
    }
}
