extension MetricDefinition {
    static let coverage = MetricDefinition(
        title: "coverage",
        question: "What part of the catalogue is watched at all?",
        formula: "listings that at least one workflow can judge / listings known, summed over turns",
        scope: "all listings",
        window: allTurns,
        unit: .share, direction: .higher, currency: noMoney,
        censoring: "nothing is censored; turns that know no listing are left out",
        trigger: "see which feeds leave columns unknown, and import the reports that fill them",
        source: "coverage of monitoring: things watched by things there are",
        caveat: "watched by one workflow is not watched by all",
        beside: [.freshness])

    static let freshness = MetricDefinition(
        title: "freshness",
        question: "Are the facts new enough to decide by?",
        formula: "feeds within their age limit / feeds that decide something, summed over turns",
        scope:
            "feeds that decide something, once for each account and marketplace; one that nobody ever brought is not fresh",
        window: allTurns,
        unit: .share, direction: .higher, currency: noMoney,
        censoring: "nothing is censored; turns at which no feed decides anything are left out",
        trigger: "import what is stale, and give the import a schedule",
        source:
            "freshness as a service level indicator: B. Beyer and others, Site Reliability Engineering, 2016, chapter 4",
        caveat: "feeds count alike, whatever hangs on them",
        beside: [.coverage])
}
