import FlywheelStore
import Foundation

/// Goes through the rows of the newest queue on all cores: stretches of a lane at a time, whose results come in its order.
struct QueueWalk {
    let store: any WorkStore

    /// Rows in a stretch: enough that reading them is most of the work, few enough that a short queue is one.
    private static let stretch = 8_192
    private static let perTurn = 2 * ProcessInfo.processInfo.activeProcessorCount

    /// What became of one stretch.
    private enum Outcome<Part: Sendable>: Sendable {
        case read(Part, goesOn: Bool)
        case failed(any Error)
    }

    /// Makes a part of each stretch of a lane, and hands the parts over in order for as long as they are asked for.
    ///
    /// - Parameters:
    ///   - position: where to begin behind.
    ///   - takes: says of a row whether its line is asked for.
    ///   - add: takes a line into a part.
    ///   - use: takes the part of a stretch; `false` where no further one is asked for.
    func forEachStretch<Part: Sendable>(
        of lane: QueueRow.Lane, after position: Int = 0, where takes: @Sendable (QueueRow) -> Bool, _ empty: Part,
        _ add: @Sendable (inout Part, QueueLine) throws -> Void, use: (Part) throws -> Bool
    ) throws {
        var first = position + 1
        // The first stretch alone says whether there is more than one.
        var count = 1
        while true {
            let outcomes = concurrentMap(count) { [first] index in
                read(lane, from: first + index * Self.stretch, where: takes, empty, add)
            }
            for outcome in outcomes {
                switch outcome {
                case .failed(let error): throw error
                case .read(let part, let goesOn): guard try use(part), goesOn else { return }
                }
            }
            first += count * Self.stretch
            count = Self.perTurn
        }
    }

    private func read<Part: Sendable>(
        _ lane: QueueRow.Lane, from first: Int, where takes: (QueueRow) -> Bool, _ empty: Part,
        _ add: (inout Part, QueueLine) throws -> Void
    ) -> Outcome<Part> {
        var (part, failure): (Part, (any Error)?) = (empty, nil)
        do {
            let goesOn = try store.readQueue(lane, of: nil, first...first + Self.stretch - 1, where: takes) { line in
                guard failure == nil else { return }
                do { try add(&part, line) } catch { failure = error }
            }
            return failure.map(Outcome.failed) ?? .read(part, goesOn: goesOn)
        } catch {
            return .failed(error)
        }
    }
}
