import Dispatch

/// What `transform` makes of 0 to `count`, in order, on all cores.
package func concurrentMap<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) -> Result
) -> [Result] {
    guard count > 1 else { return (0..<count).map(transform) }
    return [Result](unsafeUninitializedCapacity: count) { results, initialized in
        // Each iteration writes its own place, so the places need no lock.
        nonisolated(unsafe) let places = results
        DispatchQueue.concurrentPerform(iterations: count) { index in
            places.initializeElement(at: index, to: transform(index))
        }
        initialized = count
    }
}
