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
            guard now >= rotation.asOf else { return try history(until: now) }
            // What is kept is by who may know of how much, and of one account more may be known than by whoever knows it alone.
            guard !isOfOneAccount else { return try history(until: rotation.asOf) }
            return try histories.history(until: rotation.id, for: scope) { try history(until: rotation.asOf) }
        } catch let error as HistoryError {
            throw Diagnostic(
                "no-rotation", error.description, help: "leave --as-of out, or name a later moment", exit: .failed)
        }
    }

    private func history(until moment: Instant) throws -> WorkHistory {
        try HistoryReader(store: host.store, plan: host.plan, loop: loopStore).history(until: moment)
    }
}
