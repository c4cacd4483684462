import FlywheelKit
import FlywheelStore
import Synchronization
import Transfers

extension Dispatcher {
    /// Serves every subscription until the task is cancelled. One that is slow is left to itself, and the others go on.
    ///
    /// - Parameters:
    ///   - pause: waits between two looks for what is new; throws where it is cancelled.
    ///   - report: is told what went wrong in the store; the next look tries again.
    public func run(
        pause: @escaping @Sendable () async throws -> Void, report: @escaping @Sendable (any Error) -> Void
    ) async {
        let served = Served()
        await withDiscardingTaskGroup { group in
            var looks = 0
            while !Task.isCancelled {
                if looks.isMultiple(of: Self.looksBetweenDigests) {
                    do { try await blocking { try tidy() } } catch { report(error) }
                }
                looks += 1
                do {
                    for subscription in try await blocking({ try active() }) where served.begin(subscription.id) {
                        group.addTask {
                            defer { served.end(subscription.id) }
                            do { _ = try await serve(subscription.id) } catch { report(error) }
                        }
                    }
                } catch {
                    report(error)
                }
                do { try await pause() } catch { return }
            }
        }
    }

    /// How many looks for what happened there are for one at the schedule of digests.
    private static let looksBetweenDigests = 60

    /// The subscriptions that are being served.
    private final class Served: Sendable {
        private let ids = Mutex<Set<SubscriptionID>>([])

        func begin(_ id: SubscriptionID) -> Bool { ids.withLock { $0.insert(id).inserted } }
        func end(_ id: SubscriptionID) { ids.withLock { _ = $0.remove(id) } }
    }
}
