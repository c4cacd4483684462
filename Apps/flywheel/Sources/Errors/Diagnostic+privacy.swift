import CaseDesk
import FlywheelStore

extension Diagnostic {
    /// Why a request about personal data was refused.
    init(_ error: PrivacyError) {
        switch error {
        case .nobody:
            self.init(
                "unknown-person", "\(error.description); nothing was changed",
                help: "flywheel privacy log lists parties whose texts were seen", exit: .unknown)
        case .disputed:
            self.init(
                "in-dispute", "\(error.description); nothing was erased",
                help: "decide it first, or say why not: --force REASON", exit: .refused)
        case .severalAccounts:
            self.init(
                "several-accounts", "\(error.description); nothing was changed",
                help: "say which: --account NAME, or --all-accounts", exit: .refused)
        case .severalPeople(let ids):
            self.init(
                "several-accounts", "\(error.description); nothing was changed",
                help: "say which: --account NAME, or an id such as \(ids.first?.description ?? "P12")", exit: .refused)
        case .unreadable: self.init(.failed(error.description))
        case .store(let error): self.init(error)
        }
    }
}
