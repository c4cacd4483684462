import FlywheelKit
import FlywheelRuntime
import FlywheelStore

/// What ended problems repeat whose causes people made one. Outcomes say what each repeated by what was one when it ended.
struct MergedRepeats {
    /// Where a cause may come back.
    private struct Place: Hashable {
        let family: Int64
        let code: String
        let cause: String
    }

    private struct End {
        let id: ExceptionID
        let detected: Instant
        let ended: Instant
        let isVerified: Bool
        let place: Place
    }

    private var repeats: [ExceptionID: ExceptionID] = [:]

    /// None.
    init() {}

    /// The repeats among what ended by a moment, as it was known then. Where no causes were merged nothing is read.
    init(_ store: any WorkStore, _ merges: CauseMerges, until: Instant) throws {
        guard !merges.isEmpty, let ids = try store.outcomeIDs() else { return }
        let workflows = try store.families().mapValues(\.workflow)
        let ends = try ProblemPart.read(ids.first...ids.last) { range in
            var ends: [End] = []
            try store.readOutcomes(range) { line in
                guard line.ended <= until, line.hasBegun, let cause = line.rootCause,
                    let workflow = workflows[line.family], merges.joins(cause, of: workflow)
                else { return }
                let place = Place(
                    family: line.family, code: line.code, cause: merges.cause(cause, of: workflow))
                ends.append(
                    End(
                        id: line.exception, detected: line.detected, ended: line.ended,
                        isVerified: line.isVerified == true && line.verified.map { $0 <= until } ?? true, place: place))
            }
            return ends
        }.flatMap(\.self)
        var verified = VerifiedEnds<Place>()
        for end in ends where end.isVerified { verified.add(end.id, at: end.ended, in: end.place) }
        for end in ends {
            repeats[end.id] = verified.newest(
                before: end.detected, of: end.id, in: end.place, days: Precedents.repeatDays)
        }
    }

    /// What a problem repeats; `nil` where that is what its outcome says.
    subscript(id: ExceptionID) -> ExceptionID? { repeats[id] }
}
