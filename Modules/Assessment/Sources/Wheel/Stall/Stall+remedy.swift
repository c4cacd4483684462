extension Stall {
    /// What ends it.
    public var remedy: String {
        switch self {
        case .weeklyDetection: "import and turn the wheel every working day"
        case .noRanking: "take the top row of the queue, whoever calls loudest"
        case .noCapacity: "end fewer things by hand: prevent what comes most, or staff the hours that it takes"
        case .noCapture: "close what is fixed, with the cause it had"
        case .noDecision: "tune one threshold a week, or prevent the most frequent cause"
        case .noVerification: "import complete snapshots within a week of a close, and reopen what they refute"
        }
    }
}

extension AssessmentDocument.Stall {
    /// What ends the stall, which comes before all else on the roadmap; `nil` where the wheel does not stall.
    public var remedy: String? { Stall(rawValue: diagnosis)?.remedy }
}
