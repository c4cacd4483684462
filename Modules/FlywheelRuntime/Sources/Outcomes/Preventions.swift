public import FlywheelKit
public import FlywheelStore

/// The decisions that are to keep causes from coming back.
public struct Preventions: Sendable {
    /// What a decision's body says, as far as it is needed here.
    private struct Body: Decodable {
        let kind: String
        let subject: String
        let effective: Instant
        let rolledBack: Instant?
    }

    private let decisions: [(number: Int64, workflow: String?, body: Body)]

    /// Those among kept decisions.
    public init(_ records: [LoopRecord]) throws {
        decisions = try records.filter { $0.kind == .decision }.compactMap { record in
            let body = try CanonicalJSON.value(Body.self, from: record.body)
            return body.kind == "prevention" ? (record.number, record.workflow, body) : nil
        }
    }

    /// The number of the newest decision against a cause of a workflow that was in force at a moment.
    public func inForce(against cause: String?, of workflow: String, at moment: Instant) -> Int64? {
        decisions.last { decision in
            decision.body.subject == cause && (decision.workflow ?? workflow) == workflow
                && moment.lies(from: decision.body.effective, until: decision.body.rolledBack)
        }?.number
    }
}
