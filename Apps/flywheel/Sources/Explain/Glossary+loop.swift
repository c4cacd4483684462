extension Glossary {
    /// The words of the loop that tunes detection, and the codes of why it refused.
    static let loop: [Entry] = [
        Entry(
            "dismissed",
            "A person said that there was nothing to do: noise, known, or the same as another. It stays away for a week, "
                + "and after that as long as its workflow claims the same.", "flywheel dismiss --help"),
        Entry(
            "threshold",
            "A number that steers what a workflow finds. It moves when closed work shows that another value gains more, "
                + "and a person approves.", "flywheel thresholds"),
        Entry(
            "shadow",
            "The week in which rotations look with a proposed value as well, and count what it would open and end. It "
                + "decides nothing.", "flywheel thresholds"),
        Entry(
            "watched",
            "A changed threshold is held against the value before on what came since. It goes back by itself where it "
                + "misses too many problems of tier A, finds too little that is real or more than people can look at, or "
                + "is worth less by more than chance explains.", "flywheel thresholds"),
        Entry(
            "candidate",
            "What only a step looser finds, on a sample of rows. It stands in no queue; judging it says whether a threshold "
                + "is too strict, and it counts for as many as the sample leaves out.", "flywheel review"),
        Entry(
            "second-look",
            "A sample of what people judged is judged again by somebody else. What one person dismisses counts against a "
                + "problem only as far as second looks bear that person out.", "flywheel review"),
        Entry(
            "decision",
            "A choice about how to work: a threshold, a routing, a rule, a policy, a prevention, a handoff taken out. After "
                + "four weeks its measure is held against that of before.", "flywheel decisions", names: ["prevention"]),
        Entry("unknown-knob", "No workflow has a knob of that name.", "flywheel thresholds"),
        Entry("unknown-record", "No proposal, decision or candidate ever had that id.", "flywheel decisions"),
        Entry(
            "proposal-state", "The proposal's state does not allow it; the sentence says it.", "flywheel thresholds"),
        Entry(
            "one-a-week", "One threshold changes in seven days; with two nobody can tell which of them did it.",
            "flywheel thresholds"),
        Entry(
            "knob-moved", "The knob is no longer where it was when the change was proposed.",
            "flywheel thresholds propose"),
        Entry(
            "knob-set", "A line under knobs: in flywheel.yaml sets it, and nothing that was learned moves it.",
            "flywheel thresholds"),
        Entry("same-judge", "A second look needs somebody who did not judge it first.", "flywheel review"),
        Entry("judged", "Somebody judged it already; a label is given once.", "flywheel review --all"),
        Entry(
            "no-metric", "The decision names no measure that it is to move, so that no review can tell.",
            "flywheel decisions"),
    ]
}
