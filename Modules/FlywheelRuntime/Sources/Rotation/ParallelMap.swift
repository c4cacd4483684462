import Dispatch

/// Does the same to `count` things on all cores, and gives the results in their order.
///
/// Synchronous on purpose: a command that computes needs no event loop, and its results must not depend on who was first.
/// The error of the first thing that failed is thrown.
package func parallelMap<Result: Sendable>(
    _ count: Int, _ transform: @Sendable (Int) throws -> Result
) throws -> [Result] {
    let slots = UnsafeMutablePointer<Swift.Result<Result, any Error>?>.allocate(capacity: count)
    slots.initialize(repeating: nil, count: count)
    defer {
        slots.deinitialize(count: count)
        slots.deallocate()
    }
    // Each slot is written by one iteration alone, and read only after all have ended.
    nonisolated(unsafe) let shared = slots
    DispatchQueue.concurrentPerform(iterations: count) { index in
        shared[index] = Swift.Result { try transform(index) }
    }
    return try (0..<count).compactMap { try slots[$0]?.get() }
}

/// Does the same to each element of an array in its place, on all cores.
func concurrentForEach<Element: Sendable>(_ elements: inout [Element], _ body: @Sendable (Int, inout Element) -> Void) {
    elements.withUnsafeMutableBufferPointer { buffer in
        // Each iteration touches its own element alone.
        nonisolated(unsafe) let shared = buffer
        DispatchQueue.concurrentPerform(iterations: buffer.count) { body($0, &shared[$0]) }
    }
}
