import FlywheelKit
import FlywheelStore
import Synchronization

/// Which rows of the queue stand beneath another, for one look at it.
final class QueueGroups: Sendable {
    private let store: any Store
    private let known = Mutex<[ExceptionID: QueueEntry?]>([:])

    init(store: any Store) { self.store = store }

    /// Whether a row is asked for at a moment, and does not stand beneath one that is.
    func lists(_ line: QueueLine, under filter: QueueFilter, at now: Instant) throws -> Bool {
        guard filter.admits(line, at: now) else { return false }
        guard filter.folds, let group = try group(holding: line) else { return true }
        return !filter.admits(group.line, at: now)
    }

    /// The row that a row stands beneath; `nil` where it stands by itself: it has no group, the group does not wait for
    /// work, or somebody took it out of the group's hands.
    private func group(holding line: QueueLine) throws -> QueueEntry? {
        guard let parent = line.parent, let group = try place(of: parent), group.exception.state.isOpen,
            try !isInOtherHands(line, than: group.exception)
        else { return nil }
        return group
    }

    /// Whether somebody else works on a row, or was given it by hand.
    private func isInOtherHands(_ line: QueueLine, than group: ExceptionRecord) throws -> Bool {
        if let claimer = line.claimedBy, claimer != group.claimedBy { return true }
        // Nearly all have their group's owner, and only of the others it has to be known whether a rule named theirs.
        return try line.owner != group.owner && store.place(of: line.row.exception)?.exception.assignedBy != nil
    }

    private func place(of id: ExceptionID) throws -> QueueEntry? {
        if let found = known.withLock({ $0[id] }) { return found }
        let place = try store.place(of: id)
        known.withLock { $0[id] = .some(place) }
        return place
    }
}
