import Commitments
import FlywheelKit
import Synchronization

/// How much of each service level was kept, counted once a minute however many look: all cases are gone through for it, and
/// anybody may ask. Where incidents stand is never kept.
final class LevelCache: Sendable {
    private struct Kept {
        let minute: Int64
        let levels: [AttainedLevel]
    }

    private let kept = Mutex<Kept?>(nil)

    /// The levels as of this minute.
    func levels(of session: Session) throws -> [AttainedLevel] {
        let minute = session.now.seconds / 60
        return try kept.withLock { kept in
            if let kept, kept.minute == minute { return kept.levels }
            let levels = try session.serviceLevels()
            kept = Kept(minute: minute, levels: levels)
            return levels
        }
    }
}
