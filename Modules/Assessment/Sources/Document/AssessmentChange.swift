/// Something that is otherwise in one assessment than in an earlier one.
public struct AssessmentChange: Hashable, Sendable, Codable {
    /// What part of the assessment it is.
    public enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        /// The model they were judged by, after which no level may be compared.
        case model
        /// The stage of the cycle.
        case cycle
        /// The diagnosis.
        case stall
        /// Whether it adds up.
        case compounding
        /// The strength of the value path.
        case path
        /// The level of a workflow.
        case maturity
        /// The outcome of a check.
        case check
        /// The level of a connection.
        case connection
        /// A metric that met its target, or missed it.
        case metric
        /// An exemption or an attachment that came, or ended.
        case stated
    }

    /// Whether it is for the better.
    public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is.
        case better
        /// It is for the worse.
        case worse
        /// It cannot be said.
        case other
    }

    /// The part.
    public var part: Part
    /// What of it: a workflow, a check of one (`inventory 3.1`), a pair, a metric; empty where there is one only.
    public var subject: String
    /// What was there; `nil` where it was not known or not there.
    public var before: String?
    /// What is there now.
    public var after: String?
    /// Whether it is for the better.
    public var direction: Direction

    /// A change.
    public init(_ part: Part, _ subject: String, from before: String?, to after: String?, _ direction: Direction) {
        self.part = part
        self.subject = subject
        self.before = before
        self.after = after
        self.direction = direction
    }
}

extension AssessmentDocument {
    /// What is otherwise than in an earlier assessment, part by part; none where both say the same.
    public func changes(since earlier: AssessmentDocument) -> [AssessmentChange] {
        [
            modelChange(earlier), level(.cycle, "", earlier.cycle.stage, cycle.stage),
            word(.stall, earlier.stall.diagnosis, stall.diagnosis, best: "healthy"),
            word(.compounding, earlier.compounding.verdict, compounding.verdict, best: "compounding"),
            level(.path, "", earlier.path.strength, path.strength),
        ].compactMap(\.self) + workflowChanges(earlier) + connectionChanges(earlier) + metricChanges(earlier)
            + statedChanges(earlier)
    }

    private func modelChange(_ earlier: AssessmentDocument) -> AssessmentChange? {
        guard model != earlier.model else { return nil }
        let names = [earlier.model, model].map { "\($0.id) \($0.version) \($0.hash)" }
        return AssessmentChange(.model, "", from: names[0], to: names[1], .other)
    }

    private func level(
        _ part: AssessmentChange.Part, _ subject: String, _ before: Int?, _ after: Int?
    ) -> AssessmentChange? {
        guard before != after else { return nil }
        var direction = AssessmentChange.Direction.other
        if let before, let after { direction = after > before ? .better : .worse }
        return AssessmentChange(part, subject, from: before.map { "\($0)" }, to: after.map { "\($0)" }, direction)
    }

    private func word(
        _ part: AssessmentChange.Part, _ before: String, _ after: String, best: String
    ) -> AssessmentChange? {
        guard before != after else { return nil }
        let direction: AssessmentChange.Direction =
            [before, after].contains("inconclusive")
            ? .other : after == best ? .better : before == best ? .worse : .other
        return AssessmentChange(part, "", from: before, to: after, direction)
    }

    private func workflowChanges(_ earlier: AssessmentDocument) -> [AssessmentChange] {
        workflows.flatMap { workflow -> [AssessmentChange] in
            let before = earlier.workflows.first { $0.id == workflow.id }
            let moved = level(.maturity, workflow.id, before?.level, workflow.level)
            let checks = workflow.checks.compactMap { check -> AssessmentChange? in
                let old = before?.checks.first { $0.id == check.id }?.outcome
                guard let old, old != check.outcome else { return nil }
                let direction: AssessmentChange.Direction =
                    check.outcome == .met ? .better : old == .met && check.outcome == .notMet ? .worse : .other
                return AssessmentChange(
                    .check, "\(workflow.id) \(check.id)", from: old.rawValue, to: check.outcome.rawValue, direction)
            }
            return [moved].compactMap(\.self) + checks
        }
    }

    private func connectionChanges(_ earlier: AssessmentDocument) -> [AssessmentChange] {
        connections.compactMap { connection in
            let before = earlier.connections.first { $0.pair == connection.pair }
            return level(.connection, connection.pair, before?.level, connection.level)
        }
    }

    private func metricChanges(_ earlier: AssessmentDocument) -> [AssessmentChange] {
        metrics.compactMap { metric in
            guard let before = earlier.metrics.first(where: { $0.key == metric.key }), let now = metric.isOnTarget,
                let then = before.isOnTarget, now != then
            else { return nil }
            return AssessmentChange(
                .metric, metric.key, from: then ? "met" : "missed", to: now ? "met" : "missed", now ? .better : .worse)
        }
    }

    private func statedChanges(_ earlier: AssessmentDocument) -> [AssessmentChange] {
        func stated(_ document: AssessmentDocument) -> [String: String] {
            let files = document.attachments.filter { !$0.hasExpired }.map { ($0.id, "\($0.workflow) \($0.check)") }
            let exempt = document.exemptions.filter { !$0.hasExpired }.map { ($0.id, "\($0.workflow) \($0.check)") }
            return Dictionary(files + exempt, uniquingKeysWith: { first, _ in first })
        }
        let (before, after) = (stated(earlier), stated(self))
        return Set(before.keys).symmetricDifference(after.keys).sorted().map { id in
            AssessmentChange(
                .stated, after[id] ?? before[id] ?? "", from: before[id].map { _ in id }, to: after[id].map { _ in id },
                .other)
        }
    }
}
