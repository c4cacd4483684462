import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Thresholds

/// What is known of problems, as labels: from outcomes, from the review lane, and from second looks.
struct LabelReader {
    /// Labels by fingerprint, the newest of each.
    private(set) var labels: [Fingerprint: Label] = [:]
    /// When a labelled problem ended, where it did.
    private(set) var ends: [Fingerprint: Instant] = [:]

    /// The labels of a workflow's problems from a moment on, up to another.
    init(_ store: any Store, workflow: String, from: Instant, until: Instant) throws {
        // What lapsed before may be of a prediction that was made again since.
        let outcomes = try store.outcomes(endedSince: from.advanced(byDays: -WarningJudgement.longestDays))
            .filter { $0.fingerprint.workflow == workflow && $0.ended <= until && !$0.isGroup }
        var newest: [Fingerprint: ExceptionID] = [:]
        let judgement = try WarningJudgement(outcomes, in: store, asOf: until)
        for outcome in outcomes where from <= outcome.ended {
            // Of a prediction that lapsed nothing is known before its time is over.
            guard let verdict = judgement.verdict(of: outcome.exception, said: outcome.verdict) else { continue }
            let isData = outcome.verdict == .selfCleared || outcome.verdict == .didNotHappen
            labels[outcome.fingerprint] = Label(
                verdict, by: isData ? nil : outcome.work?.closer ?? outcome.work?.worker, at: outcome.ended,
                isConfirmed: verdict == .actionable && outcome.isVerified == true)
            ends[outcome.fingerprint] = outcome.ended
            newest[outcome.fingerprint] = outcome.exception
        }
        for record in try store.loopRecords(.candidate, workflow: workflow, state: nil) {
            let candidate = try CandidateBody(record)
            guard let judged = candidate.judged, from <= judged.at, judged.at <= until else { continue }
            if let exception = candidate.secondLookAt {
                // The problem may have come back since, and have been judged by somebody else.
                if newest[candidate.fingerprint] == exception {
                    labels[candidate.fingerprint]?.audit = judged.verdict
                }
            } else if labels[candidate.fingerprint] == nil {
                labels[candidate.fingerprint] = Label(
                    judged.verdict, by: judged.by, at: judged.at, weight: candidate.weight)
            }
        }
    }
}
