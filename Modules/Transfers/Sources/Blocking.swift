import Dispatch

/// Threads are made for it as they are needed; those that tasks share are as many as there are cores.
private let blockable = DispatchQueue(label: "blocking", attributes: .concurrent)

/// Does what blocks its thread apart from where tasks run, of which there are only as many as cores.
package func blocking<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        blockable.async { continuation.resume(with: Result { try body() }) }
    }
}
