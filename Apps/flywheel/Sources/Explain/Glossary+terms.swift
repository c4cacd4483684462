extension Glossary {
    /// The terms that amounts are made of, and the words of the queue.
    static let terms: [Entry] = [
        Entry(
            "at-risk",
            "Revenue that may be lost within the horizon if nobody acts, as far as this exception counts for it. "
                + "What several exceptions on one listing count for adds up to what the listing can lose, never to more.",
            "flywheel show ID", names: ["revenue at risk"]),
        Entry(
            "precision",
            "The share of predictions that came true, of those whose time is over: the horizon, or the days that the row tells "
                + "apart. What lapsed and began in that time all the same came true; what somebody closed or ordered for before anybody "
                + "could tell counts for neither. The range is Wilson's: it holds the share in 8 of 10 cases. A rule whose whole range lies below 20% is named.",
            "flywheel warnings"),
        Entry(
            "recall",
            "The share of what happened that had been predicted. What a workflow saw at its first look at an account was "
                + "there before, and is nobody's miss.", "flywheel warnings"),
        Entry(
            "lead-time",
            "Days from the first prediction to the beginning. In warnings it is the number within which half of them begin, "
                + "those that have not begun counted for as long as they were watched (Kaplan and Meier).",
            "flywheel warnings"),
        Entry(
            "back-test",
            "Revenue at risk held against what came, for problems that nobody acted on, over or not: the baseline of the "
                + "terms they opened with, less what was sold, at the price then. Problems beside others on their listing, "
                + "on several listings or without known sales are left out and counted. The range of the ratio holds it in "
                + "8 of 10 cases; it is drawn again a thousand times from the same problems. Nobody acts on what looks "
                + "small, so it says little of the rows that people worked on.", "flywheel backtest"),
        Entry(
            "group",
            "An exception that stands for others with one cause, such as a burst: one issue on many listings on one day. It "
                + "counts for what they count for, and is in no total a second time. They keep their own ids and people, "
                + "and stand beneath it: queue leaves them out unless asked. Claiming or closing it claims or closes those "
                + "that nobody decided anything about; each close is judged by itself, and what did not recover comes "
                + "back alone, or, where that is most of them, with the group.", "flywheel queue --parent ID"),
        Entry(
            "fix-alone",
            "What is recovered if only this exception is fixed. It is shown beside the amount at risk and never "
                + "added up: of two that each block a listing fully, either alone recovers nothing.", "flywheel show ID"
        ),
        Entry(
            "sold-a-day",
            "Units sold a day on days when nothing was wrong, by exposure, pulled towards similar products "
                + "where there are few such days.", "flywheel show ID"),
        Entry("price", "The listing's newest price, in its own currency.", "flywheel show ID"),
        Entry(
            "full-days",
            "Days of the horizon on which all revenue is lost: two days at half are one full day, and one that sells twice as "
                + "much as an ordinary one is two. Units a day x price x full days is the amount at risk.",
            "flywheel show ID --numbers"),
        Entry("counts-for", "An exception's share of what all on its listing take together.", "flywheel show ID"),
        Entry(
            "rounding", "Cents that the listing's rows share, so that they add up to the listing to the cent.",
            "flywheel show ID"),
        Entry(
            "rate", "What one unit of a currency costs in another, with its day and its source.", "flywheel show ID"),
        Entry(
            "featured-offer",
            "The offer that a product page puts first: Amazon's featured offer, Walmart's and everybody's buy box.",
            "flywheel queue --workflow pricing"),
        Entry("buy-box", "What answers call the featured offer.", "flywheel explain featured-offer"),
        Entry(
            "unpublished",
            "Walmart's word for a listing that it took off sale; the report of items says why. It is listing-suppressed here.",
            "flywheel queue --workflow suppressions"),
        Entry(
            "wfs",
            "Walmart Fulfillment Services: Walmart's warehouses ship for the seller, as Amazon's do under FBA.",
            "flywheel listings"),
        Entry(
            "search-share",
            "The share of its sales that a listing hidden from search loses: a prior, and by category what hidden listings "
                + "sold in the first week of it beside the four weeks before, each weighed by how sure it is.",
            "flywheel show ID"),
        Entry(
            "repeats",
            "How often the same problem ended before and came back: the cause it was last closed with, what was done, and "
                + "how long that held. What brings it back is still there.", "flywheel show ID --playbook"),
        Entry(
            "avoidable",
            "The part of the amount at risk that a fix started now would still save, given how long a fix takes.",
            "flywheel show ID"),
        Entry(
            "net", "The amount without the marketplace's fees, where feeRate says what these are.", "flywheel show ID"),
        Entry(
            "forecast",
            "What buyers are expected to ask for, from the days on which they could buy: what forecast the product's weeks "
                + "best before, or with less than half a year their run rate, times the course of the year where two years "
                + "show one. P10, P50 and P90 are what it stays below in one, five and nine of ten cases. In the back-test "
                + "every way to forecast sees only what came before; an error of 1 is that of taking the week before, and "
                + "bias is how much more was forecast than sold.", "flywheel forecast SKU"),
        Entry(
            "score",
            "How odd a value of a stream is beside those before it, from 0 to below 1: by its distance from the last few "
                + "values, from the same time of day before, and from what is usual over a spell, each by how rarely one as large "
                + "was seen. From 0.5 on it is worth a look; what goes on being odd scores less.",
            "flywheel anomalies --stream FILE"),
        Entry("horizon", "The days ahead for which revenue at risk is counted, 1 to 90.", "flywheel show ID"),
        Entry(
            "interval",
            "The central 80%: one time in ten it is less than the first bound, one in ten more than the second.",
            "flywheel show ID"),
        Entry(
            "probability", "The chance that something predicted happens. What is happening has 1.", "flywheel show ID"),
        Entry(
            "lasting",
            "How many days of the horizon the problem is expected to stay, by how long its kind lasted before.",
            "flywheel show ID"),
        Entry(
            "evidence",
            "How much stands behind an amount: high from 42 good days with little weight on similar products, low "
                + "under 14 good days or where similar products weigh half or more.", "flywheel show ID"),
        Entry("stated", "An amount that a document states; counted apart from what is estimated.", "flywheel queue"),
        Entry(
            "unpriced",
            "No price, rate of sale or exchange rate turns the exception into money. It is counted, ranked by units "
                + "in a lane of its own, and never taken as zero.", "flywheel queue --unpriced"),
        Entry(
            "act-now", "What becomes final before the next look; ranked by what can still be avoided.",
            "flywheel queue --lane act-now"),
        Entry(
            "act-by", "When to act: business hours by tier, and never after a deadline.",
            "flywheel queue --order act-by"),
        Entry("blocked-by", "Must be fixed first: fixing this one alone recovers nothing.", "flywheel show ID"),
        Entry(
            "lane", "A part of the queue with ranks of its own: act-now, active, predicted, unpriced.", "flywheel queue"
        ),
        Entry("exception", "A problem that lasts: found in the facts, ranked, worked on, verified.", "flywheel queue"),
        Entry(
            "source",
            "Who found a problem first: a stage, or a person where detection missed it. No feed closes what only a "
                + "person has seen; once detection sees it too, the data decide as they do of all others.",
            "flywheel add --help"),
        Entry("feed", "A kind of facts that files bring, with columns and a limit to its age.", "flywheel imports"),
        Entry(
            "rotation",
            "One look at all facts from one moment; it makes a new queue. Equal facts and moments make equal queues.",
            "flywheel rotate"),
        Entry(
            "tier", "A are the listings that make the first 80% of revenue, B the next 15%, C the rest.",
            "flywheel queue --tier A", names: ["tier one"]),
        Entry(
            "snapshot", "A file that says of every subject how it stands: what it leaves out is gone.",
            "flywheel imports"),
    ]
}
