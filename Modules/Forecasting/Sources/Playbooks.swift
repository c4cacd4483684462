import FlywheelKit

extension ForecastEvidence {
    /// What to look at first: demand is not repaired, it is understood.
    var resolution: Resolution {
        if let drop { return resolution(of: drop) }
        if let season { return resolution(of: season) }
        if let shift { return resolution(of: shift) }
        if let bias { return resolution(of: bias) }
        return astray
    }

    private func resolution(of drop: CountDrop) -> Resolution {
        let what = drop.counted == .views ? "page views" : "units"
        return Resolution(
            .ask("\(drop.seen) \(what) since \(drop.since), where \(drop.expected) were to be expected"),
            playbook: drop.counted == .views ? Self.unseen : Self.unsold,
            suggestion: Suggestion(
                "Look at the page and at what leads to it", target: "a cause before sales are lost for longer",
                unknowns: ["prices and advertising, ours and those of competitors", "the page's place in search"]))
    }

    private func resolution(of shift: DemandShift) -> Resolution {
        let word = shift.change < 0 ? "fell" : "rose"
        return Resolution(
            .ask(
                "demand \(word) from \(shift.before) to \(shift.after) units a day about \(shift.since), and nobody says why"
            ),
            playbook: shift.change < 0 ? Self.fallen : Self.risen,
            suggestion: Suggestion(
                "Name what changed about \(shift.since)", target: "a cause, or a stated forecast with an end",
                unknowns: unknowns))
    }

    private func resolution(of season: SeasonChange) -> Resolution {
        let word = season.weeksLater < 0 ? "earlier" : "later"
        return Resolution(
            .ask(
                "the season peaked about \(season.peak), \(abs(season.weeksLater)) weeks \(word) than the year before (\(season.expected))"
            ),
            playbook: Self.moved,
            suggestion: Suggestion(
                "State when the next one is expected", target: "a stated forecast for the weeks that differ",
                unknowns: ["whether the next year follows this one or the one before"]))
    }

    private func resolution(of bias: ForecastBias) -> Resolution {
        let word = bias.bias < 0 ? "less" : "more"
        let percent = Int((abs(bias.bias) * 100).rounded())
        return Resolution(
            .ask("for \(bias.weeks) weeks \(percent) % \(word) was sold than forecast"), playbook: Self.lagging,
            suggestion: Suggestion(
                "Look whether demand \(bias.bias < 0 ? "fades" : "grows") for good",
                target: "a stated forecast where it does", unknowns: unknowns))
    }

    private var astray: Resolution {
        let owner = stated?.owner ?? "a person"
        return Resolution(
            .ask("what \(owner) stated is further off than what was computed"), playbook: Self.restated,
            suggestion: Suggestion(
                "Ask \(owner) to state it anew, or to let it end",
                target: "an error below that of the computed forecast",
                unknowns: ["whether what was expected is still to come"]))
    }

    private var unknowns: [String] {
        var unknowns = ["prices and advertising, ours and those of competitors"]
        if !isSeasonal { unknowns.append("the season: two years of sales that agree show it") }
        if daysLeftOut > 0 { unknowns.append("what would have been sold on \(daysLeftOut) days left out") }
        return unknowns
    }

    private static let unseen = Playbook(
        "views-fell", title: "Find out why a page is shown less", minutes: 20,
        steps: [
            "Search for the product as a buyer: is the listing found, and how far down?",
            "Look for advertising that stopped, ran out of budget or lost its place.",
            "Look whether the page lost its category, its variation or its reviews.",
            "Compare with other listings of the brand: a fall of all of them has one cause.",
        ])
    private static let unsold = Playbook(
        "sales-fell", title: "Find out why sales stopped short", minutes: 20,
        steps: [
            "Open the product page as a buyer: can it be bought, at what price, from whom, and when would it come?",
            "Compare price, featured offer and rating with those of the week before.",
            "If it was not for sale and no feed says so, enter the days.",
        ])
    private static let risen = Playbook(
        "demand-rose", title: "Keep up with demand that rose", minutes: 15,
        steps: [
            "Look for a promotion, a price cut, advertising or a mention that began about that day.",
            "If it will end, enter it as an event, or state a forecast with an end.",
            "If it will last, check that stock and orders suffice at the new level.",
        ])
    private static let fallen = Playbook(
        "demand-fell", title: "Find out why demand fell", minutes: 30,
        steps: [
            "Open the product page as a buyer: can it be bought, at what price, from whom?",
            "Compare price, featured offer, rating and position in search with those before that day.",
            "Look for advertising that stopped, and for a competitor that came.",
            "If it was not for sale and no feed says so, enter the days.",
            "If it will last, lower what is on order.",
        ])
    private static let moved = Playbook(
        "season-moved", title: "Follow a season that moved", minutes: 20,
        steps: [
            "Compare both years week by week: was it weather, a holiday that moves, or an event of our own?",
            "If it was an event, enter it for both years, so that it is no season.",
            "If the product was out of stock where its season was expected, enter those days.",
            "Until two years agree, state a forecast before the season and order by it.",
        ])
    private static let lagging = Playbook(
        "forecast-lags", title: "Mend a forecast that lags", minutes: 15,
        steps: [
            "Compare the last thirteen weeks with the same weeks of the year before.",
            "If demand grows or fades for good, state a forecast for the coming weeks.",
            "If days were out of stock or not for sale and no feed says so, enter them.",
        ])
    private static let restated = Playbook(
        "state-anew", title: "State a forecast anew", minutes: 10,
        steps: [
            "Compare what was stated, what was computed and what was sold, week by week.",
            "Ask whoever stated it whether the reason still holds.",
            "State it anew, or bring its last day forward.",
        ])
}
