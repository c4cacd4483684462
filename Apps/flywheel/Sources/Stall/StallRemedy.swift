import Assessment

/// What to do about a diagnosis, and the command that does it.
struct StallRemedy {
    let text: String
    let command: String

    init(_ verdict: StallDiagnosis.Verdict) {
        switch verdict {
        case .stalled(.weeklyDetection):
            (text, command) = ("import and turn the wheel every working day", "flywheel import --help")
        case .stalled(.noRanking):
            (text, command) = ("take the top row of the queue, whoever calls loudest", "flywheel queue")
        case .stalled(.noCapacity):
            (text, command) = (
                "end fewer things by hand: prevent what comes most, or staff the hours below", "flywheel queue"
            )
        case .stalled(.noCapture):
            (text, command) = ("close what is fixed, with the cause it had", "flywheel close --help")
        case .stalled(.noDecision):
            (text, command) = ("tune one threshold a week, or prevent the most frequent cause", "flywheel thresholds")
        case .stalled(.noVerification):
            (text, command) = (
                "import complete snapshots within a week of a close, and reopen what they refute", "flywheel imports"
            )
        case .healthy:
            (text, command) = ("look at the handoff that is next in line", "flywheel queue")
        case .inconclusive:
            (text, command) = ("work on with the queue: what is missing below comes by itself", "flywheel queue")
        }
    }
}
