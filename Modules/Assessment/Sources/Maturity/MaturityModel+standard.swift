extension MaturityModel {
    /// The model that is used where no other is given: six levels from tribal knowledge to operational intelligence.
    ///
    /// The levels are those of the Workflow Maturity Model, the cut-offs ours; each says why.
    public static let standard = MaturityModel(
        id: "workflow-maturity", version: 1, windowDays: 91, decisionDays: 182, leastKnownShare: 0.5,
        levels: [
            MaturityLevel(1, "Tribal Knowledge", cmmi: 1, "The work lives in somebody's head."),
            MaturityLevel(2, "Documentation", cmmi: 2, "What to do is written down, and read."),
            MaturityLevel(3, "Process", cmmi: 3, "What is written is done, by owners, in time, and says why."),
            MaturityLevel(4, "Automation", cmmi: 3, "Finding, routing and much of the doing happen by rule."),
            MaturityLevel(5, "Software", cmmi: 4, "From detection to confirmed close, all of it runs here."),
            MaturityLevel(
                6, "Operational Intelligence", cmmi: 5, "What closed work teaches changes what is found next."),
        ],
        checks: documentation + process + automation + software + intelligence,
        connections: .standard,
        known: [
            KnownWorkflow("suppressions", "Suppressions"), KnownWorkflow("cases", "Cases"),
            KnownWorkflow("forecasting", "Forecasting"), KnownWorkflow("pricing", "Pricing"),
            KnownWorkflow("inventory", "Inventory"),
        ],
        path: [
            PathLink("suppressions", "forecasting", "Days off sale are not days without demand."),
            PathLink("suppressions", "inventory", "What cannot be sold need not be ordered."),
            PathLink("forecasting", "inventory", "What will sell decides what to order."),
            PathLink("forecasting", "pricing", "What will sell anyway needs no lower price."),
            PathLink("inventory", "pricing", "A price that sells what is not there earns nothing."),
        ])

    private static let documentation = [
        MaturityCheck(
            "2.1", "playbook exists", level: 2, "Is there a playbook for what comes up?", .withPlaybook, .atLeast, 0.8,
            minimumEvents: 20, isDeclarable: true,
            reason: "Four in five leaves room for kinds that come up once a year.",
            remedy: "Write down the steps for the kinds that come up most, or attach the page they stand on",
            effortHours: 8),
        MaturityCheck(
            "2.2", "playbook opened", level: 2, "Is the playbook opened?", .playbookOpened, .atLeast, 0.5,
            minimumEvents: 20,
            reason: "Who knows it by heart need not open it each time; half shows that it is in use.",
            remedy: "Open the playbook from the row it belongs to, and mend what makes people not want to",
            effortHours: 4),
        MaturityCheck(
            "2.3", "not one person alone", level: 2, "Can more than one person do it?", .closesByOnePerson, .atMost,
            0.7, minimumEvents: 20,
            reason: "Above 70 % the work stops when that person is out.",
            remedy: "Give a second person some of the rows each week, playbook in hand", effortHours: 12),
    ]

    private static let process = [
        MaturityCheck(
            "3.1", "playbook followed", level: 3, "Is the playbook followed?", .playbookFollowed, .atLeast, 0.8,
            minimumEvents: 20,
            reason: "Four of five steps; a case that needs none of a step is not rare.",
            remedy: "Mark steps as they are done, and take out those that nobody needs", effortHours: 8),
        MaturityCheck(
            "3.2", "owned in time", level: 3, "Does it have an owner in time?", .ownedInTime, .atLeast, 0.8,
            minimumEvents: 20,
            reason: "A promise kept in four of five cases is one that others can plan with.",
            remedy: "Name who takes what, in which hours, and who stands in", effortHours: 6),
        MaturityCheck(
            "3.3", "over in time", level: 3, "Is it over in time?", .endedInTime, .atLeast, 0.8, minimumEvents: 20,
            reason: "As for owners.", remedy: "Work in the queue's order, and let what nobody can do in time be known",
            effortHours: 10),
        MaturityCheck(
            "3.4", "cause named", level: 3, "Does a close say why it happened?", .causeNamed, .atLeast, 0.8,
            minimumEvents: 20,
            reason: "Below it, counts of causes lead astray.",
            remedy: "Close with a root cause; add the causes that are missing from the list", effortHours: 3),
    ]

    private static let automation = [
        MaturityCheck(
            "4.1", "owner by rule", level: 4, "Does a rule name the owner?", .ownerByRule, .atLeast, 0.5,
            minimumEvents: 20,
            reason: "Half, as for steps: rules carry more of it than people do.",
            remedy: "Write routing rules for the kinds and marketplaces that are always given to the same person",
            effortHours: 4),
        MaturityCheck(
            "4.2", "half automatic", level: 4, "Does the system do the steps?", .stepsAutomatic, .atLeast, 0.5,
            minimumEvents: 20,
            reason: "Half of the steps.",
            remedy:
                "Let the step that is done most often be done by rule: a file that is written, an answer that is drafted",
            effortHours: 40),
        MaturityCheck(
            "4.3", "found by detection", level: 4, "Does detection find it before a person does?", .foundByDetection,
            .atLeast, 0.8,
            minimumEvents: 20, reason: "What people find first, detection does not watch.",
            remedy: "Import the feed that would have shown what people found, more often if they found it late",
            effortHours: 12),
    ]

    private static let software = [
        MaturityCheck(
            "5.1", "closed in one place", level: 5, "Does it run from detection to close in one place?",
            .closedInSystem, .atLeast, 0.9,
            minimumEvents: 20, reason: "One in ten may be mended beside it; more, and the record is not the work.",
            remedy: "Close rows here when they are mended, and not only where they were mended", effortHours: 6),
        MaturityCheck(
            "5.2", "judged real", level: 5, "Do people agree with what it finds?", .judgedReal, .atLeast, 0.8,
            minimumEvents: 20,
            reason: "More than one dismissed row in five teaches people to look away.",
            remedy: "Tune the threshold that finds the most noise", effortHours: 3),
        MaturityCheck(
            "5.3", "confirmed by data", level: 5, "Do the data confirm the closes?", .closesConfirmed, .atLeast, 0.8,
            minimumEvents: 20,
            reason: "A close that the data refute was none.",
            remedy: "Import a complete snapshot within a week of closing, and look at what came back as not fixed",
            effortHours: 4),
    ]

    private static let intelligence = [
        MaturityCheck(
            "6.1", "tuned by outcomes", level: 6, "Do outcomes tune detection?", .thresholdsTuned, .atLeast, 1,
            minimumEvents: 1,
            reason: "One in half a year; a workflow that is never tuned again drifts away from its business.",
            remedy: "Look at the proposals once a week and take or refuse one", effortHours: 2),
        MaturityCheck(
            "6.2", "measured gain", level: 6, "Did a decision make it measurably better?", .decisionsImproved, .atLeast,
            1,
            minimumEvents: 1, reason: "One gain that is more than chance shows that the loop closes.",
            remedy: "Give each decision a review date, and look at its measure then", effortHours: 2),
    ]
}

extension ConnectionRules {
    /// The rules of the standard model.
    public static let standard = ConnectionRules(
        limitDays: 7, minimumProblems: 20, minimumLinked: 5, leastLift: 2, minimumRows: 20, readShare: 0.8,
        limitHours: 48, effectShare: 0.01, staleDays: 35,
        steps: [
            ConnectionStep(
                to: 3,
                "Agree that whoever works on TO looks first at what is open of FROM on the same listing; import "
                    + "the feeds of FROM as often as TO's; ask whoever maintains Flywheel to let TO read what FROM knows",
                effortHours: 24),
            ConnectionStep(
                to: 4,
                "Ask whoever maintains Flywheel to let what TO finds depend on what it reads of FROM; nothing "
                    + "changes without it today",
                effortHours: 16),
            ConnectionStep(
                to: 5, "Record a decision on PAIR with a review date, and look at what it changed",
                effortHours: 3),
        ])
}
