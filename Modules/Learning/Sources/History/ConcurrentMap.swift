import Dispatch
import Foundation

/// How many cores there are to work on.
var activeProcessorCount: Int { ProcessInfo.processInfo.activeProcessorCount }

/// Does the same to all elements on all cores, and gives the results in their order.
///
/// The error of the first element that failed is thrown.
func concurrentMap<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ transform: (Element) throws -> Result
) throws -> [Result] {
    var results = [Swift.Result<Result, any Error>?](repeating: nil, count: elements.count)
    withoutActuallyEscaping(transform) { transform in
        // Each slot is written by one iteration alone and read after all have ended; `transform` only reads.
        nonisolated(unsafe) let transform = transform
        results.withUnsafeMutableBufferPointer { slots in
            nonisolated(unsafe) let slots = slots
            DispatchQueue.concurrentPerform(iterations: elements.count) { index in
                slots[index] = Swift.Result { try transform(elements[index]) }
            }
        }
    }
    return try results.compactMap { try $0?.get() }
}
