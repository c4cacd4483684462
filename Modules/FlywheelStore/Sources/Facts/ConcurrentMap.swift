import Dispatch

/// Does the same to `count` things on all cores, and gives the results in their order.
///
/// - Parameter run: how many are done in one go, one after the other: many where each takes less than handing it out.
package func concurrentMap<Result: Sendable>(
    _ count: Int, run: Int = 1, _ transform: @Sendable (Int) -> Result
) -> [Result] {
    guard count > run else { return (0..<count).map(transform) }
    return [Result](unsafeUninitializedCapacity: count) { results, initialized in
        // Each iteration writes its own places, so they need no lock.
        nonisolated(unsafe) let places = results
        DispatchQueue.concurrentPerform(iterations: (count + run - 1) / run) { number in
            for index in number * run..<min(count, (number + 1) * run) {
                places.initializeElement(at: index, to: transform(index))
            }
        }
        initialized = count
    }
}

extension Array where Element: Sendable {
    /// The places of the elements of which something holds, looked for on all cores.
    package func places(where holds: @Sendable (Element) -> Bool) -> [Int] {
        let run = 8_192
        return concurrentMap((count + run - 1) / run) { number in
            (number * run..<Swift.min(count, (number + 1) * run)).filter { holds(self[$0]) }
        }.flatMap(\.self)
    }
}

extension Array where Element: Sendable {
    /// Changes each element where it lies, on all cores.
    package mutating func changeConcurrently(_ change: @Sendable (Int, inout Element) -> Void) {
        withUnsafeMutableBufferPointer { elements in
            // Each iteration changes its own element, so they need no lock.
            nonisolated(unsafe) let elements = elements
            DispatchQueue.concurrentPerform(iterations: elements.count) { change($0, &elements[$0]) }
        }
    }
}
