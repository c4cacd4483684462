import Crypto
import FlywheelKit
import Synchronization

/// Token buckets by key: so many tries at once, and one more each so many seconds. Nobody is ever locked out.
///
/// The table has a fixed size, so that made-up keys cannot fill the memory; two keys that meet in one place share its bucket.
/// Places come from a keyed hash, so that nobody can aim at another's.
final class TokenBuckets: Sendable {
    private struct Bucket {
        /// Seconds of tries that were taken and have not come back yet, as of `at`.
        var taken: Int64 = 0
        var at: Int64 = 0
    }

    private let capacity: Int64
    private let interval: Int64
    private let key: SymmetricKey
    private let buckets: Mutex<[Bucket]>

    /// Buckets of `capacity` tries, one of which comes back each `interval` seconds.
    init(capacity: Int, interval: Int64, places: Int = 1 << 16, chance: Chance) {
        self.capacity = Int64(capacity)
        self.interval = interval
        key = SymmetricKey(data: chance.bytes(32))
        buckets = Mutex(Array(repeating: Bucket(), count: places))
    }

    /// Takes a try, or says in how many seconds there will be one.
    func take(_ name: String, at now: Instant) -> Int64? {
        change(name, at: now) { bucket in
            let wait = bucket.taken - (capacity - 1) * interval
            guard wait <= 0 else { return wait }
            bucket.taken += interval
            return nil
        }
    }

    /// Gives a try back that turned out well.
    func giveBack(_ name: String, at now: Instant) {
        change(name, at: now) { bucket in bucket.taken = max(0, bucket.taken - interval) }
    }

    private func change<Result: Sendable>(_ name: String, at now: Instant, _ body: (inout Bucket) -> Result) -> Result {
        let code = HMAC<SHA256>.authenticationCode(for: Array(name.utf8), using: key)
        let hash = code.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return buckets.withLock { buckets in
            let place = Int(hash % UInt64(buckets.count))
            let passed = max(0, now.seconds - buckets[place].at)
            buckets[place].taken = max(0, buckets[place].taken - passed)
            buckets[place].at = now.seconds
            return body(&buckets[place])
        }
    }
}
