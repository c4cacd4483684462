import Assessment
import FlywheelKit
import FlywheelStore

/// What problems are about, as one tells them apart: the place of a family's subjects, and the code.
struct SubjectName: Hashable, Sendable {
    let owner: Int
    let code: String
}

/// Texts that problems name by their places.
struct Names: Sendable {
    var subjects = Places<SubjectName>()
    var people = Places<String>()
    var causes = Places<String>()
}

extension Problem {
    /// The problem that left an outcome, as it was known at a moment.
    init(_ line: OutcomeLine, in family: FamilyPlace, until: Instant, currency: Currency, names: inout Names) {
        self.init(
            id: line.exception.number, workflow: family.workflow, kind: family.kind,
            subject: names.subjects.place(of: SubjectName(owner: family.owner, code: line.code)),
            identity: family.identity(code: line.code, discriminator: line.discriminator),
            source: line.work?.source == .person ? .person : .stage, detected: line.detected)
        func known(_ moment: Instant?) -> Instant? { moment.flatMap { $0 <= until ? $0 : nil } }
        account = family.account
        let isOnsetKnown = line.work?.isOnsetKnown ?? (line.onset < line.detected)
        onset = isOnsetKnown ? line.onset : nil
        predicted = known(line.predicted)
        cameTrue = known(line.cameTrue)
        claimed = known(line.work?.firstClaimed ?? line.claimed)
        if let work = line.work { note(work, currency: currency, names: &names) }
        if claimed == nil { forgetClaim() }
        guard line.ended <= until else {
            forgetEnd()
            return
        }
        ended = line.ended
        verdict = line.verdict
        cause = names.causes.place(ofAny: line.rootCause)
        verified = known(line.verified)
        isVerified = line.verified == nil || verified != nil ? line.isVerified : nil
        // A close names its cause.
        isMended = isVerified == true && line.rootCause == nil
    }

    private mutating func note(_ work: OutcomeWork, currency: Currency, names: inout Names) {
        tier = work.tier
        due = work.due
        worker = names.people.place(ofAny: work.worker)
        closer = names.people.place(ofAny: work.closer)
        isRouted = work.isRouted ?? false
        rankAtClaim = work.rankAtClaim.map(Rank.init)
        notFixed = work.notFixed
        refuted = work.refuted
        orderArrives = work.orderArrives
        regressionOf = work.regressionOf?.number
        repeatOf = work.repeatOf?.number
        prevention = work.prevention
        atRiskAtOpen = work.atRiskAtOpen?.amount(in: currency)
        atRiskAtEnd = work.atRiskAtEnd?.amount(in: currency)
        touches = work.touches
        touchMinutes = work.touchMinutes
        hasOpenedPlaybook = work.hasOpenedPlaybook
        steps = work.steps
        stepsDone = work.stepsDone
        stepsAutomatic = work.stepsAutomatic
    }

    private mutating func forgetClaim() {
        worker = nil
        rankAtClaim = nil
    }

    /// What is known only once it has ended.
    private mutating func forgetEnd() {
        closer = nil
        repeatOf = nil
        prevention = nil
        atRiskAtEnd = nil
    }
}

extension Problem.Rank {
    init(_ rank: QueueRank) { self.init(Int32(clamping: rank.place), of: Int32(clamping: rank.waiting)) }
}

extension Money {
    /// Minor units, where it is in that currency; no rate turns one into another afterwards.
    func amount(in currency: Currency) -> Int64? { self.currency == currency ? minorUnits : nil }
}
