import FlywheelKit

/// Puts maturity and connections together: the wheel is as strong as its weakest link, and that is what to mend next.
///
/// A workflow's strength is its level above the first, 0 to 5, a connection's is its level: both run from nothing to fed
/// back. The strength of the whole is the least on the value path and never a mean, since what one link loses no other
/// makes up for. Of equally weak links a connection comes first: what two workflows know is worth more together than
/// either mended alone.
struct RoadmapPlanner {
    let model: MaturityModel
    let workflows: [AssessmentDocument.Workflow]
    let connections: [AssessmentDocument.Connection]
    let records: [WorkflowRecord]
    let judge: ConnectionJudge
    let estimate: WorthEstimate

    /// Something that can be mended.
    private struct Link {
        let investment: AssessmentDocument.Investment
        let isOnPath: Bool
    }

    /// Connections on the value path of which both ends are there.
    private var pathConnections: [AssessmentDocument.Connection] { connections.filter(\.isOnPath) }

    private func isOnPath(_ workflow: AssessmentDocument.Workflow) -> Bool {
        pathConnections.contains { $0.from == workflow.id || $0.to == workflow.id }
    }

    /// All that can be mended, the next first: on the path before beside it, the weakest, connections, what is worth most,
    /// what takes least.
    var roadmap: [AssessmentDocument.Investment] { links.map(\.investment) }

    private var links: [Link] {
        let mendable =
            workflows.compactMap { workflow in
                maturity(workflow).map { Link(investment: $0, isOnPath: isOnPath(workflow)) }
            } + pathConnections.compactMap { connection($0).map { Link(investment: $0, isOnPath: true) } }
        return mendable.sorted { order($0) < order($1) }
    }

    private func order(_ link: Link) -> (Int, Int, Int, Int64, Double, String) {
        let investment = link.investment
        let place = (link.isOnPath ? 0 : 1, investment.strength, investment.kind == .connection ? 0 : 1)
        return (place.0, place.1, place.2, -(investment.worth.amount ?? 0), investment.effortHours, investment.subject)
    }

    /// The wheel as a whole.
    var path: AssessmentDocument.ValuePath {
        let onPath = workflows.filter(isOnPath)
        let judged = onPath.isEmpty ? workflows.filter { $0.state != .notInstalled } : onPath
        let strengths =
            pathConnections.compactMap { connection in connection.level.map { ($0, connection.pair) } }
            + judged.compactMap { workflow in workflow.strength.map { ($0, workflow.id) } }
        let unknown =
            judged.filter { $0.level == nil }.map(\.id)
            + pathConnections.filter { $0.level == nil }.map(\.pair)
        let least = strengths.map(\.0).min()
        let mendable = roadmap.first { $0.strength == least && strengths.map(\.1).contains($0.subject) }
        let weakest = mendable?.subject ?? strengths.first { $0.0 == least }?.1
        return AssessmentDocument.ValuePath(
            strength: least, isStalled: stalledPair != nil, sentence: sentence(least, weakest, unknown.count),
            weakest: weakest, worth: mendable?.worth ?? .unknown("nothing there can be mended yet"), unknown: unknown)
    }

    private func sentence(_ strength: Int?, _ weakest: String?, _ unknown: Int) -> String {
        guard let strength, let weakest else { return "nothing on the value path can be told yet" }
        let missing = unknown == 0 ? "" : "; \(unknown) on the path cannot be told"
        let held = strength == 5 ? "" : ", held back by \(named(weakest))"
        return (stalledPair ?? "strength \(strength) of 5\(held)") + missing
    }

    /// A link as people call it: "Inventory", "the connection of Suppressions to Inventory".
    private func named(_ link: String) -> String {
        if let connection = connections.first(where: { $0.pair == link }) {
            let ends = [connection.from, connection.to].map { workflow($0)?.title ?? $0 }
            return "the connection of \(ends[0]) to \(ends[1])"
        }
        return workflow(link)?.title ?? link
    }

    /// Where a workflow stands at least two steps above what it is to feed, in words; the widest gap.
    private var stalledPair: String? {
        let gaps = pathConnections.compactMap { connection -> (gap: Int, sentence: String)? in
            guard let from = workflow(connection.from), let to = workflow(connection.to), let level = connection.level,
                let strong = from.strength, let weak = to.strength
            else { return nil }
            let gap = strong - min(weak, level)
            guard gap >= 2 else { return nil }
            let ends = "\(from.named) feeds \(to.named)"
            return (gap, "stalled: \(ends) over a connection of \(level)")
        }
        return gaps.max { ($0.gap, $1.sentence) < ($1.gap, $0.sentence) }?.sentence
    }

    private func workflow(_ id: String) -> AssessmentDocument.Workflow? { workflows.first { $0.id == id } }

    private func maturity(_ workflow: AssessmentDocument.Workflow) -> AssessmentDocument.Investment? {
        guard let level = workflow.level, level < model.levels.count else { return nil }
        let missing = workflow.checks.filter { $0.level == level + 1 && $0.outcome == .notMet }
        guard !missing.isEmpty else { return nil }
        let next = model.levels[level]
        return AssessmentDocument.Investment(
            kind: .maturity, subject: workflow.id, title: "Bring \(workflow.title) to \(next.number) \(next.title)",
            from: level, to: level + 1, strength: level - 1,
            reason: missing.map { "\($0.id) \($0.fact)" }.joined(separator: "; "), steps: missing.map(\.remedy),
            effortHours: missing.reduce(0) { $0 + $1.effortHours },
            worth: worth(workflow, missing),
            evidence: missing.flatMap { check in
                check.evidence.map { evidence in
                    var named = evidence
                    named.sentence += " to \(check.id) \(check.title)"
                    return named
                }
            })
    }

    /// The most that one of the missing checks is worth; several are not added up, as they fail on the same problems.
    private func worth(
        _ workflow: AssessmentDocument.Workflow, _ missing: [AssessmentDocument.Check]
    ) -> AssessmentDocument.Worth {
        guard let record = records.first(where: { $0.workflow.id == workflow.id }) else {
            return .unknown("not installed")
        }
        let worths = missing.compactMap { missing in
            model.checks.first { $0.id == missing.id && $0.measure.isShare }.map { check in
                let parts = record.places(by: check.measure)
                return estimate.worth(
                    failing: check.comparison == .atLeast ? parts.no : parts.yes,
                    passing: check.comparison == .atLeast ? parts.yes : parts.no, check: check.id)
            }
        }
        return worths.max { ($0.amount ?? -1) < ($1.amount ?? -1) } ?? .unknown("decisions have no amount")
    }

    private func connection(_ connection: AssessmentDocument.Connection) -> AssessmentDocument.Investment? {
        guard let level = connection.level, level < 5, let from = workflow(connection.from),
            let to = workflow(connection.to), let step = model.connections.steps.first(where: { $0.level > level })
        else { return nil }
        let reason = model.path.first { $0.from == connection.from && $0.to == connection.to }?.reason
        return AssessmentDocument.Investment(
            kind: .connection, subject: connection.pair,
            title: level < 3
                ? "Let \(to.title) act on what \(from.title) finds" : "Make better use of \(from.title) in \(to.title)",
            from: level, to: step.level, strength: level,
            reason: [reason, connection.sentence].compactMap(\.self).joined(separator: " Now: "),
            steps: [step.remedy.naming(from.title, to.title, connection.pair)], effortHours: step.effortHours,
            worth: worth(connection, level), evidence: connection.evidence)
    }

    /// What followed while nobody read it: an upper bound of what the connection can save, as all of it might have come
    /// anyway.
    private func worth(_ connection: AssessmentDocument.Connection, _ level: Int) -> AssessmentDocument.Worth {
        guard level < 3 else {
            return .unknown("it is read already, and its effect was not measured")
        }
        let ids = judge.history.workflows.map(\.id)
        guard let from = ids.firstIndex(of: connection.from), let to = ids.firstIndex(of: connection.to) else {
            return .unknown("not installed")
        }
        let unread = 1 - (connection.readShare ?? 0)
        let formula =
            "at most: cost of problems of \(connection.to) within \(Int(model.connections.limitDays)) days of one of"
            + " \(connection.from) on the same subject, x \(Self.decimal(unread)) not read"
        return estimate.worth(of: judge.linked[from, to].followers, share: unread, formula: formula)
    }

    private static func decimal(_ share: Double) -> String {
        let hundredths = Int((share * 100).rounded())
        return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
    }
}

extension AssessmentDocument.Workflow {
    /// Its level above the first, 0 to 5, as connections are counted.
    var strength: Int? { level.map { $0 - 1 } }

    /// With its level, "Suppressions at 5 Software".
    fileprivate var named: String {
        [title, level.map { "at \($0)" }, levelTitle].compactMap(\.self).joined(separator: " ")
    }
}

extension AssessmentDocument.Worth {
    /// No amount, and why.
    static func unknown(_ reason: String) -> Self {
        Self(amount: nil, basis: "not known: \(reason)", evidence: .init("problems it was summed from"))
    }
}

extension AssessmentDocument.Connection {
    /// Its ends, `suppressions->inventory`: how decisions and investments name it.
    public var pair: String { "\(from)->\(to)" }
}

extension String {
    /// A remedy with the names of a pair in it, whatever ends their words: `TO's`, `FROM;`.
    fileprivate func naming(_ from: String, _ to: String, _ pair: String) -> String {
        split(separator: " ", omittingEmptySubsequences: false).map { word in
            let capitals = word.prefix { $0.isUppercase }
            let rest = word.dropFirst(capitals.count)
            return switch capitals {
            case "FROM": from + rest
            case "TO": to + rest
            case "PAIR": pair + rest
            default: String(word)
            }
        }.joined(separator: " ")
    }
}
