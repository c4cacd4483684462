import Cases
import FlywheelStore

extension Roster {
    /// What keeps somebody from cases of an account: they would never see them.
    func bar(_ name: String, _ account: String) -> Cases.Obstacle? {
        switch obstacle(for: name, account: account) {
        case .disabled: .keptOut
        case .outOfScope: .account(account)
        case nil: nil
        }
    }
}
