import Dispatch
import FlywheelStore

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

/// The elements of all parts one behind the other, copied on all cores: there are so many that one of them takes long.
func concurrentJoined<Element: Sendable>(_ parts: [[Element]]) -> [Element] {
    let starts = parts.reduce(into: [0]) { starts, part in starts.append(starts[starts.count - 1] + part.count) }
    return [Element](unsafeUninitializedCapacity: starts[parts.count]) { buffer, initialized in
        // Each part has places of its own.
        nonisolated(unsafe) let shared = buffer
        DispatchQueue.concurrentPerform(iterations: parts.count) { number in
            _ = shared[starts[number]..<starts[number + 1]].initialize(from: parts[number])
        }
        initialized = starts[parts.count]
    }
}

/// The elements in order: sorted in runs on all cores, and merged two by two.
func concurrentSorted<Element: Sendable>(
    _ elements: [Element], by precedes: @Sendable (Element, Element) -> Bool
) -> [Element] {
    let run = 4_096
    guard elements.count > run else { return elements.sorted(by: precedes) }
    var parts = concurrentMap((elements.count + run - 1) / run) { number in
        elements[number * run..<min(elements.count, (number + 1) * run)].sorted(by: precedes)
    }
    while parts.count > 1 {
        let pairs = parts
        parts = concurrentMap((pairs.count + 1) / 2) { number in
            let pair = pairs[(2 * number)...].prefix(2)
            return pair.count == 1 ? pair[2 * number] : merged(pair[2 * number], pair[2 * number + 1], by: precedes)
        }
    }
    return parts[0]
}

private func merged<Element>(
    _ one: [Element], _ other: [Element], by precedes: (Element, Element) -> Bool
) -> [Element] {
    var merged: [Element] = []
    merged.reserveCapacity(one.count + other.count)
    var place = 0
    for element in other {
        while place < one.count, !precedes(element, one[place]) {
            merged.append(one[place])
            place += 1
        }
        merged.append(element)
    }
    return merged + one[place...]
}

/// Does the same to each element of an array in its place, on all cores.
func concurrentForEach<Element: Sendable>(_ elements: inout [Element], _ body: @Sendable (Int, inout Element) -> Void) {
    elements.withUnsafeMutableBufferPointer { buffer in
        // Each iteration touches its own element alone.
        nonisolated(unsafe) let shared = buffer
        DispatchQueue.concurrentPerform(iterations: buffer.count) { body($0, &shared[$0]) }
    }
}
