import CaseDesk
import Cases
import FlywheelHost
import FlywheelKit
import FlywheelStore

extension Session {
    private var routing: RoutingDesk {
        RoutingDesk(host.store, rules: rules, actor: actor, now: now) { id, contents in
            try expectedSaving(id, contents).map { Double($0.minorUnits) }
        }
    }

    /// What who acts works next, taken where that is asked for.
    func nextCase(isClaiming: Bool) throws -> NextCaseAnswer {
        // Where somebody else is faster, the next one is next: each turn there is one case less.
        while true {
            let next = try routing.next(for: actor.name)
            guard let pick = next.pick else { return NextCaseAnswer(next: next, person: actor.name, asOf: now) }
            if isClaiming {
                do { try cases.claim(pick.record.id) } catch {
                    guard case .ownedBy = error else { throw error }
                    continue
                }
            }
            let subject = try PersonalTexts(host.store, rules: rules, actor: actor, now: now).read(
                .cases([pick.record.id]), fields: [.subject], for: "inbox"
            ).first?.text
            return NextCaseAnswer(
                next: next, person: actor.name, subject: subject,
                saving: try expectedSaving(pick.record.id, pick.waiting.matter), isClaimed: isClaiming, asOf: now)
        }
    }

    /// Why a case went where a rule gave it, or where it would go.
    func routingWords(of contents: Case) throws -> String? {
        guard !rules.people.isEmpty, !contents.state.isDone, contents.mergedInto == nil else { return nil }
        guard let owner = contents.owner else { return try routing.route(of: contents).why }
        let need = rules.settings.router().need(of: contents)
        guard case .rule? = contents.ownerWord.here?.by else { return "\(need)" }
        return "\(need); given to \(owner) by the rules"
    }

    /// Gives cases out, or says what that would do.
    func routeCases(isDryRun: Bool) throws -> RoutingAnswer {
        guard !rules.people.isEmpty else {
            throw Diagnostic(
                "no-people", "flywheel.yaml names nobody who works cases, so there is nobody to give them to",
                help: "name them there, cases: people:, and run it again", exit: .failed)
        }
        let steps = try isDryRun ? routing.plan() : routing.route()
        return RoutingAnswer(steps: steps, isDryRun: isDryRun, asOf: now)
    }
}
