import Dispatch
import Synchronization

/// Makes things on all cores and hands them over in order on the caller's thread, each as soon as it is there: whoever
/// writes one down does so while the next are made.
package func pipelined<Made: Sendable>(
    _ count: Int, make: @escaping @Sendable (Int) -> Made, use: (Int, Made) throws -> Void
) rethrows {
    guard count > 1 else {
        for index in 0..<count { try use(index, make(index)) }
        return
    }
    let line = Line<Made>(count)
    let group = DispatchGroup()
    // Nobody leaves while things are still being made, so that what they are made of is free afterwards.
    defer { group.wait() }
    DispatchQueue.global(qos: .userInitiated).async(group: group) {
        DispatchQueue.concurrentPerform(iterations: count) { line.put(make($0), at: $0) }
    }
    for index in 0..<count { try use(index, line.take(index)) }
}

/// Things on their way from those who make them to the one who uses them.
private final class Line<Thing: Sendable>: Sendable {
    private let things: Mutex<[Thing?]>
    private let isThere: [DispatchSemaphore]

    init(_ count: Int) {
        things = Mutex([Thing?](repeating: nil, count: count))
        isThere = (0..<count).map { _ in DispatchSemaphore(value: 0) }
    }

    func put(_ thing: Thing, at index: Int) {
        things.withLock { $0[index] = thing }
        isThere[index].signal()
    }

    /// Waits for a thing, and takes it out.
    func take(_ index: Int) -> Thing {
        isThere[index].wait()
        let thing = things.withLock { things in
            defer { things[index] = nil }
            return things[index]
        }
        guard let thing else { preconditionFailure("thing \(index) is taken twice") }
        return thing
    }
}
