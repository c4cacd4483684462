import Commitments
import FlywheelKit

/// An incident as it stands at a moment.
struct StandingIncident {
    let incident: Incident
    let asOf: Instant

    /// For the desk: with who sees to it.
    static let forDesk: Members<Self> = head + ["owner": .value(\.incident.body.owner)] + times

    /// As everybody may read it.
    static let forEverybody: Members<Self> =
        head + times + ["updates": .list(\.incident.body.updates, IncidentBody.Update.forEverybody)]

    private static let head: Members<Self> = [
        "id": .value(\.incident.id), "title": .value(\.incident.body.title),
        "state": .word { $0.incident.state(at: $0.asOf) }, "severity": .word(\.incident.severity),
        "components": .value(\.incident.last.components),
    ]

    private static let times: Members<Self> = [
        "began": .value(\.incident.body.began), "opened": .value { $0.incident.body.updates[0].at },
        "nextUpdate": .value(\.incident.last.next), "resolved": .value(\.incident.resolved),
    ]
}

extension IncidentBody.Update {
    /// For the desk: with who said it.
    static let forDesk: Members<Self> = ["at": .value(\.at), "by": .value(\.by)] + said

    /// As everybody may read it.
    static let forEverybody: Members<Self> = ["at": .value(\.at)] + said

    private static let said: Members<Self> = [
        "severity": .word(\.severity), "components": .value(\.components), "nextUpdate": .value(\.next),
        "text": .value(\.text),
    ]
}
