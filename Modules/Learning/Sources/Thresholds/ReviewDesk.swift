public import FlywheelKit
public import FlywheelRuntime
public import FlywheelStore
import Statistics

/// What people are asked to judge so that detection can be tuned: what lies just below thresholds, and a second time some of
/// what others judged.
public struct ReviewDesk: Sendable {
    /// Where a candidate stands.
    public enum State: String, Sendable, CaseIterable {
        /// Somebody is to judge it.
        case waiting
        /// Somebody did.
        case judged
    }

    /// The share of people's verdicts that a second person is asked about.
    public static let secondLooks = 0.15

    private let store: any Store
    private let actor: Actor
    private let now: Instant

    /// The lane as one person sees it at one moment.
    public init(_ store: any Store, actor: Actor, now: Instant) {
        self.store = store
        self.actor = actor
        self.now = now
    }

    /// Candidates, by number.
    public func candidates(_ state: State? = nil) throws -> [(record: LoopRecord, body: CandidateBody)] {
        try store.loopRecords(.candidate, workflow: nil, state: state?.rawValue).map { ($0, try CandidateBody($0)) }
    }

    /// Keeps what a rotation found a step looser, and asks for second looks at a sample of what people judged in the last
    /// four weeks.
    ///
    /// - Returns: how many are new.
    @discardableResult
    public func take(_ found: [ReviewCandidate]) throws -> Int {
        var new: [(key: String, body: CandidateBody)] = []
        var keys: Set<String> = []
        // Asked one by one, so that what a turn costs grows with what it finds and not with the years behind it.
        func isNew(_ key: String) throws -> Bool {
            try keys.insert(key).inserted && store.loopRecord(.candidate, keyed: key) == nil
        }
        for candidate in found where try isNew(candidate.fingerprint.text) {
            new.append(
                (
                    key: candidate.fingerprint.text,
                    body: CandidateBody(
                        fingerprint: candidate.fingerprint, knobs: candidate.knobs, tier: candidate.tier,
                        weight: candidate.weight, evidence: candidate.evidence)
                ))
        }
        for outcome in try store.outcomes(endedSince: now.advanced(byDays: -28)) where !outcome.isGroup {
            let key = "second \(outcome.exception)"
            guard let closer = outcome.work?.closer,
                SampleHash.isChosen(outcome.exception.description, share: Self.secondLooks, salt: "audit"),
                try isNew(key), let exception = try store.exception(outcome.exception)
            else { continue }
            new.append(
                (
                    key: key,
                    body: CandidateBody(
                        fingerprint: outcome.fingerprint, tier: outcome.work?.tier, weight: 1,
                        evidence: try exception.evidence.text(), secondLookAt: outcome.exception, firstBy: closer)
                ))
        }
        guard !new.isEmpty else { return 0 }
        let first = try store.reserve(new.count, of: .candidate)
        let records = try new.enumerated().map { place, candidate in
            LoopRecord(
                .candidate, number: first + Int64(place), key: candidate.key,
                workflow: candidate.body.fingerprint.workflow, state: State.waiting.rawValue, at: now, by: actor.name,
                body: try CanonicalJSON.text(candidate.body))
        }
        try store.keep(records, by: actor, at: now)
        return new.count
    }

    /// Judges a candidate, once. Whoever judged an exception first cannot take the second look at it.
    @discardableResult
    public func judge(_ number: Int64, as verdict: Verdict) throws -> CandidateBody {
        guard var record = try store.loopRecord(.candidate, number) else {
            throw LoopError.unknown("\(LoopRecord.Kind.candidate.letter)\(number)")
        }
        var body = try CandidateBody(record)
        if let judged = body.judged { throw LoopError.judged(record.id, by: judged.by) }
        if body.firstBy == actor.name { throw LoopError.sameJudge(record.id, actor.name) }
        body.judged = CandidateBody.Judged(verdict: verdict, by: actor.name, at: now)
        record.state = State.judged.rawValue
        record.body = try CanonicalJSON.text(body)
        try store.keep([record], by: actor, at: now)
        return body
    }
}
