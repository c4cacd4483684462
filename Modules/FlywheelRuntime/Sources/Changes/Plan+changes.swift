import FlywheelKit
public import FlywheelStore

extension Plan {
    /// Changes with what their workflows expect of them now, where nobody has decided about them yet.
    ///
    /// A record keeps what was expected when it was made: by that it is scored. Whoever decides goes by what the reasons
    /// beside it say, which are today's.
    public func current(_ changes: [ChangeRecord], in store: any Store) throws -> [ChangeRecord] {
        guard changes.contains(where: { $0.state == .proposed }) else { return changes }
        let states = try store.stageStates()
        return try changes.map { change in
            guard change.state == .proposed, let exception = try store.exception(change.exception),
                exception.state.isOpen,
                // What cannot be read any more is expected as it was.
                let wanted = try? resolution(of: exception, states: states).action.change,
                wanted.sets(sameAs: change.proposal)
            else { return change }
            var current = change
            current.proposal = wanted
            return current
        }
    }
}
