/// The figures of a desk's report, by the code they have in every output.
public enum DeskMetric: String, Hashable, Sendable, CaseIterable {
    /// To the first answer.
    case firstAnswer = "time-to-first-answer"
    /// To being solved.
    case solve = "time-to-solve"
    /// To being closed.
    case close = "time-to-close"
    /// Without waiting for who asked.
    case handling = "desk-time"
    /// From the first to the last event.
    case span = "first-to-last-event"
    /// Reopened.
    case reopened = "opened-again"
    /// Passed on.
    case reassigned = "passed-on"
    /// The source's promises kept.
    case keptPromise = "source-promises"
    /// The desk's own promises kept.
    case attainment = "promises-kept"
    /// Came back about the same.
    case repeatContact = "repeat-contact"
    /// Settled by the first answer.
    case firstContact = "first-contact"
    /// Disputes won.
    case disputesWon = "disputes-won"
    /// Won by buyers, of those in which the desk has no part.
    case buyersWon = "disputes-won-by-buyers"
    /// Won by sellers, of the same.
    case sellersWon = "disputes-won-by-sellers"
    /// Until a seller is verified.
    case verification = "verification-time"
    /// Satisfied people.
    case satisfaction
    /// Sentiment read from texts.
    case sentiment = "text-sentiment"
    /// Passed up.
    case escalated = "passed-up"
    /// Gaps found by audits.
    case policyGaps = "policy-gaps"
    /// Root causes.
    case rootCauses = "root-causes"
    /// Agreement of reviewers.
    case agreement = "reviewer-agreement"
    /// Contacts and sales.
    case association = "contacts-and-sales"
    /// Open cases by day.
    case backlog = "desk-backlog"

    /// What it means.
    public var definition: MetricDefinition {
        switch self {
        case .firstAnswer, .solve, .close, .handling, .span, .verification: duration
        case .reopened, .reassigned, .keptPromise, .repeatContact, .firstContact, .escalated: share
        case .attainment, .disputesWon, .buyersWon, .sellersWon, .satisfaction, .sentiment, .policyGaps, .rootCauses,
            .agreement, .association, .backlog:
            finding
        }
    }

    static let opened = "cases opened since the report's first day, else all"
    static let bounds = "share of cases, with Wilson's bounds of 95%"
}

extension DeskMetric {
    private var duration: MetricDefinition {
        let (title, formula): (String, String) =
            switch self {
            case .firstAnswer:
                (
                    "time to first response",
                    "first message of a person of the desk that who asked could read - opening; as the source states it, "
                        + "where it does"
                )
            case .close: ("time to close", "closing for good - opening; as the source states it, where it does")
            case .handling:
                ("time in the desk's hands", "first end - opening - time in the state waiting-on-requester before it")
            case .span: ("first to last event", "last known event - first event, of cases over or not")
            case .verification:
                (
                    "time to verify a seller",
                    "time in the desk's hands of cases about cases.quality.verification: the clock stands while the seller "
                        + "has to answer"
                )
            default: ("time to solve", "last end - opening; as the source states it, where it does")
            }
        return MetricDefinition(
            title: title,
            formula: formula + "; median and ninetieth by the product-limit estimate, bounds by Brookmeyer "
                + "and Crowley", window: Self.opened, unit: "hours elapsed",
            censoring: self == .span
                ? "nothing is censored: it is what the log spans, and not how long a case will take"
                : "cases that are not there yet count until now, those that ended without coming there until their end; cases "
                    + "whose source states the figure of others are unknown and left out, with their number")
    }

    private var share: MetricDefinition {
        let open = "nothing is censored; cases whose course is unknown are left out, with their number"
        let (title, formula, censoring): (String, String, String) =
            switch self {
            case .reassigned: ("passed on", "cases that passed from a person or group to another / cases", open)
            case .keptPromise:
                (
                    "promises kept, says the source", "cases whose source holds its promise for kept / cases it judges",
                    open
                )
            case .repeatContact:
                (
                    "repeat contact",
                    "cases whose person came back about the same within cases.quality.repeatDays after the first end, by "
                        + "another case or by this one being opened again / cases whose window is over",
                    "windows that are not over are in no denominator; the product-limit estimate beside it takes them in"
                )
            case .firstContact:
                (
                    "settled by the first response",
                    "cases with one message of who asked, at most one answer before the first end, not opened again, and "
                        + "nobody back within the window / cases whose window is over",
                    "windows that are not over are in no denominator; cases without known messages are unknown"
                )
            case .escalated: ("escalated", "cases that were escalated / cases", open)
            default: ("opened again", "cases opened again after they ended / cases", open)
            }
        return MetricDefinition(
            title: title, formula: formula, window: Self.opened, unit: Self.bounds, censoring: censoring)
    }
}
