extension Glossary {
    /// What forms of pages are refused for, beside what commands are.
    static let pages: [Entry] = [
        Entry(
            "nothing-chosen", "A form was sent for rows of the queue, and none was ticked. Nothing was changed.",
            "flywheel queue"),
        Entry(
            "too-many", "A form changes 200 rows at most, so that each can be answered. Nothing was changed.",
            "flywheel claim --help"),
        Entry(
            "view-not-kept",
            "A view of the queue is kept by the browser under a name, and browsers keep only so much. Forget one first.",
            "flywheel queue --help"),
    ]
}
