import FlywheelKit
import FlywheelMemory
import FlywheelSQLite
import FlywheelStore
import Synchronization

/// What the run of a command found out about the store it opened: for whoever writes the answer.
final class OpenedStore: Sendable {
    /// A store that a simulation wrote.
    struct Simulated: Hashable {
        /// What its chance was drawn from.
        let seed: UInt64
        /// The moment it ends, which is now for whoever looks at it.
        let ends: Instant
    }

    private let found = Mutex<Simulated?>(nil)
    private let upgraded = Mutex<StoreUpgrade?>(nil)

    private let kept = Mutex<MemoryStore?>(nil)

    /// Keeps what is in memory until the program ends, which takes it all back at once: giving a million rows back one by one
    /// takes seconds.
    func keep(_ store: MemoryStore) { kept.withLock { $0 = store } }

    /// What is known of the simulation that wrote the store; `nil` of a real one, and before any was opened.
    var simulated: Simulated? { found.withLock { $0 } }

    /// What opening it brought up to date, where anything had to be.
    var upgrade: StoreUpgrade? { upgraded.withLock { $0 } }

    /// Looks whether a simulation wrote a store, and whether it had to be brought up to date.
    func look(at store: any Store) throws(StoreError) {
        if let upgrade = (store as? SQLiteStore)?.upgrade { upgraded.withLock { $0 = upgrade } }
        guard try store.isSimulated() else { return }
        let marked = try store.history(of: "store").first { $0.event.verb == .simulated }
        guard let marked, let seed = UInt64(marked.event.detail) else { return }
        let ends = try store.currentRotation()?.asOf ?? marked.at
        found.withLock { $0 = Simulated(seed: seed, ends: ends) }
    }
}
