public import FlywheelKit

extension FindingKind {
    /// A case that is not over.
    public static let openCase = FindingKind("case", title: "open case", effortHours: 0.25, lastsDays: 3)
    /// A dispute that waits for an answer.
    public static let dispute = FindingKind("dispute", title: "dispute", effortHours: 0.75, lastsDays: 14)
}

extension RootCause {
    /// Why cases come about.
    static let cases = [
        RootCause("late-or-lost", "A parcel came late or never."),
        RootCause("damaged-or-wrong", "What came was damaged, or not what was ordered."),
        RootCause("listing-says-otherwise", "The listing promised something else."),
        RootCause("money-owed", "A refund, fee or reimbursement was not paid as it should have been."),
        RootCause("marketplace-error", "The marketplace took a listing or an account for something it is not."),
        RootCause("policy-broken", "A policy of the marketplace was broken."),
        RootCause("policy-unclear", "A policy was not clear, or was applied unevenly."),
        RootCause("fraud", "Somebody tried to gain by a false claim."),
        RootCause("no-fault", "A question, with nothing wrong behind it."),
    ]
}
