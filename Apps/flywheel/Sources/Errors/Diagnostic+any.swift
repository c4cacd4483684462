import CaseDesk
import Commitments
import FlywheelHost
import FlywheelRuntime
import FlywheelStore
import FlywheelWeb
import Outbox
import People
import Settings

extension Diagnostic {
    /// Puts any error into words; those of this project each have their own.
    init(_ error: any Error, clock: WallClock) {
        switch error {
        case let diagnostic as Diagnostic: self = diagnostic
        case let error as WorkError: self.init(error, clock: clock)
        case let error as CaseWorkError: self.init(error, clock: clock)
        case let error as CommitmentError: self.init(error, clock: clock)
        case let error as StoreError: self.init(error)
        case let error as PeopleError: self.init(error)
        case let error as PrivacyError: self.init(error)
        case let error as SubscriptionError: self.init(error)
        case let error as RotationError: self.init(error, clock: clock)
        case let error as ConfigurationError: self.init(error, file: "flywheel.yaml")
        case let error as UnreadKnobs:
            self.init("unread-thresholds", error.description, help: "flywheel doctor says what to do", exit: .failed)
        case let error as CannotListen: self.init(error)
        case let error as PlanError: self.init("workflows", error.description, exit: .failed)
        default:
            self.init(
                "unexpected", "\(error)", notes: ["nothing half-done is visible"],
                help: "flywheel doctor looks for the cause", exit: .failed)
        }
    }
}
