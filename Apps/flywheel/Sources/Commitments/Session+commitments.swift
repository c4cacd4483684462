import CaseDesk
import Commitments
import FlywheelHost
import FlywheelKit
import FlywheelStore

extension Session {
    /// What the person who acts can say in public.
    var publicDesk: CommitmentDesk {
        CommitmentDesk(host.store, settings: commitments, actor: actor, now: now)
    }

    /// What everybody may know.
    func publicStatus() throws -> PublicStatus { try publicDesk.status(serviceLevels()) }

    /// How much of each service level was kept; clocks are counted as `flywheel sla` counts them.
    func serviceLevels() throws -> [AttainedLevel] {
        let promises = PromiseDesk(host.store, rules: rules, actor: actor, now: now)
        var counted: [Instant: [AttainmentLine]] = [:]
        return try publicDesk.levels(in: clock.zone) { clock, promise, since in
            let lines = try counted[since] ?? promises.attainment(since: since)
            counted[since] = lines
            let meant = lines.filter { line in
                line.key.clock.rawValue == clock && (promise == nil || line.key.promise == promise)
            }
            return (meant.reduce(0) { $0 + $1.attainment.met }, meant.reduce(0) { $0 + $1.attainment.told })
        }
    }

    /// The incidents there are, the newest first; of those that are over only where all are asked for.
    func incidents(all: Bool) throws -> IncidentsAnswer {
        let incidents = try publicDesk.incidents().reversed().filter { all || $0.resolved == nil }
        return IncidentsAnswer(incidents: incidents, isWhole: all, asOf: now)
    }

    /// The maintenance there is, the newest first; of what is over only where all is asked for.
    func maintenance(all: Bool) throws -> MaintenanceAnswer {
        let found = try publicDesk.maintenance().reversed().filter { all || !$0.state(at: now).isOver }
        return MaintenanceAnswer(maintenance: found, isWhole: all, asOf: now)
    }
}
