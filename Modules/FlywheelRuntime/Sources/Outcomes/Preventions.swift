public import FlywheelKit
public import FlywheelStore

/// The decisions that are to keep causes from coming back.
public struct Preventions: Sendable {
    /// The oldest first.
    private let decisions: [CauseDecision]
    private let merges: CauseMerges

    /// Those among kept decisions.
    ///
    /// - Parameter merges: which causes are one: what is decided against one of them is against all.
    public init(_ records: [LoopRecord], merges: CauseMerges) throws {
        self.merges = merges
        decisions = try records.compactMap(CauseDecision.init).filter { $0.prevented != nil }
            .sorted { ($0.effective, $0.number) < ($1.effective, $1.number) }
    }

    /// The number of the newest decision against a cause of a workflow that was in force at a moment.
    public func inForce(against cause: String?, of workflow: String, at moment: Instant) -> Int64? {
        guard let cause else { return nil }
        return decisions.last { decision in
            (decision.workflow ?? workflow) == workflow && decision.isInForce(at: moment)
                && decision.prevented.map { merges.areOne($0, cause, of: workflow) } ?? false
        }?.number
    }
}
