public import FlywheelKit

/// Makes assessments: all of one follows from the history, the model and what people stated.
public struct Assessor: Sendable {
    /// What is judged by.
    public let model: MaturityModel
    /// Sixteen hexadecimal digits that follow from all the model says.
    public let hash: String

    /// Judges by a model.
    public init(_ model: MaturityModel = .standard, hash: String) {
        self.model = model
        self.hash = hash
    }

    /// Maturity, connections, the value path and the roadmap; what the wheel and its metrics say is put in as it is.
    ///
    /// - Parameters:
    ///   - history: What happened, up to the moment it is looked from.
    ///   - account: Whose work it is about.
    ///   - stated: What people attached and exempted.
    ///   - moment: When it must still count; that moment without it.
    public func assess(
        _ history: WorkHistory, account: String, stated: StatedEvidence = StatedEvidence(), at moment: Instant? = nil,
        wheel: WheelFindings,
        metrics: [AssessmentDocument.Metric]
    ) -> AssessmentDocument {
        let stated = stated.judged(at: moment ?? history.until)
        let records = WorkflowRecord.all(of: history, by: model)
        let workflows = MaturityJudge(
            model: model, attachments: stated.attachments, exemptions: stated.exemptions
        ).workflows(records)
        let judge = ConnectionJudge(history, by: model)
        let connections = judge.connections
        let from = max(history.from, history.until.advanced(byDays: -Double(model.windowDays)))
        let planner = RoadmapPlanner(
            model: model, workflows: workflows, connections: connections, records: records, judge: judge,
            estimate: WorthEstimate(history: history, days: history.until.days(since: from)))
        return AssessmentDocument(
            account: account, period: .init(from: from, until: history.until), currency: history.currency,
            model: .init(id: model.id, version: model.version, hash: hash), isSimulated: history.isSimulated,
            coverage: coverage(history, records, from), stall: wheel.stall, cycle: wheel.cycle,
            compounding: wheel.compounding, phases: wheel.phases, metrics: metrics, workflows: workflows,
            connections: connections, path: planner.path, roadmap: planner.roadmap, exemptions: stated.exemptions,
            attachments: stated.attachments)
    }

    /// Every record that the answer of a check rests on; a sum that a document names can be counted again from them.
    ///
    /// - Returns: ids of exceptions for a check that measures a share, and of decisions for one that counts; `nil` where the
    ///   model has no such check or the workflow is not installed.
    public func records(of check: String, workflow: String, in history: WorkHistory) -> CheckRecords? {
        guard let check = model.checks.first(where: { $0.id == check }),
            let record = WorkflowRecord.all(of: history, by: model).first(where: { $0.workflow.id == workflow })
        else { return nil }
        let tally = record.tally(check.measure, keeping: .max)
        return CheckRecords(check: check, yes: tally.yesRecords.first, no: tally.noRecords.first)
    }

    private func coverage(
        _ history: WorkHistory, _ records: [WorkflowRecord], _ from: Instant
    ) -> AssessmentDocument.Coverage {
        let turns = history.turns.filter { $0.at >= from && $0.at <= history.until }
        let ended = records.map { record in
            record.problems.count { $0.ended.map { $0 > from && $0 <= history.until } ?? false }
        }
        let feeds = turns.reduce(0) { $0 + $1.feeds }
        let newest = turns.last.flatMap { $0.listings > 0 ? $0 : nil }
        return AssessmentDocument.Coverage(
            turns: turns.count, problems: records.reduce(0) { $0 + $1.count }, ended: ended.reduce(0, +),
            closed: records.reduce(0) { sum, record in sum + record.problems.count(where: record.isClose) },
            listings: newest?.listings,
            watchedShare: newest.flatMap { turn in turn.watched.map { Double($0) / Double(turn.listings) } },
            freshShare: feeds > 0 ? Double(turns.reduce(0) { $0 + $1.freshFeeds }) / Double(feeds) : nil)
    }
}

/// The records that the answer of a check rests on.
public struct CheckRecords: Hashable, Sendable {
    /// The check.
    public let check: MaturityCheck
    /// Numbers of records with an event that says yes, in the order of the history.
    public let yes: [Int64]
    /// Numbers of records with an event that says no; one whose steps were done in part is in both.
    public let no: [Int64]
}

extension StatedEvidence {
    /// The same, saying what has expired by a moment; in an order that does not depend on the one it came in.
    func judged(at moment: Instant) -> StatedEvidence {
        StatedEvidence(
            attachments: attachments.map { attachment in
                var judged = attachment
                judged.hasExpired = attachment.until <= moment
                return judged
            }.sorted { ($0.workflow, $0.check, $0.until, $0.id) < ($1.workflow, $1.check, $1.until, $1.id) },
            exemptions: exemptions.map { exemption in
                var judged = exemption
                judged.hasExpired = exemption.until <= moment
                return judged
            }.sorted { ($0.workflow, $0.check, $0.until, $0.id) < ($1.workflow, $1.check, $1.until, $1.id) })
    }
}
