extension Glossary {
    /// The words of whether the wheel turns.
    static let stall: [Entry] = [
        Entry(
            "stall",
            "A handoff at which a phase of the wheel does its work and the next gets nothing of it. Named where its yield is "
                + "below what the model asks in four of five drawings of the weeks; of several, the one with the largest "
                + "shortfall to its target times its elasticity on open revenue at risk.", "flywheel stall"),
        Entry(
            "yield", "What share of what comes in a phase of the wheel passes on to the next.",
            "flywheel stall --format csv"),
        Entry(
            "no-ranking",
            "Work is not taken in the order of the queue. The score is 1 for the top row every time and 0 for any other "
                + "order, of what was taken on at all.", "flywheel stall"),
        Entry(
            "no-capacity",
            "More comes than people take on: the queue is hardly ever cleared, week after week, and rows wait longer than "
                + "one though they are taken in the right order.", "flywheel stall"),
        Entry(
            "no-capture",
            "Work ends without a usable cause: closed as other or unknown, or gone from the facts after a claim without a "
                + "close.", "flywheel stall"),
        Entry(
            "no-decision",
            "Causes are recorded and come back, and over a year a threshold, route, rule or prevention is decided in far "
                + "fewer weeks than one in four.",
            "flywheel stall"),
        Entry(
            "weekly-detection",
            "Problems are found days after they began: facts come once a week, or people find them before any stage does.",
            "flywheel stall"),
        Entry(
            "no-verification",
            "Closes are never checked: no complete snapshot follows within seven days, or what it refutes is left.",
            "flywheel stall"),
        Entry(
            "cycle",
            "How far the wheel has come, 1 to 5: one queue, ranked by revenue at risk, causes captured and a level queue, "
                + "thresholds tuned, more listings for each person and fewer repeats.", "flywheel stall"),
        Entry(
            "compounding",
            "Sales for each full-time person rise, listings for each person rise with them, and fewer problems come back, "
                + "each by more than chance explains. A market that rises alone is market-only.", "flywheel stall"),
        Entry(
            "utilisation",
            "What comes times the minutes it takes, over the hours there are. Waiting grows as u/(1 - u): 3 times the work "
                + "at 75%, 9 at 90%, 19 at 95%.", "flywheel stall"),
    ]
}
