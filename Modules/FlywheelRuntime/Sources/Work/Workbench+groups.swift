import FlywheelKit
import FlywheelStore

extension Workbench {
    /// Does something about an exception, and before that about what stands beneath it: were it cut off between two members, doing
    /// it again goes on where it ended. Members at which another hand was faster are left to it.
    ///
    /// - Parameters:
    ///   - isMeant: whether a member of a group, which comes second, goes with it.
    ///   - decide: what becomes of each; refuses a group before any of its members changes.
    func act(
        on id: ExceptionID, beneath isMeant: (ExceptionRecord, ExceptionRecord) -> Bool,
        _ decide: (ExceptionRecord) throws(WorkError) -> Decision?
    ) throws(WorkError) -> ExceptionRecord {
        let group = try exception(id)
        guard group.isGroup else { return try change(id, decide) }
        _ = try decision(on: group, decide)
        for member in try members(of: group) where isMeant(member, group) {
            do {
                _ = try change(member.id, decide)
            } catch {
                switch error {
                case .claimedBy, .notOpen, .notClaimed, .notReopenable: continue
                default: throw error
                }
            }
        }
        return try change(id, decide)
    }

    /// The exceptions that another stands for; none where it is no group.
    func members(of exception: ExceptionRecord) throws(WorkError) -> [ExceptionRecord] {
        guard exception.isGroup else { return [] }
        return try stored { () throws(StoreError) in try store.members(of: exception.id) }
    }

    /// Whether nobody has decided anything about an open member of a group but what was decided about all: it is neither in
    /// other hands nor put off by itself.
    func isUndecided(_ member: ExceptionRecord, beneath group: ExceptionRecord) -> Bool {
        member.state.isOpen && [nil, actor.name, group.claimedBy].contains(member.claimedBy)
            && (!member.isSnoozed(at: now) || member.isSnoozed(with: group))
            && (member.assignedBy == nil || member.owner == actor.name || member.isAssigned(with: group))
    }

    /// Refuses to end a group of which everything is in other hands: nothing would end with it.
    func requireMembers(of id: ExceptionID) throws(WorkError) {
        let group = try exception(id)
        let open = try members(of: group).filter(\.state.isOpen)
        guard group.state.isOpen, !open.contains(where: { isUndecided($0, beneath: group) }),
            let other = open.first(where: { $0.claimedBy != nil })
        else { return }
        throw .claimedBy(other.id, other.claimedBy ?? "", at: other.claimed)
    }
}

extension ExceptionRecord {
    /// Whether it was closed by the act that closed a group.
    func isClosed(with group: ExceptionRecord) -> Bool {
        self.closed == group.closed && self.closedBy == group.closedBy
    }

    /// Whether it was put off by the act that put a group off.
    func isSnoozed(with group: ExceptionRecord) -> Bool {
        guard let own = self.snooze, let other = group.snooze else { return false }
        return (own.at, own.by, own.until) == (other.at, other.by, other.until)
    }

    /// Whether it was given by hand to whom a group was.
    fileprivate func isAssigned(with group: ExceptionRecord) -> Bool {
        self.assignedBy == group.assignedBy && self.owner == group.owner
    }
}
