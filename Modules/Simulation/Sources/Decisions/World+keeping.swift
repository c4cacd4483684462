import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Learning
import Statistics

extension World {
    /// Days after which a decision's effect is looked at.
    private static let reviewDays = 28.0

    /// Keeps a decision as the store keeps all of them.
    ///
    /// - Parameter knobs: the numbers that steer the workflow's detection from now on.
    mutating func keep(
        _ kind: Decision.Kind, _ subject: String, workflow: Int, at now: Instant, evidence: [String] = [],
        knobs: String? = nil
    ) throws {
        guard let lead = organisation.staff.first(where: { $0.isStaff(on: Int(calendar.day(of: now))) }) else { return }
        let id = organisation.workflows[workflow].manifest.id
        let number = try store.reserve(1, of: .decision)
        let review = now.advanced(byDays: Self.reviewDays)
        let body = DecisionBody(kind: kind, subject: subject, effective: now, review: review, evidence: evidence)
        let record = LoopRecord(
            .decision, number: number, key: "\(id)/\(subject)/\(number)", workflow: id,
            state: DecisionState.inForce.rawValue, at: now, by: lead.name, body: try body.json)
        try store.keep(
            [record], knobs: knobs.map { (id, $0) }, events: [], by: Actor(.person, lead.name), at: now)
        preventions = try Preventions(store.loopRecords(.decision), merges: CauseMerges())
        decided.waiting.append(
            Decided.Waiting(number: number, review: review, works: chance.decisions.uniform() < 0.75))
    }

    /// Says of decisions whose time has come what became of them.
    mutating func review(at now: Instant) throws {
        let due = decided.waiting.filter { $0.review <= now }
        decided.waiting.removeAll { $0.review <= now }
        for decision in due {
            guard var record = try store.loopRecord(.decision, decision.number),
                let lead = organisation.staff.first(where: { $0.isStaff(on: Int(calendar.day(of: now))) })
            else { continue }
            var body = try DecisionBody(record)
            body.effect = decision.works ? .better : .inconclusive
            record.body = try body.json
            record.state = DecisionState.reviewed.rawValue
            try store.keep([record], by: Actor(.person, lead.name), at: now)
        }
    }
}
