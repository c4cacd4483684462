public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore

/// Everything known of one exception: what `show` prints.
public struct Explanation: Sendable {
    /// The exception.
    public var exception: ExceptionRecord
    /// What is to be done.
    public var resolution: Resolution
    /// Where it stands in the current queue; `nil` when it does not wait for work.
    public var place: QueueRow?
    /// Every term of its revenue at risk.
    public var terms: RiskTerms?
    /// The other rows of the queue on the same listing or product, and on the listing whose problems end with it.
    public var neighbours: [QueueEntry]
    /// Everything that happened to it, oldest first.
    public var history: [(at: Instant, actor: Actor, event: JournalEvent)]
    /// The kind of problem, where its workflow is installed.
    public var kind: FindingKind?
    /// The causes to choose from when closing it.
    public var rootCauses: [RootCause]
    /// The rotation its place is of.
    public var rotation: RotationRecord?
    /// What people wrote about it, oldest first.
    public var notes: [NoteRecord] = []
    /// What was proposed to change of its listing, oldest first.
    public var changes: [ChangeRecord] = []
    /// Those of them whose written price the marketplace never took up.
    public var untaken: [ChangeID: UntakenPrice] = [:]
    /// How the same problem went before, the last time first.
    public var earlier: [EarlierTime] = []

    /// One earlier time that the problem was there.
    public struct EarlierTime: Sendable {
        /// The exception as it ended.
        public var exception: ExceptionRecord
        /// When it ended: as a person closed it, else when it was last heard of.
        public var ended: Instant
        /// What was last written about it.
        public var note: NoteRecord?
        /// Who wrote the change of its listing that ended it, where one did.
        public var mendedBy: String?
    }

    /// The exceptions it stands for, those that wait for work first, the largest on top.
    public var members: [Member] = []

    /// An exception that another stands for.
    public struct Member: Sendable {
        /// The exception.
        public var exception: ExceptionRecord
        /// What it counts for in the current queue; `nil` when it is unpriced or does not wait for work.
        public var atRisk: Money?
    }
}

extension Host {
    /// Everything known of an exception at a moment; `nil` when there is none of that id.
    public func explanation(of id: ExceptionID, at now: Instant) throws -> Explanation? {
        guard let exception = try store.exception(id) else { return nil }
        let manifest = manifests.first { $0.id == exception.fingerprint.workflow }
        let place = exception.state.isOpen ? try store.place(of: id) : nil
        let neighbours = try neighbours(of: exception, at: place)
        let changes = try store.listingChanges(of: [id])
        return Explanation(
            exception: exception,
            resolution: try plan.resolution(of: exception, states: store.stageStates()),
            place: place?.row,
            terms: try place?.riskTerms(among: neighbours),
            neighbours: neighbours,
            history: try store.history(of: id.description),
            kind: manifest?.kinds.first { $0.id == exception.fingerprint.kind },
            rootCauses: manifest?.rootCauses ?? [],
            rotation: try store.currentRotation(), notes: try store.notes(on: id),
            changes: changes, untaken: try changeDesk(.flywheel, now: now).untaken(among: changes),
            earlier: try earlierTimes(before: exception),
            members: exception.isGroup ? try members(of: id) : [])
    }

    /// The other rows on its listing or product; of a row on which a listing's problems hang, those as well.
    private func neighbours(of exception: ExceptionRecord, at place: QueueEntry?) throws -> [QueueEntry] {
        let ending = try place.flatMap { try RiskTerms(bytes: $0.terms).ending }
        let subjects =
            [exception.fingerprint.subject] + ((ending?.ends ?? []) + (ending?.countedBefore ?? [])).map(\.subject)
        var found: [ExceptionID: QueueEntry] = [:]
        for subject in Set(subjects) {
            for entry in try store.places(on: subject) where entry.exception.id != exception.id {
                found[entry.exception.id] = entry
            }
        }
        return found.values.sorted {
            ($0.row.lane.rawValue, $0.row.position) < ($1.row.lane.rawValue, $1.row.position)
        }
    }

    /// The chain of exceptions that each came back as the next. Ids fall along it, so that it ends.
    private func earlierTimes(before exception: ExceptionRecord) throws -> [Explanation.EarlierTime] {
        var times: [Explanation.EarlierTime] = []
        var next = exception.previous
        while let id = next, let earlier = try store.exception(id) {
            let heard = try store.history(of: id.description).last?.at
            times.append(
                Explanation.EarlierTime(
                    exception: earlier, ended: earlier.closed ?? heard ?? earlier.detected,
                    note: try store.notes(on: id).last, mendedBy: try mender(of: earlier)))
            next = earlier.previous.flatMap { $0 < id ? $0 : nil }
        }
        return times
    }

    private func mender(of exception: ExceptionRecord) throws -> String? {
        guard exception.state == .cleared else { return nil }
        let next = try store.outcomes(of: nil, after: ExceptionID(exception.id.number - 1), limit: 1).first
        return next.flatMap { $0.exception == exception.id ? $0.work?.closer : nil }
    }

    private func members(of id: ExceptionID) throws -> [Explanation.Member] {
        let currency = try store.currentRotation()?.currency
        let members = try store.members(of: id).map { exception in
            let atRisk = exception.state.isOpen ? try store.place(of: exception.id)?.row.atRisk : nil
            return Explanation.Member(
                exception: exception,
                atRisk: currency.flatMap { currency in atRisk.map { Money(minorUnits: $0, currency) } })
        }
        func rank(_ member: Explanation.Member) -> (Int, Int64, ExceptionID) {
            (member.exception.state.isOpen ? 0 : 1, -(member.atRisk?.minorUnits ?? .min + 1), member.exception.id)
        }
        return members.sorted { rank($0) < rank($1) }
    }
}
