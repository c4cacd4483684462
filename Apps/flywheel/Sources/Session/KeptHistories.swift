import Assessment
import FlywheelStore
import People
import Synchronization

/// What the wheel was judged by at the newest look, kept until the next one: it is the same whenever it is read, and with
/// many open problems reading it takes seconds.
final class KeptHistories: Sendable {
    private struct Kept {
        var rotation: RotationID?
        /// By what whoever looked may know of.
        var histories: [AccountScope: WorkHistory] = [:]
    }

    /// Kept at once; a history of a million problems is some hundred megabytes.
    private static let most = 4

    private let kept = Mutex(Kept())

    /// The history up to a rotation, read where it is not kept. Others wait for it meanwhile, and then read nothing.
    func history(
        until rotation: RotationID, for scope: AccountScope, _ read: () throws -> WorkHistory
    ) throws -> WorkHistory {
        try kept.withLock { kept in
            if kept.rotation != rotation || kept.histories.count >= Self.most && kept.histories[scope] == nil {
                kept = Kept(rotation: rotation)
            }
            if let history = kept.histories[scope] { return history }
            let history = try read()
            kept.histories[scope] = history
            return history
        }
    }
}
