import FlywheelKit
import FlywheelStore

/// Holds what a stage sees in a chunk against the exceptions that stand on its rows.
///
/// Missing data never changes a state: a withheld gate and an undecided row leave everything as it is. The same sightings
/// against the exceptions they led to change nothing.
struct Reconciler {
    /// Days after which a close that no snapshot could confirm is called unverified.
    static let verificationDays = 7.0

    let rotation: RotationID
    let asOf: Instant
    var gate: Gate
    /// The hash of the model the stage used.
    let model: String
    /// What people dismissed and that was not over at the last look.
    var dismissed: Set<ExceptionID> = []
    /// When what is known of each row was true, where files decide row by row and not all rows at the gate's moment.
    var knownSince: [Instant?]?
    /// The listings of the chunk that are gone.
    var gone = GoneListings()
    /// Rows of which a list of problems held something that could not be read: what was read stands, and what is not seen may
    /// be among the rest.
    var partlyRead: Set<Int> = []
    /// The turns in which files misled the stage that were discarded since.
    var misled: [MisledTurns] = []

    /// What becomes of the exceptions of one stage on the rows of one chunk.
    ///
    /// - Parameters:
    ///   - sightings: what the stage sees.
    ///   - standing: the exceptions of the stage on the chunk's rows that are not final.
    ///   - isUndecided: whether nothing can be said of a row as far as a kind goes.
    ///   - lastFinal: the newest final exception of a fingerprint.
    ///   - returning: the exception under one of these names that ended by a mistake, as it stood before.
    /// - Returns: the changes, row by row.
    func reconcile(
        _ sightings: [Sighting], with standing: [(row: Int, exception: ExceptionRecord)],
        isUndecided: (_ row: Int, _ kind: String) -> Bool,
        lastFinal: (Fingerprint) -> ExceptionRecord?,
        returning: ([Fingerprint]) throws -> ExceptionRecord? = { _ in nil }
    ) throws -> [(row: Int, change: Change)] {
        // A row has few of either, so that within it names are simply compared.
        let isInOrder = zip(sightings, sightings.dropFirst()).allSatisfy { $0.row <= $1.row }
        let sightings = (isInOrder ? sightings : sightings.sorted { $0.row < $1.row })[...]
        let standing = standing.sorted { $0.row < $1.row }[...]
        var changes: [(row: Int, change: Change)] = []
        changes.reserveCapacity(max(sightings.count, standing.count))
        var (sight, stand) = (sightings.startIndex, standing.startIndex)
        while sight < sightings.endIndex || stand < standing.endIndex {
            let row = min(
                sight < sightings.endIndex ? sightings[sight].row : .max,
                stand < standing.endIndex ? standing[stand].row : .max)
            let seen = sightings[sight...].prefix { $0.row == row }
            let stood = standing[stand...].prefix { $0.row == row }
            (sight, stand) = (seen.endIndex, stood.endIndex)
            let onRow = try at(row).reconcile(
                seen, with: stood.map(\.exception), isGone: gone.rows.contains(row),
                isPartlyRead: partlyRead.contains(row), isUndecided: { isUndecided(row, $0) }, lastFinal: lastFinal,
                returning: returning)
            for change in onRow { changes.append((row, change)) }
        }
        return changes
    }

    /// The same for one row: no gate is open at a later moment than the row is known of.
    private func at(_ row: Int) -> Reconciler {
        guard case .open(let snapshot) = gate, let known = knownSince?[row] else { return self }
        var reconciler = self
        reconciler.gate = .open(min(snapshot, known))
        return reconciler
    }

    private func reconcile(
        _ sightings: ArraySlice<Sighting>, with standing: [ExceptionRecord], isGone: Bool,
        isPartlyRead: Bool, isUndecided: (_ kind: String) -> Bool, lastFinal: (Fingerprint) -> ExceptionRecord?,
        returning: ([Fingerprint]) throws -> ExceptionRecord?
    ) throws -> [Change] {
        var changes: [Change] = []
        var unseen = standing.filter { exception in
            !sightings.contains { $0.fingerprint == exception.fingerprint }
        }
        for (place, sighting) in zip(sightings.indices, sightings) {
            // One problem may be reported twice.
            guard !sightings[..<place].contains(where: { $0.fingerprint == sighting.fingerprint }) else { continue }
            let known = standing.first { $0.fingerprint == sighting.fingerprint }
            if let exception = known ?? Self.take(sighting.formerly, from: &unseen) {
                changes +=
                    isUndecided(sighting.fingerprint.kind)
                    ? [waited(exception, for: sighting)] : try sees(sighting, again: exception)
                continue
            }
            guard case .open(let snapshot) = gate, !isUndecided(sighting.fingerprint.kind) else { continue }
            let names = [sighting.fingerprint] + sighting.formerly
            if let stood = try returning(names) {
                changes += try sees(sighting, again: stood).map { $0.returned(by: rotation) }
            } else if sighting.weight == .opens {
                let last = names.lazy.compactMap(lastFinal).first
                // What was seen before a close says nothing of what came after it.
                if let last, let closed = last.closed, snapshot <= closed || last.waits(for: sighting) { continue }
                if let last, isStillDismissed(last, by: sighting) { continue }
                changes.append(try opening(sighting, after: last))
            }
        }
        for exception in unseen {
            let undecided = isPartlyRead || isUndecided(exception.fingerprint.kind)
            if isMistaken(exception) {
                changes.append(takesBack(exception, undecided: undecided))
            } else {
                changes.append(isGone ? withdraws(exception) : misses(exception, undecided: undecided))
            }
        }
        return changes
    }

    /// What stands under the first of these names that anything stands under.
    private static func take(_ names: [Fingerprint], from standing: inout [ExceptionRecord]) -> ExceptionRecord? {
        for name in names {
            guard let place = standing.firstIndex(where: { $0.fingerprint == name }) else { continue }
            return standing.remove(at: place)
        }
        return nil
    }

    private func opening(_ sighting: Sighting, after last: ExceptionRecord?) throws -> Change {
        var exception = ExceptionRecord(
            fingerprint: sighting.fingerprint, state: sighting.exposure.isActive(at: asOf) ? .active : .predicted,
            onset: sighting.onset, detected: asOf, opened: rotation, evidence: sighting.evidence,
            exposure: sighting.exposure, model: model,
            previous: last?.id)
        exception.noteWarning(at: asOf)
        var opening = Change.opened(exception)
        opening.group = sighting.group
        return opening
    }

    private func sees(_ sighting: Sighting, again exception: ExceptionRecord) throws -> [Change] {
        guard case .open(let snapshot) = gate, !exception.isDismissed else { return [waited(exception, for: sighting)] }
        if exception.state == .verifying,
            snapshot <= exception.closed ?? asOf || sighting.reaches(behind: exception.closed)
        {
            return [waited(exception, for: sighting)]
        }
        // What opens nothing refutes no close and confirms none, and is not the problem that a person alone has seen.
        if sighting.weight == .keeps, exception.state == .verifying || !exception.isSeenByStage {
            return [waited(exception)]
        }
        let happens = sighting.exposure.isActive(at: asOf)
        if try exception.isSeenByStage && wasHappening(exception), !happens {
            // What happened is over; what is foreseen now is a new problem of the same name.
            let over = misses(exception, undecided: false)
            return sighting.weight == .opens ? [over, try opening(sighting, after: over.exception)] : [over]
        }
        var change = try changed(exception, by: sighting, happens: happens)
        change.group = sighting.group
        return [change]
    }

    /// Whether an exception was a loss that had begun when it was last open.
    private func wasHappening(_ exception: ExceptionRecord) throws -> Bool {
        switch exception.state {
        case .predicted: return false
        case .verifying:
            return exception.exposure.isActive(at: exception.closed ?? asOf)
        default: return true
        }
    }

    private func changed(_ exception: ExceptionRecord, by sighting: Sighting, happens: Bool) throws -> Change {
        var next = exception
        if exception.state == .verifying {
            next.state = happens ? .notFixed : .predicted
            next.claimedBy = nil
        } else if exception.state == .predicted, happens {
            next.state = .active
        } else if !exception.isSeenByStage, exception.state == .active, !happens {
            // Of what only a person had seen, the stage says for the first time when it begins.
            next.state = .predicted
        }
        next.noteWarning(at: asOf)
        next.onset = sighting.onset ?? exception.onset
        let isForeseen = exception.state == .predicted || !exception.hasBegun
        if isForeseen, happens, next.onset == nil {
            // It lasts since it came true, not since it was foreseen, also where somebody had closed it meanwhile.
            next.onset = sighting.exposure.begins ?? asOf
        }
        let seen = try sighting.evidence.text()
        let kept = try exception.evidence.text()
        let isSame = seen == kept || sighting.isSameClaim(kept)
        // A model may change for the sake of other rows; it is named by the claims it changed.
        if !isSame || (exception.model != model && exception.exposure != sighting.exposure) {
            next.evidence = EvidenceText(seen)
            next.exposure = sighting.exposure
            next.model = model
        }
        guard next != exception else { return .kept(exception) }
        next.changed = rotation
        let verb: JournalEvent.Verb =
            exception.state == .verifying ? .notFixed : next.state == exception.state ? .changed : .cameTrue
        return .changed(next, from: exception, verb)
    }

    private func misses(_ exception: ExceptionRecord, undecided: Bool) -> Change {
        // What no stage has ever seen is not over because none sees it.
        guard case .open(let snapshot) = gate, !undecided, exception.isSeenByStage, !exception.isDismissed else {
            return waited(exception)
        }
        if exception.isLateFix(at: asOf) { return ended(exception, as: .verified, .verified) }
        switch exception.state {
        case .verifying:
            guard let closed = exception.closed, snapshot > closed else { return waited(exception) }
            return ended(exception, as: .verified, .verified)
        case .predicted: return ended(exception, as: .lapsed, .lapsed)
        default: return ended(exception, as: .cleared, .cleared)
        }
    }

    /// What becomes of an exception that is not seen on a listing that is gone: nobody mended it, it did not end by itself, and
    /// no prediction failed. Nothing is to be learned from it.
    private func withdraws(_ exception: ExceptionRecord) -> Change {
        // A list from before what was looked at or done may lack what the next one has.
        guard case .open(let snapshot) = gate, gone.since >= max(snapshot, exception.closed ?? snapshot),
            exception.isSeenByStage, !exception.isDismissed
        else { return waited(exception) }
        return .withdrawn(exception, by: rotation, because: .gone)
    }

    /// Whether an exception was opened by a file that was discarded since, unless something shows it all the same.
    func isMistaken(_ exception: ExceptionRecord) -> Bool {
        misled.contains { $0.opened(exception) } && !exception.isDismissed
    }

    /// What becomes of a mistaken exception that is not seen: it never was. Nobody mended it, whoever closed it.
    private func takesBack(_ exception: ExceptionRecord, undecided: Bool) -> Change {
        guard case .open = gate, !undecided else { return waited(exception) }
        return .withdrawn(exception, by: rotation, because: .discarded)
    }

    /// Days for which what a person dismissed does not open again, unless it begins that was only foreseen: a feed that is
    /// mended meanwhile shows other numbers of the same.
    static let dismissedDays = 7.0
    /// Days after which a person is asked again about what they dismissed and that goes on.
    static let dismissedDaysAtMost = 90.0

    /// Whether a sighting is no more than what a person dismissed: for a week whatever its numbers, and after that as long as
    /// it goes on and is not much worse.
    private func isStillDismissed(_ last: ExceptionRecord, by sighting: Sighting) -> Bool {
        guard last.state == .dismissed, let closed = last.closed else { return false }
        let begins = !last.exposure.isActive(at: closed) && sighting.exposure.isActive(at: asOf)
        if begins { return false }
        let days = asOf.days(since: closed)
        if days < Self.dismissedDays { return true }
        return dismissed.contains(last.id) && days < Self.dismissedDaysAtMost
            && !sighting.exposure.isMuchWorse(than: last.exposure)
    }

    /// Which of those dismissed on the chunk's rows are over: a newer snapshot shows no more of them, or they opened again.
    ///
    /// - Parameters:
    ///   - dismissed: those of the stage.
    ///   - seen: the names of what the stage sees.
    ///   - standing: the names under which something stands.
    func over(
        _ dismissed: [(row: Int, exception: ExceptionRecord)], seen: Set<Fingerprint>, standing: Set<Fingerprint>,
        isUndecided: (_ row: Int, _ kind: String) -> Bool
    ) -> [ExceptionID] {
        dismissed.filter { row, exception in
            let name = exception.fingerprint
            if standing.contains(name) { return true }
            guard case .open(let snapshot) = at(row).gate, let closed = exception.closed else { return false }
            return snapshot > closed && !seen.contains(name) && !partlyRead.contains(row)
                && !isUndecided(row, name.kind)
        }.map(\.exception.id)
    }

    /// What waiting does: nothing, but that what was dismissed ends, and a close nobody could confirm becomes unverified in
    /// the end; one that only what came before it speaks of has not been looked at yet.
    private func waited(_ exception: ExceptionRecord, for sighting: Sighting? = nil) -> Change {
        if exception.isDismissed { return ended(exception, as: .dismissed, .dismissed) }
        guard exception.state == .verifying, let closed = exception.closed,
            asOf.days(since: closed) >= Self.verificationDays, sighting?.reaches(behind: closed) != true
        else { return .kept(exception) }
        return ended(exception, as: .unverified, .unverified)
    }

    private func ended(
        _ exception: ExceptionRecord, as state: ExceptionRecord.State, _ verb: JournalEvent.Verb
    ) -> Change {
        .ended(exception, by: rotation, as: state, verb)
    }
}

extension ExceptionRecord {
    /// Whether a person said of it that there is nothing to do: no data are needed to end it.
    var isDismissed: Bool { self.state == .verifying && self.dismissal != nil }

    /// Whether nobody could tell so far what became of its close, and a sighting cannot either.
    fileprivate func waits(for sighting: Sighting) -> Bool {
        self.state == .unverified && sighting.reaches(behind: self.closed)
    }
}
