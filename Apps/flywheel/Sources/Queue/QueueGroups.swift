import FlywheelStore
import Synchronization

/// Which rows of the queue stand beneath another, for one look at it.
final class QueueGroups: Sendable {
    private let store: any Store
    private let known = Mutex<[ExceptionID: QueueEntry?]>([:])

    init(store: any Store) { self.store = store }

    /// The row that a row stands beneath; `nil` where it stands by itself: it has no group, the group does not wait for
    /// work, or somebody took it out of the group's hands.
    func group(holding entry: QueueEntry) throws -> QueueEntry? {
        guard let parent = entry.exception.parent, let group = try place(of: parent), group.exception.state.isOpen,
            !entry.exception.isInOtherHands(than: group.exception)
        else { return nil }
        return group
    }

    private func place(of id: ExceptionID) throws -> QueueEntry? {
        if let found = known.withLock({ $0[id] }) { return found }
        let place = try store.place(of: id)
        known.withLock { $0[id] = .some(place) }
        return place
    }
}

extension ExceptionRecord {
    /// Whether somebody else works on it, or was given it by hand.
    fileprivate func isInOtherHands(than group: ExceptionRecord) -> Bool {
        (self.claimedBy != nil && self.claimedBy != group.claimedBy)
            || (self.assignedBy != nil && self.owner != group.owner)
    }
}
