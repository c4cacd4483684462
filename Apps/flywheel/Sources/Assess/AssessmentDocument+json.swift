import Assessment
import FlywheelKit

extension AssessmentDocument {
    /// The documented members, in their order.
    var members: [JSON.Member] {
        let json: JSON = [
            "account": .text(account), "from": .instant(period.from), "until": .instant(period.until),
            "currency": .text(currency.code), "model": model.json, "isSimulated": .bool(isSimulated),
            "coverage": [
                "turns": .count(coverage.turns), "problems": .count(coverage.problems), "ended": .count(coverage.ended),
                "closed": .count(coverage.closed), "listings": .count(coverage.listings),
                "watchedShare": .share(coverage.watchedShare), "freshShare": .share(coverage.freshShare),
            ],
            "stall": [
                "diagnosis": .text(stall.diagnosis), "sentence": .text(stall.sentence),
                "evidence": .array(stall.evidence.map(\.json)), "second": .text(stall.second),
                "confidence": .share(stall.confidence),
            ],
            "cycle": [
                "stage": .count(cycle.stage), "since": .instant(cycle.since), "isRegressing": .bool(cycle.isRegressing),
                "sentence": .text(cycle.sentence), "evidence": .array(cycle.evidence.map(\.json)),
            ],
            "compounding": [
                "verdict": .text(compounding.verdict), "sentence": .text(compounding.sentence),
                "evidence": .array(compounding.evidence.map(\.json)),
            ],
            "phases": .array(phases.map(\.json)), "metrics": .array(metrics.map(\.json)),
            "workflows": .array(workflows.map(\.json)), "connections": .array(connections.map(\.json)),
            "path": [
                "strength": .count(path.strength), "isStalled": .bool(path.isStalled), "sentence": .text(path.sentence),
                "weakest": .text(path.weakest), "worth": path.worth.json(currency), "unknown": .texts(path.unknown),
            ],
            "roadmap": .array(roadmap.map { $0.json(currency) }), "exemptions": .array(exemptions.map(\.json)),
            "attachments": .array(attachments.map(\.json)),
        ]
        return json.members
    }
}

extension JSON {
    /// The bounds of an interval, or null.
    fileprivate static func interval(_ value: AssessmentDocument.Interval?) -> JSON {
        guard let value else { return .null }
        return ["low": .share(value.low), "high": .share(value.high), "confidence": .number(value.confidence)]
    }
}

extension AssessmentDocument.ModelName {
    var json: JSON { ["id": .text(id), "version": .count(version), "hash": .text(hash)] }
}

extension AssessmentDocument.Evidence {
    var json: JSON { ["sentence": .text(sentence), "count": .count(count), "ids": .texts(ids)] }
}

extension AssessmentDocument.Phase {
    var json: JSON {
        [
            "id": .text(id), "title": .text(title), "yield": .share(yield), "interval": .interval(interval),
            "target": .number(target), "count": .count(count), "reason": .text(reason),
            "weeks": .array(weeks.map { .share($0) }),
        ]
    }
}

extension AssessmentDocument.Metric {
    var json: JSON {
        [
            "key": .text(key), "title": .text(title), "unit": .text(unit), "isLowerBetter": .bool(isLowerBetter),
            "value": .share(value), "interval": .interval(interval), "count": .count(count), "target": .share(target),
            "isOnTarget": isOnTarget.map { .bool($0) } ?? .null, "reason": .text(reason),
            "weeks": .array(weeks.map { .share($0) }),
        ]
    }
}

extension AssessmentDocument.Workflow {
    var json: JSON {
        [
            "id": .text(id), "title": .text(title), "state": .text(state.rawValue), "level": .count(level),
            "levelTitle": .text(levelTitle), "cmmi": .count(cmmi), "exempted": .texts(exempted), "next": .text(next),
            "checks": .array(checks.map(\.json)),
        ]
    }
}

extension AssessmentDocument.Check {
    var json: JSON {
        [
            "id": .text(id), "title": .text(title), "level": .count(level), "question": .text(question),
            "outcome": .text(outcome.rawValue), "fact": .text(fact), "isShare": .bool(isShare), "value": .share(value),
            "interval": .interval(interval), "limit": .number(limit), "count": .count(count),
            "evidence": .array(evidence.map(\.json)), "remedy": .text(remedy), "effortHours": .number(effortHours),
        ]
    }
}

extension AssessmentDocument.Connection {
    var json: JSON {
        [
            "from": .text(from), "to": .text(to), "level": .count(level), "sentence": .text(sentence),
            "isOnPath": .bool(isOnPath), "lagHours": .share(lagHours), "readShare": .share(readShare),
            "effectShare": .share(effectShare), "linked": .count(linked), "evidence": .array(evidence.map(\.json)),
        ]
    }
}

extension AssessmentDocument.Worth {
    func json(_ currency: Currency) -> JSON {
        [
            "amountAMonth": .amount(amount, currency), "p10": .amount(p10, currency), "p90": .amount(p90, currency),
            "currency": .text(currency.code), "grade": .text(grade), "isUpperBound": .bool(isUpperBound),
            "basis": .text(basis), "evidence": evidence.json,
        ]
    }
}

extension AssessmentDocument.Investment {
    func json(_ currency: Currency) -> JSON {
        [
            "kind": .text(kind.rawValue), "subject": .text(subject), "title": .text(title), "from": .count(from),
            "to": .count(to), "strength": .count(strength), "reason": .text(reason), "steps": .texts(steps),
            "effortHours": .number(effortHours), "worth": worth.json(currency),
            "evidence": .array(evidence.map(\.json)),
        ]
    }
}

extension AssessmentDocument.Exemption {
    var json: JSON {
        [
            "id": .text(id), "workflow": .text(workflow), "check": .text(check), "reason": .text(reason),
            "by": .text(by), "until": .instant(until), "hasExpired": .bool(hasExpired),
        ]
    }
}

extension AssessmentDocument.Attachment {
    var json: JSON {
        [
            "id": .text(id), "workflow": .text(workflow), "check": .text(check), "file": .text(file),
            "hash": .text(hash), "by": .text(by), "until": .instant(until), "hasExpired": .bool(hasExpired),
        ]
    }
}

extension AssessmentChange {
    var json: JSON {
        [
            "part": .text(part.rawValue), "subject": .text(subject), "before": .text(before), "after": .text(after),
            "direction": .text(direction.rawValue),
        ]
    }
}
