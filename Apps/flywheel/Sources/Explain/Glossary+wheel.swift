extension Glossary {
    /// The wheel, its six phases, and who turns it.
    static let wheel: [Entry] = [
        Entry(
            "flywheel",
            "Six phases, each of which passes on to the next and the last to the first: visibility, prioritization, "
                + "resolution, better data, better decisions, better performance. What is learned from problems that ended "
                + "lets fewer of them come.", "flywheel stall", names: ["wheel", "phase"]),
        Entry(
            "visibility",
            "The first phase of the wheel: facts come in, and workflows see what is wrong, soon after it began and before "
                + "people stumble on it.", "flywheel imports", names: ["detection"]),
        Entry(
            "prioritization",
            "The second phase of the wheel: what is open stands in the order of revenue at risk, and people take it on in "
                + "that order.", "flywheel queue", names: ["ranking"]),
        Entry(
            "resolution-phase",
            "The third phase of the wheel: what is open gets an owner and is ended, as fast as more of it comes.",
            "flywheel queue --mine", names: ["resolution"]),
        Entry(
            "better-data",
            "The fourth phase of the wheel: whatever ends says why, by a root cause that means something.",
            "flywheel causes"),
        Entry(
            "better-decisions",
            "The fifth phase of the wheel: what closed problems teach changes thresholds, routes, rules and what is done to "
                + "prevent them, and each change is looked at again.", "flywheel decisions"),
        Entry(
            "better-performance",
            "The sixth phase of the wheel: closes hold, less revenue is at risk, fewer problems come back, and the same "
                + "people manage more.", "flywheel metrics"),
        Entry(
            "handoff",
            "Where one phase of the wheel passes on to the next, or work goes from one hand to another. At the first the wheel "
                + "stalls; of the second, one is taken out each month, and registered with its subject.",
            "flywheel decisions add handoff SUBJECT"),
        Entry(
            "hero", "A listing of tier A: one of those that make the first 80% of revenue.", "flywheel queue --tier A"),
        Entry(
            "operator",
            "Somebody who works the queue. Metrics count 40 staffed hours a week as one; a file of people says the hours.",
            "flywheel explain people", names: ["staffed hours", "headcount"]),
        Entry(
            "queue",
            "What is open, by revenue at risk: first what is final before the next look, then what happens, what is "
                + "predicted, and what has no price.", "flywheel queue", names: ["ranked queue"]),
    ]
}
