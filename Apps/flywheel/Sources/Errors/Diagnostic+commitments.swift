import Commitments
import FlywheelKit

extension Diagnostic {
    /// Why nothing was said in public.
    init(_ error: CommitmentError, clock: WallClock) {
        switch error {
        case .unknown(let id):
            let list = id.hasPrefix("G") ? "flywheel maintenance list --all" : "flywheel incidents list --all"
            self.init("unknown", "there is no \(id)", help: list, exit: .unknown)
        case .unreadable(let id, let why):
            self.init(
                "store", "\(id) is kept in a form that cannot be read: \(why)",
                help: "flywheel doctor looks for the cause", exit: .failed)
        case .noComponent(let id, let known):
            let expected = known.isEmpty ? "one that flywheel.yaml lists" : known.joined(separator: ", ")
            self.init(
                "component", "no component is called \"\(id)\", expected \(expected)",
                help: "flywheel commitments lists components", exit: .refused)
        case .noComponents:
            self.init(
                "component", "no component was named, so nobody would know what is meant",
                help: "--component ID, of those that flywheel.yaml lists under commitments: components:",
                exit: .refused)
        case .isOver(let id, let state):
            self.init(
                "said-last", "\(id) is \(state), and what was said of it stays as it is",
                help: "tell of something new: flywheel incidents open, flywheel maintenance announce", exit: .refused)
        case .tooEarly(let id, let last):
            self.init(
                "too-early", "something was said of \(id) at \(last), which is later; nothing was changed",
                help: "leave --as-of out to act now", exit: .refused)
        case .nextUpdate(let next, _):
            self.init(
                "next-update",
                "an update promised for \(clock.full(next)) is none,"
                    + " expected later than now and within a week", help: "--next 2026-11-20T17:00:00Z", exit: .refused)
        case .began(let began, _):
            self.init(
                "began", "an incident cannot have begun \(clock.full(began)), expected now or in the last week",
                help: "--began 2026-11-20T15:00:00Z", exit: .refused)
        case .span(let starts, let ends, _):
            self.init(
                "maintenance-span",
                "maintenance from \(clock.dated(starts)) to \(clock.dated(ends)) cannot be promised,"
                    + " expected a span to come, and the start as announced where it began",
                help: "--from 2026-11-22T06:00:00Z --until 2026-11-22T07:00:00Z", exit: .refused)
        case .step(let id, let state):
            self.init(
                "maintenance-step", "\(id) is \(state), so that does not follow",
                help: "flywheel maintenance show \(id)", exit: .refused)
        case .text(let refusal):
            self.init(
                "public-text", "\(refusal); nothing was said", help: "say it in other words", exit: .refused)
        }
    }
}
