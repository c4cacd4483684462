import People

extension API {
    /// What is said in public.
    static let commitments: [APICommand] = [
        .get("/commitments", "showCommitments", CommitmentsCommand.self, in: "In public", gives: "commitments"),
        .list(
            "/incidents", "listIncidents", IncidentsCommand.List.self, in: "In public", gives: "incidents",
            options: ["all"]),
        .get(
            "/incidents/{id}", "showIncident", IncidentsCommand.Show.self, in: "In public", gives: "incident",
            taking: ["id"], of: .incident),
        .post(
            "/incidents", "openIncident", IncidentsCommand.Open.self, for: .publish, in: "In public",
            gives: "incident", taking: ["title"],
            options: ["text", "severity", "component", "began", "next", "owner"], when: .once),
        incident("update", IncidentsCommand.Update.self, options: ["text", "severity", "component", "next"]),
        incident("resolve", IncidentsCommand.Resolve.self, options: ["text"]),
        .list(
            "/maintenance", "listMaintenance", MaintenanceCommand.List.self, in: "In public", gives: "maintenance",
            options: ["all"]),
        .get(
            "/maintenance/{id}", "showMaintenance", MaintenanceCommand.Show.self, in: "In public",
            gives: "maintenance-record", taking: ["id"], of: .maintenance),
        .post(
            "/maintenance", "announceMaintenance", MaintenanceCommand.Announce.self, for: .publish, in: "In public",
            gives: "maintenance-record", taking: ["title"],
            options: ["text", "component", "from", "until", "owner"], when: .once),
        maintenance("move", MaintenanceCommand.Move.self, options: ["text", "from", "until"]),
        maintenance("begin", MaintenanceCommand.Begin.self, options: ["text"]),
        maintenance("complete", MaintenanceCommand.Complete.self, options: ["text"]),
        maintenance("cancel", MaintenanceCommand.Cancel.self, options: ["text"]),
    ]

    private static func incident(
        _ word: String, _ command: any AnsweringCommand.Type, options: [String]
    ) -> APICommand {
        .post(
            "/incidents/{id}/\(word)", "\(word)Incident", command, for: .publish, in: "In public", gives: "incident",
            taking: ["id"], options: options, when: .unchanged(.incident))
    }

    private static func maintenance(
        _ word: String, _ command: any AnsweringCommand.Type, options: [String]
    ) -> APICommand {
        .post(
            "/maintenance/{id}/\(word)", "\(word)Maintenance", command, for: .publish, in: "In public",
            gives: "maintenance-record", taking: ["id"], options: options, when: .unchanged(.maintenance))
    }
}
