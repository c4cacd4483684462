extension MetricDefinition {
    static let revenuePerOperator = MetricDefinition(
        title: "revenue per operator",
        question: "How much revenue does one person look after?",
        formula:
            "revenue of the seven full days before the turn, as reports of days state it, else units times price / "
            + "(staffed hours a week / 40)",
        scope: "turns that know sales, prices and staffed hours",
        window: weeksLastTurns,
        unit: .moneyPerOperatorWeek, direction: .higher,
        currency: reported + "; summed as integers, divided once, rounded half to even",
        censoring: "nothing is censored; weeks without sales or staffed hours are left out",
        trigger: "read what stands beside it first; then compare hours spent with revenue at risk cleared",
        source: "labour productivity by full-time equivalent",
        caveat: "a growing market raises it by itself: only with units per listing flat does it speak of the work",
        beside: [.demandPerListing, .listingsPerOperator, .problemsPerOperator])

    static let demandPerListing = MetricDefinition(
        title: "units per listing",
        question: "Does the market grow, whatever we do?",
        formula: "units sold in the seven full days before the turn / listings whose sales are known",
        scope: "turns that know sales and have listings",
        window: weeksLastTurns,
        unit: .unitsPerListingWeek, direction: .higher, currency: noMoney,
        censoring: "nothing is censored; weeks without sales facts are left out",
        trigger: "none by itself: it is what revenue per operator is held against",
        source: "like-for-like sales of retail",
        caveat: "own sales stand in for the market: fewer problems raise them as well, and new listings sell less",
        beside: [.revenuePerOperator])

    static let listingsPerOperator = MetricDefinition(
        title: "listings per operator",
        question: "Does the catalogue grow faster than the team?",
        formula: "listings / (staffed hours a week / 40)",
        scope: "turns that know listings and staffed hours",
        window: weeksLastTurns,
        unit: .listingsPerOperator, direction: .higher, currency: noMoney,
        censoring: "nothing is censored; weeks without staffed hours are left out",
        trigger:
            "where it stands still while the catalogue grows, headcount grows with it: automate the commonest kind",
        source: "span of work by full-time equivalent",
        caveat: "listings that nobody looks at raise it: beside it stands the coverage",
        beside: [.coverage, .backlog])

    static let problemsPerOperator = MetricDefinition(
        title: "problems per operator",
        question: "How many problems does a week bring each person?",
        formula: "problems first seen / sum of (staffed hours a week / 40) over the weeks that know them",
        scope: "problems first seen after the first turn of all, in weeks of which a turn knows the staffed hours",
        window: "first seen in such a week of the window",
        unit: .problemsPerOperatorWeek, direction: .lower, currency: noMoney,
        censoring: "nothing is censored; weeks without staffed hours are left out with their problems",
        trigger: "times the touch time it is the load: above 85% of the hours waiting grows steeply",
        source: "arrivals by server: A. Erlang, 1917",
        caveat: "better detection raises it as well as worse business",
        beside: [.touchTime, .netFlow])

    static let stockoutRate = MetricDefinition(
        title: "stockout rate",
        question: "What part of the catalogue has nothing to sell?",
        formula: "listings without a unit to sell / listings whose stock is known, summed over turns",
        scope: "listings that were for sale or could be",
        window: allTurns,
        unit: .share, direction: .lower, currency: noMoney,
        censoring: "listings of unknown stock are in no denominator",
        trigger: "open the reorder list; where dates were missed, lengthen the lead times it goes by",
        source: "1 - availability: D. Corsten and T. Gruen, Desperately seeking shelf availability, 2003",
        caveat: "every listing counts alike: a hero out of stock weighs no more than any other",
        beside: [.coverage, .openExposure])

    static let heroFeaturedShare = MetricDefinition(
        title: "heroes' featured offer",
        question: "Do the best listings hold the featured offer?",
        formula: "mean over turns of the heroes' mean share of page views with the featured offer",
        scope: "listings of tier A whose share a source states",
        window: allTurns,
        unit: .share, direction: .higher, currency: noMoney,
        censoring: "listings of which no source states a share are in no mean",
        trigger: "see the price and stock rows of the heroes below their usual share",
        source: "featured offer percentage by page views, as marketplaces report it",
        caveat: "page views come a day or two late: it is not the win rate of this moment",
        beside: [.coverage])
}
