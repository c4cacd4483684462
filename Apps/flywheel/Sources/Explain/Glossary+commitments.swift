extension Glossary {
    /// The words of what is said in public, and of why it was not said.
    static let commitments: [Entry] = [
        Entry(
            "commitments",
            "What is promised in public: the section commitments: of flywheel.yaml lists components and service levels. "
                + "Nobody sees them unless it says public: true.", "flywheel commitments"),
        Entry(
            "service-level",
            "Which share of a clock of the desk, or of the time a component was up, is to be kept over a month or 28 days. "
                + "It is met by the exact numbers, never by rounding.", "flywheel commitments"),
        Entry(
            "component", "Something that others rely on, by the name that flywheel.yaml gives it.",
            "flywheel commitments"),
        Entry(
            "incident",
            "Something that does not work, as everybody is told. What was said of it stays; a correction is the next "
                + "update.", "flywheel incidents"),
        Entry(
            "update-overdue",
            "The next update of an incident was promised by a moment that has passed. It is shown in public, journalled, "
                + "and a line of the morning.", "flywheel incidents"),
        Entry(
            "maintenance",
            "Work on the house that is announced. Announced a day ahead, its time does not count as time not up; what "
                + "lasts longer does.", "flywheel maintenance"),
        Entry(
            "late-maintenance", "It did not begin when it was announced for, or is not done by when it was promised.",
            "flywheel maintenance"),
        Entry(
            "severity",
            "How much of a component does not work: degraded, it is slower; partial, part of it or not for everybody; "
                + "major, it does not work.", "flywheel incidents"),
        Entry(
            "public-text",
            "What is said in public holds no address, telephone number, number of a card, name of who wrote to the desk, "
                + "account, or id of an exception or a case. Nothing was said.", "flywheel incidents open --help"),
        Entry(
            "said-last", "An incident that is resolved, or maintenance that is over, stays as it was told.",
            "flywheel incidents list --all"),
        Entry(
            "next-update", "The next update is promised for later than now and within a week.",
            "flywheel incidents update --help"),
        Entry("began", "An incident began at the latest now, and in the last week.", "flywheel incidents open --help"),
        Entry(
            "maintenance-span", "Maintenance is announced for a span that is to come.",
            "flywheel maintenance announce --help"),
        Entry(
            "maintenance-step", "Announced work begins once, is done after it began, and is cancelled before.",
            "flywheel maintenance show ID"),
    ]
}
