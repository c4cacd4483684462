import Assessment
import FlywheelKit

extension AssessmentDocument {
    /// What it says, in documents that hold one.
    static let members: Members<Self> = head + wheel + parts

    private static let head: Members<Self> = [
        "account": .value(\.account), "from": .value(\.period.from), "until": .value(\.period.until),
        "currency": .value(\.currency), "model": .value(\.model), "isSimulated": .value(\.isSimulated),
        "coverage": .part([
            "turns": .value(\.coverage.turns), "problems": .value(\.coverage.problems),
            "ended": .value(\.coverage.ended), "closed": .value(\.coverage.closed),
            "listings": .value(\.coverage.listings), "watchedShare": .share(\.coverage.watchedShare),
            "freshShare": .share(\.coverage.freshShare),
        ]),
    ]

    private static let wheel: Members<Self> = [
        "stall": .part([
            "diagnosis": .init(.word(StallDiagnosis.Verdict.codes)) { .text($0.stall.diagnosis) },
            "sentence": .value(\.stall.sentence), "evidence": .value(\.stall.evidence),
            "second": .value(\.stall.second), "confidence": .share(\.stall.confidence),
            "remedy": .value(\.stall.remedy),
        ]),
        "cycle": .part([
            "stage": .value(\.cycle.stage), "since": .value(\.cycle.since),
            "isRegressing": .value(\.cycle.isRegressing),
            "sentence": .value(\.cycle.sentence), "evidence": .value(\.cycle.evidence),
        ]),
        "compounding": .part([
            "verdict": .word(of: CompoundingVerdict.Verdict.self, \.compounding.verdict),
            "sentence": .value(\.compounding.sentence), "evidence": .value(\.compounding.evidence),
        ]),
    ]

    private static let parts: Members<Self> = [
        "phases": .value(\.phases), "metrics": .value(\.metrics), "workflows": .value(\.workflows),
        "connections": .value(\.connections),
        "path": .part([
            "strength": .value(\.path.strength), "isStalled": .value(\.path.isStalled),
            "sentence": .value(\.path.sentence), "weakest": .value(\.path.weakest),
            "worth": .value { PricedWorth(worth: $0.path.worth, currency: $0.currency) },
            "unknown": .value(\.path.unknown),
        ]),
        "roadmap": .value { document in
            document.roadmap.map { PricedInvestment(investment: $0, currency: document.currency) }
        }, "exemptions": .value(\.exemptions), "attachments": .value(\.attachments),
    ]
}

extension Member {
    /// Shares, of which some are not known.
    fileprivate static func shares(_ values: @escaping @Sendable (Record) -> [Double?]) -> Member {
        Member(.list(.maybe(.number))) { .array(values($0).map { .share($0) }) }
    }
}

extension AssessmentDocument.Interval: JSONRecord {
    /// Bounds, and how often such bounds hold the true value.
    static let members: Members<Self> = [
        "low": .share(\.low), "high": .share(\.high), "confidence": .value(\.confidence),
    ]
}

extension AssessmentDocument.ModelName: JSONRecord {
    static let members: Members<Self> = ["id": .value(\.id), "version": .value(\.version), "hash": .value(\.hash)]
}

extension AssessmentDocument.Evidence: JSONRecord {
    /// A sentence with the first records it rests on.
    static let members: Members<Self> = [
        "sentence": .value(\.sentence), "count": .value(\.count), "ids": .value(\.ids),
    ]
}

extension AssessmentDocument.Phase: JSONRecord {
    static let members: Members<Self> = [
        "id": .word(of: WheelPhase.self, \.id), "title": .value(\.title), "yield": .share(\.yield),
        "interval": .value(\.interval), "target": .value(\.target), "count": .value(\.count),
        "reason": .value(\.reason),
        "weeks": .shares(\.weeks),
    ]
}

extension AssessmentDocument.Metric: JSONRecord {
    static let members: Members<Self> = [
        "key": .word(of: Assessment.Metric.self, \.key), "title": .value(\.title),
        "unit": .word(of: MetricUnit.self, \.unit), "isLowerBetter": .value(\.isLowerBetter), "value": .share(\.value),
        "interval": .value(\.interval), "count": .value(\.count), "target": .share(\.target),
        "isOnTarget": .value(\.isOnTarget), "reason": .value(\.reason), "weeks": .shares(\.weeks),
    ]
}

extension AssessmentDocument.Workflow: JSONRecord {
    static let members = figures + ["checks": .value(\.checks)]

    /// What fits into a row.
    static let figures: Members<Self> = [
        "id": .value(\.id), "title": .value(\.title), "state": .word(\.state), "level": .value(\.level),
        "levelTitle": .value(\.levelTitle), "cmmi": .value(\.cmmi), "exempted": .value(\.exempted),
        "next": .value(\.next),
    ]
}

extension AssessmentDocument.Check: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.id), "title": .value(\.title), "level": .value(\.level), "question": .value(\.question),
        "outcome": .word(\.outcome), "fact": .value(\.fact), "isShare": .value(\.isShare), "value": .share(\.value),
        "interval": .value(\.interval), "limit": .value(\.limit), "count": .value(\.count),
        "evidence": .value(\.evidence), "remedy": .value(\.remedy), "effortHours": .value(\.effortHours),
    ]
}

extension AssessmentDocument.Connection: JSONRecord {
    static let members: Members<Self> = [
        "from": .value(\.from), "to": .value(\.to), "level": .value(\.level), "sentence": .value(\.sentence),
        "isOnPath": .value(\.isOnPath), "lagHours": .share(\.lagHours), "readShare": .share(\.readShare),
        "effectShare": .share(\.effectShare), "linked": .value(\.linked), "evidence": .value(\.evidence),
    ]
}

/// What something is worth, with the currency that its amounts are in.
private struct PricedWorth: JSONRecord {
    let worth: AssessmentDocument.Worth
    let currency: Currency

    static let members: Members<Self> = [
        "amountAMonth": .amount { ($0.worth.amount, $0.currency) }, "p10": .amount { ($0.worth.p10, $0.currency) },
        "p90": .amount { ($0.worth.p90, $0.currency) }, "currency": .value(\.currency),
        "grade": .init(.maybe(.word(["low", "medium", "high"]))) { .text($0.worth.grade) },
        "isUpperBound": .value(\.worth.isUpperBound), "basis": .value(\.worth.basis),
        "evidence": .value(\.worth.evidence),
    ]
}

/// An investment, with the currency that its worth is in.
struct PricedInvestment: JSONRecord {
    let investment: AssessmentDocument.Investment
    let currency: Currency

    static let members: Members<Self> = [
        "kind": .word(\.investment.kind), "subject": .value(\.investment.subject), "title": .value(\.investment.title),
        "from": .value(\.investment.from), "to": .value(\.investment.to), "strength": .value(\.investment.strength),
        "reason": .value(\.investment.reason), "steps": .value(\.investment.steps),
        "effortHours": .value(\.investment.effortHours),
        "worth": .value { PricedWorth(worth: $0.investment.worth, currency: $0.currency) },
        "evidence": .value(\.investment.evidence),
    ]
}

extension AssessmentDocument.Exemption: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.id), "workflow": .value(\.workflow), "check": .value(\.check), "reason": .value(\.reason),
        "by": .value(\.by), "until": .value(\.until), "hasExpired": .value(\.hasExpired),
    ]
}

extension AssessmentDocument.Attachment: JSONRecord {
    static let members: Members<Self> = [
        "id": .value(\.id), "workflow": .value(\.workflow), "check": .value(\.check), "file": .value(\.file),
        "hash": .value(\.hash), "by": .value(\.by), "until": .value(\.until), "hasExpired": .value(\.hasExpired),
    ]
}

extension AssessmentChange: JSONRecord {
    static let members: Members<Self> = [
        "part": .word(\.part), "subject": .value(\.subject), "before": .value(\.before), "after": .value(\.after),
        "direction": .word(\.direction),
    ]
}
