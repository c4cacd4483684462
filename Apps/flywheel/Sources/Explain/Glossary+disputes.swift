extension Glossary {
    /// The words of disputes and of the rights to decide in them, and the codes of why nothing was done.
    static let disputes: [Entry] = [
        Entry(
            "dispute",
            "One side of a marketplace asks the other for something, and somebody may have to decide. It runs by the "
                + "rules of its kind from beginning to end: stages, deadlines, and what happens when they run out.",
            "flywheel disputes"),
        Entry(
            "negotiation", "The two sides of a dispute talk with each other; nobody else is asked yet.",
            "flywheel disputes"),
        Entry(
            "response", "One side of a dispute is to state its case and to bring what proves it.", "flywheel disputes"),
        Entry("review", "Somebody decides a dispute.", "flywheel disputes"),
        Entry("decided", "A ruling stands, and may still be appealed.", "flywheel disputes --all"),
        Entry("appeal", "An appeal against a ruling is being decided.", "flywheel disputes"),
        Entry("upheld", "The claimant gets what was asked for.", "flywheel disputes --all"),
        Entry("partly", "The claimant gets a part of what was asked for.", "flywheel disputes --all"),
        Entry("denied", "The claimant gets nothing.", "flywheel disputes --all"),
        Entry(
            "withdrawn", "The claimant let it go, or let the time for it pass; nobody won.", "flywheel disputes --all"),
        Entry(
            "hold",
            "Money that is kept back by a rule, for a reason, by a decision, until a stated moment at which it goes "
                + "to one of the two by itself.", "flywheel disputes hold --help", names: ["escrow"]),
        Entry(
            "decision-rights",
            "Who may decide what up to which amount, stated in flywheel.yaml under cases: rights:. A limit is stated for "
                + "each currency and never converted. As an error: who acted has no right to it, and nothing was changed.",
            "flywheel disputes --waiting"),
        Entry(
            "proposal",
            "A decision beyond the rights of who wants it. It waits until somebody else who may agrees; nobody agrees "
                + "to their own.", "flywheel disputes --waiting"),
        Entry(
            "precedent", "A decision that was taken or refused before, with its reason.", "flywheel disputes precedents"
        ),
        Entry("rationale", "Why something was decided so. Without one, nothing is.", "flywheel disputes precedents"),
        Entry("unknown-case", "No case ever had that id.", "flywheel disputes"),
        Entry("no-dispute", "The case has no dispute.", "flywheel disputes open --help"),
        Entry(
            "dispute-rules", "The rules of the dispute do not allow it; the sentence says what they do.",
            "flywheel disputes show CASE"),
        Entry("no-proposal", "No proposal of that id waits for a review.", "flywheel disputes --waiting"),
        Entry(
            "proposal-over", "The proposal was reviewed, or what it was about has changed since.",
            "flywheel disputes --waiting"),
        Entry(
            "whose-move", "The desk's side has no part in this move, so the part has to be named.",
            "flywheel disputes move --help"),
    ]
}
