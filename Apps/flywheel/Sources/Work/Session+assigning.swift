import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension Session {
    /// Gives an exception to somebody for whom it exists. A lead gives also what another has claimed, who may have left.
    func assign(_ id: ExceptionID, to name: String, at bench: Workbench) throws(WorkError) -> ExceptionRecord {
        let obstacle: Roster.Obstacle?
        do {
            let roster = Roster([try wholeStore.person(named: name)].compactMap(\.self))
            obstacle = try host.store.exception(id).flatMap {
                roster.obstacle(for: name, account: $0.fingerprint.subject.account)
            }
        } catch { throw .store(error) }
        switch obstacle {
        case .disabled: throw .keptOut(id, name)
        case .outOfScope: throw .unseen(id, by: name)
        case nil: return try bench.assign(id, to: name, takingOver: leads)
        }
    }
}
