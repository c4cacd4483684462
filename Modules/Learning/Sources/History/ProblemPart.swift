import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation

/// The problems of a range of ids, with the texts that they name.
struct ProblemPart: Sendable {
    var problems: [Problem] = []
    var names = Names()

    /// Ranges for each core, so that none waits long for the last.
    private static let rangesPerCore = 8

    /// What ranges of ids give, read on all cores, in the order of the ids.
    static func read<Part: Sendable>(
        _ ids: ClosedRange<ExceptionID>, _ part: @Sendable (ClosedRange<ExceptionID>) throws -> Part
    ) throws -> [Part] {
        let (first, last) = (ids.lowerBound.number, ids.upperBound.number)
        let count = Int64(max(1, ProcessInfo.processInfo.activeProcessorCount * rangesPerCore))
        let width = (last - first) / count + 1
        let starts = Array(stride(from: first, through: last, by: Int(width)))
        return try parallelMap(starts.count) { number in
            try part(ExceptionID(starts[number])...ExceptionID(Swift.min(starts[number] + width - 1, last)))
        }
    }
}
