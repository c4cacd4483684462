import Commitments
import FlywheelKit

/// Maintenance as it stands at a moment.
struct StandingMaintenance {
    let maintenance: Maintenance
    let asOf: Instant

    /// For the desk: with who sees to it.
    static let forDesk: Members<Self> = head + ["owner": .value(\.maintenance.body.owner)] + times

    /// As everybody may read it.
    static let forEverybody: Members<Self> =
        head + times + ["updates": .list(\.maintenance.body.updates, MaintenanceBody.Update.forEverybody)]

    private static let head: Members<Self> = [
        "id": .value(\.maintenance.id), "title": .value(\.maintenance.body.title),
        "state": .word { $0.maintenance.state(at: $0.asOf) }, "components": .value(\.maintenance.body.components),
    ]

    private static let times: Members<Self> = [
        "starts": .value(\.maintenance.last.starts), "ends": .value(\.maintenance.last.ends),
    ]
}

extension MaintenanceBody.Update {
    /// For the desk: with who said it.
    static let forDesk: Members<Self> = ["at": .value(\.at), "by": .value(\.by)] + said

    /// As everybody may read it.
    static let forEverybody: Members<Self> = ["at": .value(\.at)] + said

    private static let said: Members<Self> = [
        "step": .word(\.step), "starts": .value(\.starts), "ends": .value(\.ends), "text": .value(\.text),
    ]
}
