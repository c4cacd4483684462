import Dispatch
import Synchronization

/// Runs asynchronous work to its end where everything else is not asynchronous.
enum Waiting {
    /// Waits for work that runs on threads of its own: whoever waits may block a thread that all tasks share, and with as many
    /// waiting as there are cores nothing else would go on.
    static func finish<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) throws -> Value {
        try finish(on: OwnThreads(), work)
    }

    /// Waits for work that runs where the executor says, or where all tasks do: for the main thread, which is none of theirs.
    static func finish<Value: Sendable>(
        on executor: (any TaskExecutor)?, _ work: @escaping @Sendable () async throws -> Value
    ) throws -> Value {
        let done = DispatchSemaphore(value: 0)
        let outcome = Outcome<Value>()
        Task(executorPreference: executor) {
            do {
                let value = try await work()
                outcome.result.withLock { $0 = .success(value) }
            } catch {
                outcome.result.withLock { $0 = .failure(error) }
            }
            done.signal()
        }
        done.wait()
        return try outcome.result.withLock { $0 }.get()
    }

    private final class Outcome<Value: Sendable>: Sendable {
        let result = Mutex<Result<Value, any Error>>(.failure(CancellationError()))
    }

    private final class OwnThreads: TaskExecutor {
        private let queue = DispatchQueue(label: "waiting", attributes: .concurrent)

        func enqueue(_ job: consuming ExecutorJob) {
            let job = UnownedJob(job)
            queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
        }
    }
}
