import Assessment
import FlywheelKit
import Statistics

extension World {
    /// Managers meet in the afternoon, look at what was learned, and decide something, or do not.
    mutating func meet(on day: Int) {
        let now = organisation.midnight.advanced(byDays: Double(day)).advanced(bySeconds: 57_600)
        guard now < until, now > book.from else { return }
        manager.review(at: now, &chance)
        guard chance.happens(practice.decisiveness * Double(organisation.meetingDays) / 14) else {
            if chance.happens(0.03) { manager.decide(.policy, workflow: nil, subject: "holiday-cover", at: now) }
            return
        }
        let kind = chance.one(of: organisation.kinds).kind
        if practice.prevents, chance.happens(0.5), manager.prevent(at: now, leaving: remainder()) { return }
        guard practice.changesWork else {
            if chance.happens(0.1) { manager.decide(.policy, workflow: nil, subject: "opening-hours", at: now) }
            return
        }
        switch chance.uniform() {
        case ..<0.5: manager.decide(.threshold, workflow: kind, subject: "least-share", at: now)
        case ..<0.7: manager.decide(.routing, workflow: kind, subject: Catalogue.kinds[kind].id, at: now)
        case ..<0.9: manager.decide(.rule, workflow: kind, subject: "due-time", at: now)
        default: manager.decide(.handoff, workflow: kind, subject: "second-approval", at: now)
        }
    }

    /// Detection is tuned for the first time, which is a decision as well.
    mutating func tune(on day: Int) {
        let now = organisation.midnight.advanced(byDays: Double(day)).advanced(bySeconds: 57_600)
        guard let kind = organisation.kinds.first?.kind, now < until else { return }
        manager.decide(.threshold, workflow: kind, subject: "least-share", at: now)
    }

    private mutating func remainder() -> Double {
        chance.between(plan.prevented.lowerBound, plan.prevented.upperBound)
    }
}
