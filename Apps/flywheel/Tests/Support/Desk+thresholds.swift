import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import FlywheelStore
import Testing
import Thresholds

@testable import flywheel

extension Desk {
    /// A proposal that waits for approval, as though somebody had planted it.
    ///
    /// - Parameter wish: what its workflow says for it; `nil` where it is none of the workflow's wishes.
    /// - Returns: its id.
    func proposedThreshold(wish: String? = nil) throws -> String {
        let store = try SQLiteStore(path: "\(folder)/store.flywheel")
        let current = try #require(try store.currentRotation())
        var proposal = ThresholdProposal(
            workflow: "inventory", knob: "leastExcessUnits", from: 24, to: 28, choice: nil, wish: wish,
            at: current.asOf, by: "planted")
        for state in [ProposalState.backTested, .shadow, .awaitingApproval] {
            try proposal.move(to: state, at: current.asOf, by: "planted")
        }
        let record = LoopRecord(
            .proposal, number: try store.reserve(1, of: .proposal), key: "planted", workflow: "inventory",
            state: proposal.state.rawValue, at: current.asOf, by: "planted", body: try CanonicalJSON.text(proposal))
        try store.keep([record], by: Actor(.person, "planted"), at: current.asOf)
        return record.id
    }
}
