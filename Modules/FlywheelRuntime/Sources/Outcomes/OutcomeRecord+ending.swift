public import FlywheelKit
public import FlywheelStore

extension OutcomeRecord {
    /// What an exception leaves that has ended.
    ///
    /// - Parameters:
    ///   - exception: it as it is from now on, in a final state.
    ///   - asOf: the moment its end was seen.
    ///   - history: what happened to it, oldest first.
    ///   - lastTerms: the terms it had in the last queue it stood in, empty where it stood in none; what it counted for when
    ///     it ended, unless they were frozen when a person closed it.
    ///   - tier: the tier of what it is about.
    ///   - steps: how many steps its playbook has.
    ///   - precedents: what it may repeat.
    ///   - preventions: what was decided against causes.
    ///   - mended: the file of the change that ended it, where one did.
    public init(
        ending exception: ExceptionRecord, asOf: Instant, history: [WorkEvent], lastTerms: [UInt8], tier: Tier?,
        steps: Int, precedents: Precedents, preventions: Preventions, mended: ChangeRecord.File? = nil
    ) {
        let isDismissed = exception.state == .dismissed
        let isClosed = isDismissed || exception.state == .verified || exception.state == .unverified
        let cause = isClosed && !isDismissed ? exception.rootCause : nil
        // What was merely foreseen and did not come, nobody has seen to be gone.
        let mender = exception.state == .cleared ? mended?.by : nil
        let termsAtEnd = (isClosed ? exception.termsAtClose : nil) ?? lastTerms
        let trail = WorkTrail(history)
        // What the data refuted it did not end, though it was the fix.
        let wasEarly = exception.closed.map { $0 < trail.refuted ?? $0 } ?? false
        var work = OutcomeWork(source: exception.source, isOnsetKnown: exception.onset != nil)
        work.tier = tier
        work.atRiskAtOpen = RiskTerms.Amounts.atRisk(ofTerms: exception.termsAtOpen)
        work.atRiskAtEnd = RiskTerms.Amounts.atRisk(ofTerms: termsAtEnd)
        work.due = exception.due
        work.firstClaimed = trail.firstClaimed
        work.worker = trail.worker
        work.closer = isClosed ? exception.closedBy : mender
        work.isRouted =
            trail.firstClaimed == nil
            ? exception.owner != nil && exception.assignedBy == nil : trail.claim?.isRouted
        work.rankAtClaim = trail.claim?.rank
        work.touches = trail.touches
        work.touchSeconds = trail.touchSeconds
        work.hasOpenedPlaybook = trail.hasOpenedPlaybook
        work.steps = steps
        work.stepsDone = exception.stepsDone.count
        work.stepsAutomatic = trail.stepsAutomatic
        work.notFixed = trail.notFixed
        work.refuted = trail.refuted
        work.orderArrives = exception.orderArrives
        work.repeatOf = precedents.repeat(exception, cause: cause)
        work.regressionOf = precedents.regression(exception)
        work.prevention = preventions.inForce(
            against: cause, of: exception.fingerprint.workflow, at: exception.detected)
        self.init(
            exception: exception.id, fingerprint: exception.fingerprint, exposure: exception.exposure,
            verdict: exception.verdictAtEnd(isMended: mended != nil), rootCause: cause,
            isVerified: exception.state == .verified || mender != nil ? true : nil,
            onset: exception.onset ?? exception.detected, detected: exception.detected, claimed: exception.claimed,
            ended: (isClosed && !wasEarly ? exception.closed : nil) ?? asOf,
            verified: exception.state == .verified || mender != nil ? asOf : nil,
            termsAtOpen: exception.termsAtOpen, termsAtEnd: termsAtEnd, predicted: exception.predicted,
            cameTrue: exception.cameTrue, work: work)
    }
}

extension ExceptionRecord {
    /// What it turned out to be, once it has ended.
    ///
    /// - Parameter isMended: whether it ended after a change of its listing was written to end it.
    func verdictAtEnd(isMended: Bool = false) -> Verdict {
        switch self.state {
        // Nobody can tell whether it would have happened.
        case .lapsed where self.orderArrives != nil || self.closed != nil || isMended: .actionable
        case .lapsed: .didNotHappen
        case .dismissed: self.dismissal ?? .noise
        case .cleared where self.claimedBy == nil && !isMended: .selfCleared
        default: .actionable
        }
    }
}
