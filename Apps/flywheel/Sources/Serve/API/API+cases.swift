import FlywheelStore
import HTTPTypes
import People

extension API {
    /// The desk of cases.
    static let cases = inbox + caseWork

    private static let inbox: [APICommand] = [
        .get(
            "/cases", "listCases", CasesCommand.List.self, for: .answer, in: "Cases", gives: "cases",
            options: [
                "limit", "cursor", "search", "view", "state", "done", "side", "owner", "mine", "unowned", "group",
                "language", "listing", "dueIn", "disputed", "conflicts", "order", "account", "marketplace",
            ],
            rules: [
                "cursor": .pattern(
                    "^-?[0-9]{1,18}([.]-?[0-9]{1,18}){0,3}$", example: "what the page before ends with")
            ]),
        .get(
            "/cases/next", "showNextCase", CasesCommand.Next.self, for: .answer, in: "Cases", gives: "next-case"),
        .post(
            "/cases/next/claim", "claimNextCase", CasesCommand.Next.self, for: .answer, in: "Cases",
            gives: "next-case", always: ["--claim"], when: .once),
        .post(
            "/cases/route", "routeCases", CasesCommand.Route.self, for: .answer, in: "Cases", gives: "case-routing",
            options: ["dryRun"], when: .once),
        .post(
            "/cases/triage", "decideCases", TriageCommand.Decide.self, for: .answer, in: "Cases",
            gives: "triage-decisions", options: ["dryRun"], when: .once),
        .get(
            "/cases/report", "reportOnCases", CasesCommand.Report.self, for: .answer, in: "Cases",
            gives: "desk-report", options: ["since", "until", "quarter", "by"],
            rules: ["quarter": .pattern("^[0-9]{4}-[Qq][1-4]$", example: "a quarter such as 2026-Q3")]),
        .list(
            "/cases/sample", "sampleCases", CasesCommand.Sample.self, for: .answer, in: "Cases",
            gives: "review-sample", options: ["week", "reviewer"]),
        .get(
            "/cases/{id}", "showCase", CaseCommand.self, for: .answer, in: "Cases", gives: "case", taking: ["id"],
            options: ["all"], of: .case),
        .post(
            "/drafts/{id}/approve", "approveDraft", CasesCommand.Approve.self, for: .answer, in: "Cases",
            gives: "case-work", taking: ["id"], when: .unchanged(.draft)),
        .post(
            "/drafts/{id}/discard", "discardDraft", CasesCommand.Discard.self, for: .answer, in: "Cases",
            gives: "case-work", taking: ["id"], when: .unchanged(.draft)),
        .list("/promises", "listPromises", SlaCommand.Preview.self, in: "Cases", gives: "promises"),
        .get(
            "/promises/attainment", "showAttainment", SlaCommand.Status.self, in: "Cases", gives: "attainment",
            options: ["since"]),
        .list(
            "/outreach", "listOutreach", OutreachCommand.List.self, for: .answer, in: "Cases", gives: "outreach",
            options: ["state"]),
        .get(
            "/outreach/{id}", "showOutreach", OutreachCommand.Show.self, for: .answer, in: "Cases", gives: "outreach",
            taking: ["id"], of: .outreach),
        .post(
            "/outreach", "proposeOutreach", OutreachCommand.Propose.self, for: .answer, in: "Cases",
            gives: "outreach", when: .once),
        .post(
            "/outreach/{id}/approve", "approveOutreach", OutreachCommand.Approve.self, for: .answer, in: "Cases",
            gives: "outreach", taking: ["id"], when: .unchanged(.outreach)),
        .post(
            "/outreach/{id}/refuse", "refuseOutreach", OutreachCommand.Refuse.self, for: .answer, in: "Cases",
            gives: "outreach", taking: ["id"], when: .unchanged(.outreach)),
    ]

    private static let caseWork: [APICommand] = [
        work("claim", CasesCommand.Claim.self), work("release", CasesCommand.Release.self),
        work("assign", CasesCommand.Assign.self, options: ["to", "group"]),
        work("escalate", CasesCommand.Escalate.self, options: ["reason"]),
        work("hold", CasesCommand.Hold.self, options: ["until"]),
        work("wait", CasesCommand.Wait.self, options: ["elsewhere"]),
        work("solve", CasesCommand.Solve.self, options: ["cause"]),
        work("close", CasesCommand.Close.self, options: ["cause"]),
        work("reopen", CasesCommand.Reopen.self),
        work("label", CasesCommand.Label.self, options: ["urgency", "intent"]),
        work("take", CasesCommand.Take.self, options: ["field"]),
        work("reply", CasesCommand.Reply.self, options: ["text"], needing: ["text"]),
        work("note", CasesCommand.Note.self, options: ["text"], needing: ["text"]),
        work("merge", CasesCommand.Merge.self, options: ["into"], rules: ["into": .id("C")]),
        work("unmerge", CasesCommand.Unmerge.self),
        work("macro", CasesCommand.Macro.self, options: ["apply"]),
        work("step", CasesCommand.Step.self, options: ["of", "done"]),
        work("cause", CasesCommand.Cause.self, options: ["code", "none"]),
        work("review", CasesCommand.Review.self, options: ["verdict"]),
        work("audit", CasesCommand.Audit.self, options: ["tag", "gap", "decision"], rules: ["decision": .id("D")]),
        work("undo", CasesCommand.Undo.self),
    ]

    private static func work(
        _ word: String, _ command: any AnsweringCommand.Type, options: [String] = [], needing needed: Set<String> = [],
        rules: [String: ValueRule] = [:]
    ) -> APICommand {
        .post(
            "/cases/{id}/\(word)", "\(word)Case", command, for: .answer, in: "Cases", gives: "case-work",
            taking: ["id"], options: options, needing: needed, rules: rules, when: .unchanged(.case))
    }
}
