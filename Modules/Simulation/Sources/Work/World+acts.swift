import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics

extension World {
    /// Does what was planned up to a moment, in the order of the moments, under the rules of the workbench.
    mutating func act(until moment: Instant) throws {
        let due = acts.enumerated().filter { $0.element.at <= moment }
            .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
        acts.removeAll { $0.at <= moment }
        for act in due { try perform(act) }
    }

    private mutating func perform(_ act: Act) throws {
        let trouble = troubles[act.trouble]
        let desk = Workbench(
            store, plan: plan, actor: Actor(.person, organisation.staff[act.person].name), now: act.at)
        if case .add = act.kind { return try add(act, at: desk) }
        // It may have ended under their hands.
        guard trouble.stage == .open else { return }
        switch act.kind {
        case .claim: try desk.claim(trouble.exception)
        case .playbook: try desk.openPlaybook(of: trouble.exception)
        case .step(let number): try desk.markStep(number, of: trouble.exception)
        case .close(let cause):
            try desk.close(trouble.exception, rootCause: cause, newCause: cause == "unknown")
            close(act.trouble, at: act.at)
            if cause == trouble.cause { decided.note(trouble, at: act.at) }
        case .vanish:
            troubles[act.trouble].gone = act.at
            mayReturn(act.trouble, after: act.at)
        case .add: break
        }
    }

    private mutating func close(_ number: Int, at moment: Instant) {
        troubles[number].stage = .closed
        troubles[number].closed = moment
        troubles[number].isFixed = chance.verification.uniform() < dials.fixing
        closed.append(number)
        if troubles[number].isFixed { mayReturn(number, after: moment) }
    }

    private mutating func add(_ act: Act, at desk: Workbench) throws {
        var trouble = troubles[act.trouble]
        guard trouble.stage == .unknown, trouble.endsAlone.map({ act.at < $0 }) ?? true else { return }
        let exception = try desk.add(fingerprint(of: trouble), loss: .dailyShare([trouble.share]), note: nil)
        trouble.exception = exception.id
        trouble.stage = .open
        trouble.detected = act.at
        troubles[act.trouble] = trouble
        unknown.removeAll { $0 == act.trouble }
        // It stands in no queue before the next turn; nobody takes it up before that.
        troubles[act.trouble].isClaimed = true
        open.append(act.trouble)
    }
}
