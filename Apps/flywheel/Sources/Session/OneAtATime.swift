import Synchronization

/// Lets those who do the same wait for one another.
final class OneAtATime: Sendable {
    private let turn = Mutex(())

    /// Does it once nobody else does.
    func run<Value: Sendable>(_ body: () throws -> Value) rethrows -> Value {
        try turn.withLock { _ in try body() }
    }
}
