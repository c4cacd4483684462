import FlywheelStore
import Outbox

extension Diagnostic {
    /// Why something about a subscription was refused.
    init(_ error: SubscriptionError) {
        switch error {
        case .unknown(let id):
            self.init(
                "unknown-subscription", "there is no subscription \(id)", notes: ["nothing was changed"],
                help: "flywheel webhooks lists them", exit: .unknown)
        case .target(let word):
            self.init(
                "webhook-address", "nothing can be sent there: \(word.replacing("-", with: " "))",
                notes: ["expected https://host/path without user, or a mail address", "nothing was changed"],
                help: "flywheel webhooks add --help", exit: .usage)
        case .verb(let verb):
            let known = JournalEvent.Verb.allCases.map(\.rawValue)
            self.init(
                "unknown-verb", "the journal knows no \"\(verb)\"",
                notes: ["it knows \(known.sorted().joined(separator: ", "))"],
                help: "flywheel export journal shows what happened so far", exit: .usage)
        case .state(let id, let state):
            self.init(
                "subscription-state", "\(id) is \(state.rawValue)", notes: ["nothing was changed"],
                help: "flywheel webhooks lists them", exit: .refused)
        case .unsigned(let id):
            self.init(
                "not-signed", "messages to \(id) are not signed: only webhooks have secrets",
                notes: ["nothing was changed"], help: "flywheel webhooks lists them", exit: .refused)
        case .store(let error): self.init(error)
        }
    }
}
