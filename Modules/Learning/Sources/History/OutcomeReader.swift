import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// Reads the problems that left outcomes, many ranges of ids at a time.
struct OutcomeReader {
    let store: any WorkStore
    let families: FamilyPlaces
    let until: Instant
    let currency: Currency
    /// When the oldest end was that counts; all count where this is `nil`.
    var since: Instant?

    /// All problems that were seen by then, by id.
    func all() throws -> [ProblemPart] {
        guard let ids = try store.outcomeIDs() else { return [] }
        return try ProblemPart.read(ids.first...ids.last, part)
    }

    @Sendable
    private func part(_ ids: ClosedRange<ExceptionID>) throws -> ProblemPart {
        var part = ProblemPart()
        // Most ids of a range have left an outcome; room that grows would be taken twice.
        if since == nil { part.problems.reserveCapacity(Int(ids.upperBound.number - ids.lowerBound.number) + 1) }
        try store.readOutcomes(ids) { line in
            if let since, line.ended < since { return }
            guard line.detected <= until, line.work?.source != .group, let family = families[line.family] else {
                return
            }
            part.problems.append(
                Problem(line, in: family, until: until, currency: currency, names: &part.names))
        }
        return part
    }
}
