/// The words that answers use, each explained in a few sentences.
enum Glossary {
    struct Entry: Hashable {
        let word: String
        let meaning: String
        /// The command to look with.
        let command: String
    }

    static let entries: [Entry] = [
        Entry(
            word: "at-risk",
            meaning:
                "Revenue that may be lost within the horizon if nobody acts, as far as this exception counts for it. "
                + "What several exceptions on one listing count for adds up to what the listing can lose, never to more.",
            command: "flywheel show ID"),
        Entry(
            word: "fix-alone",
            meaning:
                "What is recovered if only this exception is fixed. It is shown beside the amount at risk and never "
                + "added up: of two that each block a listing fully, either alone recovers nothing.",
            command: "flywheel show ID"),
        Entry(
            word: "full-days",
            meaning: "Days of the horizon on which all revenue is lost: two days at half are one full day. "
                + "Units a day x price x full days is the amount at risk.",
            command: "flywheel show ID --numbers"),
        Entry(
            word: "avoidable",
            meaning:
                "The part of the amount at risk that a fix started now would still save, given how long a fix takes.",
            command: "flywheel show ID"),
        Entry(
            word: "unpriced",
            meaning:
                "No price, rate of sale or exchange rate turns the exception into money. It is counted, ranked by units "
                + "in a lane of its own, and never taken as zero.",
            command: "flywheel queue --unpriced"),
        Entry(
            word: "predicted",
            meaning:
                "Not yet happening: its amount is the loss times its probability. It turns active when it comes true, "
                + "and lapses when it does not.",
            command: "flywheel queue --predicted"),
        Entry(
            word: "evidence",
            meaning:
                "How much stands behind an amount: high from 42 good days with little weight on similar products, low "
                + "under 14 good days or where similar products weigh half or more.",
            command: "flywheel show ID"),
        Entry(
            word: "verifying",
            meaning:
                "Closed by a person. The first complete, fresh files after the close decide: verified when the problem is "
                + "gone, not fixed when it is still there, unverified after seven days without such files.",
            command: "flywheel show ID"),
        Entry(
            word: "stale",
            meaning:
                "A feed older than its limit. It opens and closes nothing until a complete file comes in; deadlines go on.",
            command: "flywheel imports"),
        Entry(
            word: "quarantined",
            meaning:
                "A file that looks as though it were not all there. Its rows count for nothing until a person accepts it.",
            command: "flywheel imports show ID"),
        Entry(
            word: "rotation",
            meaning:
                "One look at all facts from one moment; it makes a new queue. Equal facts and moments make equal queues.",
            command: "flywheel rotate"),
        Entry(
            word: "tier",
            meaning: "A are the listings that make the first 80% of revenue, B the next 15%, C the rest.",
            command: "flywheel queue --tier A"),
    ]
}
