import Commitments

extension Document {
    /// What is written of what is said in public.
    static let commitments = [
        Document(
            "commitments", "What everybody sees: nobody's name, no account, no number of a case.",
            [
                "asOf": .instant, "title": .text, "standing": standing,
                "components": .list(["id": .text, "name": .text, "standing": standing]),
                "levels": .list([
                    "id": .text, "title": .text,
                    "measure": [
                        "clock": .maybe(.text), "promise": .maybe(.text), "component": .maybe(.text),
                        "severity": .maybe(severity),
                    ],
                    "window": .word(ServiceLevel.Window.allCases.map(\.rawValue)), "since": .instant,
                    "target": .number, "kept": .integer, "told": .integer, "share": .maybe(.number),
                    "isMet": .maybe(.flag), "unknown": .maybe(.text),
                ]),
                "incidents": .list([
                    "id": .text, "title": .text, "state": incidentState, "severity": .maybe(severity),
                    "components": .list(.text), "began": .instant, "opened": .instant, "nextUpdate": .maybe(.instant),
                    "resolved": .maybe(.instant),
                    "updates": .list([
                        "at": .instant, "severity": severity, "components": .list(.text),
                        "nextUpdate": .maybe(.instant), "text": .text,
                    ]),
                ]),
                "maintenance": .list([
                    "id": .text, "title": .text, "state": maintenanceState, "components": .list(.text),
                    "starts": .instant, "ends": .instant,
                    "updates": .list([
                        "at": .instant, "step": step, "starts": .instant, "ends": .instant, "text": .text,
                    ]),
                ]),
            ]),
        Document("incidents", "Incidents, the newest first.", ["asOf": .instant, "items": .list(incident)]),
        Document(
            "incident", "What was said of one incident, and by whom.",
            [
                "asOf": .instant, "incident": incident,
                "updates": .list([
                    "at": .instant, "by": .text, "severity": severity, "components": .list(.text),
                    "nextUpdate": .maybe(.instant), "text": .text,
                ]),
            ]),
        Document(
            "maintenance", "Announced maintenance, the newest first.",
            ["asOf": .instant, "items": .list(maintenance)]),
        Document(
            "maintenance-record", "What was said of one maintenance, and by whom.",
            [
                "asOf": .instant, "maintenance": maintenance,
                "updates": .list([
                    "at": .instant, "by": .text, "step": step, "starts": .instant, "ends": .instant, "text": .text,
                ]),
            ]),
    ]

    private static let standing = Shape.word(PublicStatus.Standing.allCases.map(\.rawValue))
    private static let severity = Shape.word(Severity.allCases.map(\.rawValue))
    private static let incidentState = Shape.word(Incident.State.allCases.map(\.rawValue))
    private static let maintenanceState = Shape.word(Maintenance.State.allCases.map(\.rawValue))
    private static let step = Shape.word(MaintenanceBody.Update.Step.allCases.map(\.rawValue))

    private static let incident: Shape = [
        "id": .text, "title": .text, "state": incidentState, "severity": .maybe(severity), "components": .list(.text),
        "owner": .text, "began": .instant, "opened": .instant, "nextUpdate": .maybe(.instant),
        "resolved": .maybe(.instant),
    ]

    private static let maintenance: Shape = [
        "id": .text, "title": .text, "state": maintenanceState, "components": .list(.text), "owner": .text,
        "starts": .instant, "ends": .instant,
    ]
}
