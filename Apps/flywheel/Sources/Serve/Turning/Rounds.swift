import ServiceLifecycle
import Transfers

/// What goes on beside the server: the same step again and again, where it may block, until the server is told to end.
enum Rounds {
    /// - Parameters:
    ///   - pause: between the end of a step and the next.
    ///   - state: what the first step is given; each later one is given what the one before came to.
    static func go<State: Sendable>(
        every pause: Duration, from state: State, _ step: @escaping @Sendable (State) -> State
    ) async {
        // Being told to end, in the middle of a pause too, is no failure.
        try? await cancelWhenGracefulShutdown {
            var state = state
            while !Task.isCancelled {
                let before = state
                state = try await blocking { step(before) }
                try await Task.sleep(for: pause)
            }
        }
    }
}
