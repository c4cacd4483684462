import Assessment

/// What to do about a diagnosis, and the command that does it.
struct StallRemedy {
    let text: String
    let command: String

    init(_ verdict: StallDiagnosis.Verdict) {
        switch verdict {
        case .stalled(let stall): (text, command) = (stall.remedy, stall.command)
        case .healthy:
            (text, command) = ("look at the handoff that is next in line", "flywheel queue")
        case .inconclusive:
            (text, command) = ("work on with the queue: what is missing below comes by itself", "flywheel queue")
        }
    }

    /// What ends the stall that an assessment names; `nil` where it names none.
    init?(_ stall: AssessmentDocument.Stall) {
        guard let named = Stall(rawValue: stall.diagnosis) else { return nil }
        self.init(.stalled(named))
    }
}

extension Stall {
    /// The command that ends it.
    fileprivate var command: String {
        switch self {
        case .weeklyDetection: "flywheel import --help"
        case .noRanking, .noCapacity: "flywheel queue"
        case .noCapture: "flywheel close --help"
        case .noDecision: "flywheel thresholds"
        case .noVerification: "flywheel imports"
        }
    }
}
