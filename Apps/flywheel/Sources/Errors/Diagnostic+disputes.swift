import CaseDesk
import Cases
import FlywheelStore

extension Diagnostic {
    /// Why the desk did nothing in a dispute.
    init(_ refusal: DisputeRefusal, of id: CaseID?) {
        let subject = id.map { "\($0): " } ?? ""
        let sentence = "\(subject)\(refusal); nothing was changed"
        let look = id.map { "flywheel disputes show \($0)" } ?? "flywheel disputes --waiting"
        switch refusal {
        case .move(.noDispute):
            self.init(
                "no-dispute", sentence, help: id.map { "flywheel disputes open \($0) --kind KIND --reason CODE" },
                exit: .refused)
        case .move, .noRules: self.init("dispute-rules", sentence, help: look, exit: .refused)
        case .decision(.noRationale):
            self.init("rationale", sentence, help: "say why: --because \"WORDS\"", exit: .refused)
        case .decision: self.init("decision-rights", sentence, help: look, exit: .notAllowed)
        case .noProposal: self.init("no-proposal", sentence, help: look, exit: .unknown)
        case .reviewed, .outdated: self.init("proposal-over", sentence, help: look, exit: .refused)
        }
    }
}
