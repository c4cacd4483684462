import FlywheelKit
import FlywheelStore

/// On which days listings were blocked by what no longer blocks them, as far as problems that were found say so.
///
/// What blocks a listing now its workflow publishes (`ListingAvailability`). Once that is over no file tells of it any more,
/// and the days would pass for days on which nobody asked for anything: so stages are given them with those that somebody
/// kept book of (`Availability`).
struct PastBlocks: Sendable {
    private let mask: AvailabilityMask
    /// The workflows that publish what blocks a listing now.
    let publishers: Set<String>

    /// The share of trade from which a day counts as one on which the listing could not be sold: what sold on it, scaled up,
    /// would be a guess.
    static let leastShare = 0.5

    /// - Parameters:
    ///   - outcomes: what ended, of which that of workflows counts that publish what is blocked.
    ///   - standing: what is open or waits to be verified: it may have ended in the facts, and does not end twice.
    init(_ plan: Plan, outcomes: [OutcomeRecord], standing: [ExceptionRecord], asOf: Instant, zones: Zones) {
        publishers = Set(
            plan.stages.map(\.manifest).filter { $0.publishes.contains(ListingAvailability.key) }.map(\.id))
        mask = AvailabilityMask(
            outcomes: outcomes.filter { [publishers] in publishers.contains($0.fingerprint.workflow) },
            standing: standing.filter { [publishers] in publishers.contains($0.fingerprint.workflow) }, asOf: asOf,
            zones: zones)
    }

    /// The days on which a listing was blocked.
    func spans(of listing: @autoclosure () -> Subject) -> [AvailabilityMask.Span] {
        mask.past(of: listing).filter { $0.share >= Self.leastShare }
    }

    /// What is told of days on which listings could not be sold, and the days on which they were blocked.
    func adding(to told: Details, of codes: Texts, in place: ChunkPlace) -> Details {
        let blocks = (0..<codes.count).map { row in
            spans(of: Subject(place.kind, account: place.account, marketplace: place.marketplace, code: codes[row]))
        }
        guard blocks.contains(where: { !$0.isEmpty }) else { return told }
        let columns = (from: told[Availability.from], to: told[Availability.to], cause: told[Availability.cause])
        var starts = [0]
        var (from, to, cause) = (Values<Day>(), Values<Day>(), Values<String>())
        for (row, blocks) in blocks.enumerated() {
            for run in told.range(row) {
                from.append(columns.from[run])
                to.append(columns.to[run])
                cause.append(columns.cause[run])
            }
            for block in blocks {
                from.append(block.from)
                to.append(block.to)
                cause.append(Availability.blocked)
            }
            starts.append(from.count)
        }
        return Details(
            starts: starts,
            columns: [
                Availability.from.name: .days(from), Availability.to.name: .days(to),
                Availability.cause.name: .texts(cause),
            ])
    }
}
