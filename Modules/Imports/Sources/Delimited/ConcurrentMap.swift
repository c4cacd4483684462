import Dispatch

/// `transform` of every item, in order, on all cores.
func concurrentMap<Item: Sendable, Output: Sendable>(
    _ items: [Item], _ transform: @Sendable (Item) -> Output
) -> [Output] {
    guard items.count > 1 else { return items.map(transform) }
    return [Output](unsafeUninitializedCapacity: items.count) { outputs, count in
        // Each iteration writes its own place, so the places need no lock.
        nonisolated(unsafe) let places = outputs
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
            places.initializeElement(at: index, to: transform(items[index]))
        }
        count = items.count
    }
}
