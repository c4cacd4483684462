extension Glossary {
    /// The states of exceptions, imports and feeds.
    static let states: [Entry] = [
        Entry(
            "predicted",
            "Not yet happening: its amount is the loss times its probability. It turns active when it comes true, "
                + "and lapses when it does not.", "flywheel queue --predicted", names: ["early warning"]),
        Entry("active", "Happening, and nobody has it.", "flywheel queue"),
        Entry(
            "not-fixed", "A person closed it, and the next complete snapshot shows the problem: it is open again.",
            "flywheel queue"),
        Entry(
            "verifying",
            "Closed by a person. The first complete, fresh files after the close decide: verified when the problem is "
                + "gone, not fixed when it is still there, unverified after seven days without such files.",
            "flywheel show ID"),
        Entry("verified", "Closed, and the data show the recovery.", "flywheel export outcomes"),
        Entry(
            "unverified", "Closed, and no complete file came in seven days to tell. It counts as neither.",
            "flywheel imports"),
        Entry(
            "cleared", "Gone from the facts without anyone's doing; counted apart from what people fixed.",
            "flywheel export outcomes"),
        Entry(
            "snoozed",
            "Out of the queue until a moment somebody set, and counted all the same. A rotation brings it back earlier "
                + "when it comes true, when its amount at risk is at least half as much again as when it was snoozed, or "
                + "when it gets an amount for the first time.", "flywheel queue --state snoozed"),
        Entry(
            "withdrawn",
            "Added by a person who took it back, on a listing that the list of all listings has no more, or from a file that "
                + "was discarded. It counts as nothing.", "flywheel add --help"),
        Entry("lapsed", "Predicted, and it did not happen.", "flywheel export outcomes"),
        Entry("kept", "The import's rows count.", "flywheel imports"),
        Entry(
            "quarantined",
            "A file that looks as though it were not all there, or were an old one again. Its rows count for nothing until a person "
                + "accepts it.",
            "flywheel imports show ID"),
        Entry("discarded", "A person refused the import; its rows are gone.", "flywheel imports"),
        Entry("staging", "An import that is being written. No reader sees it.", "flywheel imports"),
        Entry("fresh", "A feed whose newest complete file is within its limit.", "flywheel imports"),
        Entry(
            "stale",
            "A feed older than its limit. It opens and closes nothing until a complete file comes in; deadlines go on.",
            "flywheel imports"),
        Entry(
            "missing", "A feed of which nothing came in to decide by. It opens and closes nothing.", "flywheel imports"
        ),
    ]
}
