import FlywheelKit
import FlywheelStore

/// What is done to a group is done to its members first: were it cut off between two of them, doing it again goes on where
/// it ended.
extension Workbench {
    /// The exceptions that another stands for; none where it is no group.
    func members(of exception: ExceptionRecord) throws(WorkError) -> [ExceptionRecord] {
        guard exception.isGroup else { return [] }
        return try stored { () throws(StoreError) in try store.members(of: exception.id) }
    }

    /// Does the same to each of these, but for those at which another hand was faster.
    func each(
        _ members: [ExceptionRecord], _ act: (ExceptionID) throws(WorkError) -> ExceptionRecord
    ) throws(WorkError) {
        for member in members {
            do {
                _ = try act(member.id)
            } catch {
                switch error {
                case .claimedBy, .notOpen, .notClaimed, .notReopenable: continue
                default: throw error
                }
            }
        }
    }

    /// The open members of a group about which nobody else has decided anything: that are not in other hands, and not put off.
    func undecidedMembers(of id: ExceptionID) throws(WorkError) -> [ExceptionRecord] {
        try members(of: exception(id)).filter { member in
            member.state.isOpen && (member.claimedBy ?? actor.name) == actor.name && !member.isSnoozed(at: now)
                && (member.assignedBy == nil || member.owner == actor.name)
        }
    }
}

extension ExceptionRecord {
    /// Whether it was closed by the act that closed a group.
    func isClosed(with group: ExceptionRecord) -> Bool {
        self.closed == group.closed && self.closedBy == group.closedBy
    }
}
