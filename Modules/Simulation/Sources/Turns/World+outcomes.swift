import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension World {
    /// What these exceptions leave that a turn ended, by the same rules as a real one.
    mutating func outcomes(of ended: [(exception: ExceptionRecord, trouble: Int)], asOf: Instant) throws
        -> [OutcomeRecord]
    {
        guard !ended.isEmpty else { return [] }
        let histories = try store.histories(of: ended.map(\.exception.id))
        let precedents = Precedents(
            ended.flatMap { verifiedEnds[troubles[$0.trouble].listing] ?? [] },
            on: Set(ended.map(\.exception.fingerprint.subject)), merges: CauseMerges())
        let outcomes = ended.map { exception, number in
            let history = histories[exception.id, default: []]
            let trouble = troubles[number]
            let isTouched = history.contains { $0.actor.kind == .person }
            return OutcomeRecord(
                ending: exception, asOf: asOf, history: history, lastTerms: trouble.terms,
                tier: organisation.catalogue.listings[trouble.listing].tier,
                steps: isTouched ? organisation.workflows[trouble.workflow].steps.count : 0, precedents: precedents,
                preventions: preventions)
        }
        for (outcome, end) in zip(outcomes, ended) where outcome.isVerified == true {
            verifiedEnds[troubles[end.trouble].listing, default: []].append(outcome)
        }
        return outcomes
    }
}
