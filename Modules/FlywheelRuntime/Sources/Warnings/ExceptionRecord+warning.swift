import FlywheelKit
import FlywheelStore

extension ExceptionRecord {
    /// Remembers when it was first predicted and when that first came true; what happens later changes neither.
    mutating func noteWarning(at asOf: Instant) {
        switch self.state {
        case .predicted: self.predicted = self.predicted ?? asOf
        case .active, .notFixed: if self.predicted != nil { self.cameTrue = self.cameTrue ?? asOf }
        default: break
        }
    }
}
