import FlywheelKit
import Testing

@testable import Assessment

/// Histories made by hand, 91 days up to the same moment.
enum GoldenHistory {
    /// 2026-11-20T18:00:00Z.
    static let until = Instant(seconds: 1_795_197_600)
    static let from = until.advanced(byDays: -91)

    /// Workflows that share the signals of the house, with people, a cause that says why and one that does not.
    static func empty() throws -> WorkHistory {
        var history = WorkHistory(
            from: from, until: until, currency: try #require(Currency("EUR")),
            workflows: [
                InstalledWorkflow(
                    id: "suppressions", title: "Suppressions", publishes: ["listing.availability/1"], knobs: 2),
                InstalledWorkflow(
                    id: "inventory", title: "Inventory", publishes: ["stock.cover/1"],
                    reads: ["listing.availability/1"], knobs: 3),
                InstalledWorkflow(id: "pricing", title: "Pricing", reads: ["stock.cover/1"], knobs: 1),
            ])
        history.kinds = ["a"]
        history.people = ["ana", "ben"]
        history.causes = ["image", "other"]
        history.turns = (0..<91).map { day in
            var turn = TurnMeasures(id: Int64(day + 1), at: from.advanced(byDays: Double(day)))
            (turn.feeds, turn.freshFeeds, turn.listings, turn.watched) = (4, 3, 200, 150)
            return turn
        }
        return history
    }

    /// A problem that passes every check there is, found on a day of the period.
    static func perfect(_ id: Int64, workflow: Int, subject: Int, day: Double = 40) -> Problem {
        let detected = from.advanced(byDays: day)
        var problem = Problem(
            id: id, workflow: workflow, kind: 0, subject: subject, identity: UInt64(id), detected: detected)
        problem.due = detected.advanced(byDays: 2)
        problem.claimed = detected.advanced(byDays: 0.5)
        problem.worker = Int(id % 2)
        problem.isRouted = true
        problem.ended = detected.advanced(byDays: 1)
        problem.closer = Int(id % 2)
        problem.verdict = .actionable
        problem.cause = 0
        problem.isVerified = true
        problem.verified = detected.advanced(byDays: 2)
        problem.atRiskAtOpen = 3_000
        problem.touches = 3
        problem.hasOpenedPlaybook = true
        (problem.steps, problem.stepsDone, problem.stepsAutomatic) = (4, 4, 2)
        return problem
    }

    /// A history whose workflows stand exactly at these levels, with so many problems each.
    ///
    /// - Parameter links: Whether the signals of the house were measured: read on all rows, with an effect.
    static func at(_ levels: [Int], count: Int = 30, links: Bool = true) throws -> WorkHistory {
        var history = try empty()
        history.subjects = (0..<count * 3).map { "s\($0)" }
        for (workflow, level) in levels.enumerated() {
            for number in 0..<count {
                // Subjects are apart, so that nothing follows anything.
                var problem = perfect(
                    Int64(workflow * count + number + 1), workflow: workflow, subject: workflow * count + number,
                    day: 10 + Double(number % 60))
                lower(&problem, to: level)
                history.problems.append(problem)
            }
            if level == 6 { history.decisions += tuning(of: workflow, from: Int64(history.decisions.count + 1)) }
        }
        if links { history.links = [link(0, 1, "listing.availability/1"), link(1, 2, "stock.cover/1")] }
        return history
    }

    /// Takes away what the level above wants.
    private static func lower(_ problem: inout Problem, to level: Int) {
        if level < 5 { problem.source = .person }
        if level < 4 { (problem.isRouted, problem.stepsAutomatic) = (false, 0) }
        if level < 3 { (problem.stepsDone, problem.cause) = (1, 1) }
        if level < 2 { (problem.steps, problem.hasOpenedPlaybook, problem.closer) = (0, false, 0) }
        // Level 4 wants detection to find it, and level 5 wants it closed here.
        if level == 4 { (problem.source, problem.isVerified) = (.stage, false) }
    }

    /// A threshold that was tuned on evidence, and made it better.
    static func tuning(of workflow: Int, from id: Int64) -> [Decision] {
        var decision = Decision(
            id: id, kind: .threshold, workflow: workflow, subject: "knob", at: until.advanced(byDays: -60),
            review: until.advanced(byDays: -30), evidence: ["X1"])
        decision.effect = .better
        return [decision]
    }

    /// A signal that is read everywhere and changes a tenth of the findings.
    static func link(_ from: Int, _ to: Int, _ signal: String) -> WorkflowLink {
        var link = WorkflowLink(from: from, to: to, signal: signal, at: until.advanced(byDays: -1))
        (link.rows, link.read, link.findings, link.changedFindings, link.lagHours) = (1_000, 990, 200, 20, 6)
        return link
    }

    /// What the wheel would say, where a test does not ask.
    static let wheel = WheelFindings(
        stall: .init(diagnosis: "healthy", sentence: "It turns."), cycle: .init(stage: nil, sentence: "Not asked."),
        compounding: .init(verdict: "inconclusive", sentence: "Not asked."), phases: [])

    /// An assessment by the standard model.
    static func assess(
        _ history: WorkHistory, by model: MaturityModel = .standard, stated: StatedEvidence = StatedEvidence()
    ) -> AssessmentDocument {
        Assessor(model, hash: "0").assess(
            history, account: "northwind", stated: stated, wheel: wheel, metrics: [])
    }
}

extension AssessmentDocument {
    func workflow(_ id: String) -> Workflow? { workflows.first { $0.id == id } }
    func check(_ workflow: String, _ id: String) -> Check? { self.workflow(workflow)?.checks.first { $0.id == id } }
    func connection(_ from: String, _ to: String) -> Connection? {
        connections.first { $0.from == from && $0.to == to }
    }
}
