import HTTPTypes
import People

extension API {
    /// Of what and over which time metrics are computed. People add kinds of their own, and what a workflow left counts when
    /// it is switched off.
    private static let part: [String: ValueRule] = [
        "workflow": .text, "kind": .text,
        "weeks": .integer(1...520),
        "month": .pattern("^[0-9]{4}-(0[1-9]|1[0-2])$", example: "a month such as 2026-10"),
    ]

    /// What closed work teaches.
    static let learning: [APICommand] = [
        .list(
            "/metrics", "listMetrics", MetricsCommand.self, in: "Metrics", gives: "metrics", "metric-comparison",
            options: ["by", "weeks", "month", "from", "to", "workflow", "kind", "owner", "account", "tier"], rules: part
        ),
        .get(
            "/metrics/{key}", "showMetric", MetricsCommand.self, in: "Metrics", gives: "metric", "metric-comparison",
            taking: ["key"],
            options: ["by", "weeks", "month", "from", "to", "rows", "workflow", "kind", "owner", "account", "tier"],
            rules: part),
        .get("/stall", "showStall", StallCommand.self, in: "Assessment", gives: "stall"),
        .post(
            "/assessments", "assess", AssessCommand.Now.self, for: .decide, in: "Assessment", gives: "assess",
            options: ["since", "account"], rules: ["since": .id("A")], when: .once),
        .list("/assessments", "listAssessments", AssessCommand.List.self, in: "Assessment", gives: "assessments"),
        .get(
            "/assessments/{id}", "showAssessment", AssessCommand.Show.self, in: "Assessment", gives: "assess",
            "assess-explained", taking: ["id"], options: ["explain"]),
        .get(
            "/assessments/{id}/changes/{later}", "compareAssessments", AssessCommand.Difference.self,
            in: "Assessment", gives: "assess-diff", taking: ["id", "later"]),
        .post(
            "/exemptions", "exemptCheck", AssessCommand.Exempt.self, for: .decide, in: "Assessment",
            gives: "assess-stated", taking: ["check"], options: ["workflow", "reason", "until"], when: .once),
        .list(
            "/checks/{check}/rows", "listCheckRows", AssessCommand.Rows.self, in: "Assessment", gives: "check-rows",
            taking: ["check"], options: ["workflow", "says"]),
        .get("/maturity", "showMaturityModel", AssessCommand.Model.self, in: "Assessment", gives: "maturity-model"),
        .list(
            "/decisions", "listDecisions", DecisionsCommand.List.self, in: "Decisions", gives: "register",
            options: ["kind"]),
        .list("/decisions/due", "listDueDecisions", DecisionsCommand.Due.self, in: "Decisions", gives: "register"),
        .get(
            "/decisions/{id}", "showDecision", DecisionsCommand.Show.self, in: "Decisions", gives: "decision",
            taking: ["id"], of: .decision),
        .post(
            "/decisions", "addDecision", DecisionsCommand.Add.self, for: .decide, in: "Decisions", gives: "decision",
            taking: ["kind", "subject"], options: ["workflow", "metric", "evidence", "reviewDays"],
            rules: ["subject": .word, "reviewDays": .integer(1...366)], when: .once),
        .post(
            "/decisions/{id}/review", "reviewDecision", DecisionsCommand.Review.self, for: .decide, in: "Decisions",
            gives: "decision", taking: ["id"], when: .unchanged(.decision)),
        .list(
            "/thresholds", "listThresholds", ThresholdsCommand.List.self, in: "Thresholds", gives: "thresholds",
            options: ["workflow"]),
        .get(
            "/thresholds/{knob}", "showThreshold", ThresholdsCommand.Show.self, in: "Thresholds", gives: "threshold",
            taking: ["knob"]),
        .post(
            "/proposals", "proposeThresholds", ThresholdsCommand.Propose.self, for: .decide, in: "Thresholds",
            gives: "tried", taking: ["knob"], options: ["workflow"], when: .once),
        .get(
            "/proposals/{id}", "showProposal", ThresholdsCommand.Proposal.self, in: "Thresholds", gives: "proposal",
            taking: ["id"], of: .proposal),
        .post(
            "/proposals/{id}/approve", "approveProposal", ThresholdsCommand.Approve.self, for: .decide,
            in: "Thresholds", gives: "proposal", taking: ["id"], when: .unchanged(.proposal)),
        .post(
            "/proposals/{id}/refuse", "refuseProposal", ThresholdsCommand.Refuse.self, for: .decide, in: "Thresholds",
            gives: "proposal", taking: ["id"], options: ["reason"], when: .unchanged(.proposal)),
        .post(
            "/proposals/{id}/rollback", "rollBackProposal", ThresholdsCommand.Rollback.self, for: .decide,
            in: "Thresholds", gives: "proposal", taking: ["id"], options: ["reason"], when: .unchanged(.proposal)),
        .list(
            "/reviews", "listReviews", ReviewCommand.self, in: "Thresholds", gives: "review", options: ["all"]),
        .get(
            "/reviews/{id}", "showReview", ReviewCommand.self, in: "Thresholds", gives: "review", taking: ["id"],
            of: .candidate),
        .post(
            "/reviews/{id}/judge", "judge", ReviewCommand.self, for: .work, in: "Thresholds", gives: "review",
            taking: ["id"], options: ["label"], needing: ["label"],
            rules: ["label": .words(["actionable", "known", "noise", "duplicate"])], when: .unchanged(.candidate)),
        .list(
            "/causes", "listCauses", CausesCommand.List.self, in: "Causes", gives: "causes", options: ["workflow"],
            of: .causes, by: ["workflow", "cause"]),
        .post(
            "/causes/{cause}/merge", "mergeCause", CausesCommand.Merge.self, for: .decide, in: "Causes",
            gives: "cause-merge", taking: ["cause", "other"], options: ["workflow"], when: .unchanged(.causes)),
        .list(
            "/warnings", "listWarnings", WarningsCommand.self, in: "Metrics", gives: "warnings",
            options: ["workflow"], by: ["workflow", "kind"]),
        .get(
            "/backtest", "backtest", BacktestCommand.self, in: "Metrics", gives: "backtest", options: ["workflow"]),
    ]

    /// The house itself.
    static let surroundings: [APICommand] = [
        .get(
            "/journal/verification", "verifyJournal", JournalCommand.Verify.self, for: .administer, in: "Journal",
            gives: "journal"),
        .list("/schemas", "listSchemas", SchemaCommand.self, in: "Words", gives: "schemas"),
        .get("/schemas/{name}", "showSchema", SchemaCommand.self, in: "Words", taking: ["name"]),
        .list("/words", "listWords", ExplainCommand.self, in: "Words", gives: "explain"),
        .get(
            "/words/{word}", "explainWord", ExplainCommand.self, in: "Words", gives: "explain", taking: ["word"]),
    ]
}
