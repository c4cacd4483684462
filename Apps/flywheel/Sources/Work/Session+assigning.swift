import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore

extension Session {
    /// Gives an exception to somebody for whom it exists. A lead gives also what another has claimed, who may have left.
    func assign(_ id: ExceptionID, to name: String, at bench: Workbench) throws(WorkError) -> ExceptionRecord {
        let isSeen: Bool
        do { isSeen = try self.isSeen(id, by: name) } catch { throw .store(error) }
        guard isSeen else { throw .unseen(id, by: name) }
        return try bench.assign(id, to: name, takingOver: leads)
    }

    /// Whether an exception exists for somebody. Whoever is nobody at the server is taken to know of everything: teams without
    /// one are known by name alone.
    private func isSeen(_ id: ExceptionID, by name: String) throws(StoreError) -> Bool {
        guard let accounts = try wholeStore.person(named: name)?.accounts, let exception = try host.store.exception(id)
        else { return true }
        return accounts.contains(exception.fingerprint.subject.account)
    }
}
