public import FlywheelKit
public import FlywheelStore

/// What predictions turned out to be: the one judgement that all who count false alarms read, of a rule as of a knob.
///
/// An outcome says *did not happen* as soon as nothing is predicted any more. That is too early: what lapses because it grew
/// less likely may begin all the same. So a prediction is wrong once the time is over that it spoke of and nothing of its name
/// began in it, and till then nobody can tell. What came again or true in that time speaks for itself, and its lapse is
/// a duplicate of it.
public struct WarningJudgement: Sendable {
    /// Days, at most, from the end of a prediction to the moment when it can be told what became of it: the longest horizon.
    public static let longestDays = 90.0

    private struct Lapse {
        /// What it turned out to be; `nil` where nobody can tell yet.
        let verdict: Verdict?
        /// When its time is over.
        let at: Instant
    }

    private let lapses: [ExceptionID: Lapse]
    private let falseAlarms: [ExceptionID: Bool]
    private let stated: [ExceptionID: Double]

    /// Judges at a moment.
    ///
    /// - Parameters:
    ///   - outcomes: what ended, with the terms that predictions opened with.
    ///   - unfinished: what has not, of names among those at the least whose prediction lapsed.
    public init(outcomes: [OutcomeRecord], unfinished: [ExceptionRecord], asOf: Instant) {
        let (warnings, _) = Warning.all(outcomes: outcomes, unfinished: unfinished, asOf: asOf)
        let lapsed = Set(outcomes.lazy.filter(\.hasLapsed).map(\.exception))
        var lapses: [ExceptionID: Lapse] = [:]
        var falseAlarms: [ExceptionID: Bool] = [:]
        var stated: [ExceptionID: Double] = [:]
        for warning in warnings {
            let own = warning.exceptions.filter(lapsed.contains)
            for id in own { lapses[id] = Lapse(verdict: warning.fate == .open ? nil : .duplicate, at: warning.until) }
            if warning.fate == .lapsed, let last = own.last {
                lapses[last] = Lapse(verdict: .didNotHappen, at: warning.until)
            }
            guard warning.fate != .actedOn, warning.isOver(at: asOf), let last = warning.exceptions.last else {
                continue
            }
            falseAlarms[last] = warning.fate == .lapsed
            stated[last] = warning.stated
        }
        (self.lapses, self.falseAlarms, self.stated) = (lapses, falseAlarms, stated)
    }

    /// What an exception that ended turned out to be, given what its outcome said; `nil` where nobody can tell yet.
    public func verdict(of id: ExceptionID, said: Verdict) -> Verdict? { lapses[id].map(\.verdict) ?? said }

    /// The moment that this can be told from: that of the end, but for predictions that lapsed.
    public func told(_ id: ExceptionID, ended: Instant) -> Instant { lapses[id]?.at ?? ended }

    /// Whether the last that was heard of a prediction was a false alarm; `nil` where it was no prediction, more was heard of
    /// it, somebody acted on it before anybody could tell, or its time is not over.
    public func isFalseAlarm(_ id: ExceptionID) -> Bool? { falseAlarms[id] }

    /// How likely a prediction said beforehand that it is a false alarm; `nil` as for ``isFalseAlarm(_:)``, and where it did not say.
    public func statedFalseAlarm(_ id: ExceptionID) -> Double? { stated[id].map { 1 - $0 } }
}

extension WarningJudgement {
    /// Subjects from which on all that is unfinished is read at once.
    private static let mostSubjects = 1_000

    /// Judges what a store keeps; of what has not ended it reads what may tell of these outcomes alone.
    public init(_ outcomes: [OutcomeRecord], in store: any WorkStore, asOf: Instant) throws(StoreError) {
        let names = Set(outcomes.lazy.filter(\.hasLapsed).map(\.fingerprint))
        let subjects = Set(names.map(\.subject))
        var unfinished: [ExceptionRecord] = []
        if subjects.count > Self.mostSubjects {
            unfinished = try store.unfinishedExceptions()
        } else {
            for subject in subjects { unfinished += try store.exceptions(on: subject).filter { !$0.state.isFinal } }
        }
        self.init(outcomes: outcomes, unfinished: unfinished.filter { names.contains($0.fingerprint) }, asOf: asOf)
    }
}

extension OutcomeRecord {
    /// Whether it was predicted, and then no longer, before it began.
    fileprivate var hasLapsed: Bool { predicted != nil && cameTrue == nil && verdict == .didNotHappen }
}
