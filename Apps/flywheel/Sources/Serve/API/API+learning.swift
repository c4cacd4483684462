import HTTPTypes
import People

extension API {
    /// What closed work teaches.
    static let learning: [APICommand] = [
        .get(
            "/metrics", "listMetrics", MetricsCommand.self, in: "Metrics", gives: "metrics", "metric-comparison",
            options: ["by", "weeks", "workflow", "owner", "account", "tier"],
            rules: ["weeks": .integer(1...520)]),
        .get(
            "/metrics/{key}", "showMetric", MetricsCommand.self, in: "Metrics", gives: "metric", "metric-comparison",
            taking: ["key"], options: ["by", "weeks", "rows", "workflow", "owner", "account", "tier"],
            rules: ["weeks": .integer(1...520)]),
        .get("/stall", "showStall", StallCommand.self, in: "Assessment", gives: "stall"),
        .post(
            "/assessments", "assess", AssessCommand.Now.self, for: .decide, in: "Assessment", gives: "assess",
            options: ["since"], rules: ["since": .id("A")], when: .once),
        .get("/assessments", "listAssessments", AssessCommand.List.self, in: "Assessment", gives: "assessments"),
        .get(
            "/assessments/{id}", "showAssessment", AssessCommand.Show.self, in: "Assessment", gives: "assess",
            "assess-explained", taking: ["id"], options: ["explain"]),
        .get(
            "/assessments/{id}/changes/{later}", "compareAssessments", AssessCommand.Difference.self,
            in: "Assessment", gives: "assess-diff", taking: ["id", "later"]),
        .get(
            "/checks/{check}/rows", "listCheckRows", AssessCommand.Rows.self, in: "Assessment", gives: "check-rows",
            taking: ["check"], options: ["workflow", "says"]),
        .get("/maturity", "showMaturityModel", AssessCommand.Model.self, in: "Assessment", gives: "maturity-model"),
        .get(
            "/decisions", "listDecisions", DecisionsCommand.List.self, in: "Decisions", gives: "register",
            options: ["kind"]),
        .get("/decisions/due", "listDueDecisions", DecisionsCommand.Due.self, in: "Decisions", gives: "register"),
        .get(
            "/decisions/{id}", "showDecision", DecisionsCommand.Show.self, in: "Decisions", gives: "decision",
            taking: ["id"]),
        .post(
            "/decisions", "addDecision", DecisionsCommand.Add.self, for: .decide, in: "Decisions", gives: "decision",
            taking: ["kind", "subject"], options: ["workflow", "metric", "evidence", "reviewDays"],
            rules: ["subject": .word, "reviewDays": .integer(1...366)], when: .once),
        .post(
            "/decisions/{id}/review", "reviewDecision", DecisionsCommand.Review.self, for: .decide, in: "Decisions",
            gives: "decision", taking: ["id"]),
        .get(
            "/thresholds", "listThresholds", ThresholdsCommand.List.self, in: "Thresholds", gives: "thresholds",
            options: ["workflow"]),
        .get(
            "/thresholds/{knob}", "showThreshold", ThresholdsCommand.Show.self, in: "Thresholds", gives: "threshold",
            taking: ["knob"]),
        .post(
            "/proposals", "proposeThresholds", ThresholdsCommand.Propose.self, for: .decide, in: "Thresholds",
            gives: "tried", taking: ["knob"], options: ["workflow"], when: .once),
        .post(
            "/proposals/{id}/approve", "approveProposal", ThresholdsCommand.Approve.self, for: .decide,
            in: "Thresholds", gives: "proposal", taking: ["id"], when: .unchanged(.proposal)),
        .post(
            "/proposals/{id}/refuse", "refuseProposal", ThresholdsCommand.Refuse.self, for: .decide, in: "Thresholds",
            gives: "proposal", taking: ["id"], options: ["reason"], when: .unchanged(.proposal)),
        .post(
            "/proposals/{id}/rollback", "rollBackProposal", ThresholdsCommand.Rollback.self, for: .decide,
            in: "Thresholds", gives: "proposal", taking: ["id"], options: ["reason"], when: .unchanged(.proposal)),
        .get(
            "/causes", "listCauses", CausesCommand.List.self, in: "Causes", gives: "causes", options: ["workflow"]),
        .post(
            "/causes/{cause}/merge", "mergeCause", CausesCommand.Merge.self, for: .decide, in: "Causes",
            gives: "cause-merge", taking: ["cause", "other"], options: ["workflow"]),
        .get(
            "/warnings", "listWarnings", WarningsCommand.self, in: "Metrics", gives: "warnings",
            options: ["workflow"]),
        .get(
            "/backtest", "backtest", BacktestCommand.self, in: "Metrics", gives: "backtest", options: ["workflow"]),
    ]

    /// The house itself.
    static let surroundings: [APICommand] = [
        .get(
            "/journal/verification", "verifyJournal", JournalCommand.Verify.self, for: .administer, in: "Journal",
            gives: "journal"),
        .get("/schemas", "listSchemas", SchemaCommand.self, in: "Words", gives: "schemas"),
        .get("/schemas/{name}", "showSchema", SchemaCommand.self, in: "Words", taking: ["name"]),
        .get("/words", "listWords", ExplainCommand.self, in: "Words", gives: "explain"),
        .get(
            "/words/{word}", "explainWord", ExplainCommand.self, in: "Words", gives: "explain", taking: ["word"]),
    ]
}
