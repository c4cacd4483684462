import FlywheelKit

extension Exposure {
    /// What a stage claims; days are counted from the rotation's as-of, where there is one.
    func json(asOf: Instant?) -> JSON {
        var shares: JSON = nil
        var stated: JSON = nil
        var source: JSON = nil
        var why: JSON = nil
        var sums: JSON = nil
        var listing: JSON = nil
        var claims = "nothing"
        switch loss {
        case .nothing: break
        case .dailyShare(let daily):
            claims = "dailyShare"
            shares = .array(daily.map(JSON.number))
        case .stated(let money, let document):
            claims = "stated"
            stated = .money(money)
            source = .text(document)
        case .atStake(let stated, let about):
            claims = "atStake"
            sums = .array(stated.map { ["sum": .money($0.money), "statedBy": .text($0.source)] })
            listing = .text(about)
        case .unknown(let reason):
            claims = "unknown"
            why = .text(reason)
        }
        return [
            "claims": .text(claims), "dailyLossShares": shares, "stated": stated, "statedBy": source,
            "sums": sums, "endsOnListing": listing, "unknownBecause": why, "scope": .text(scope.rawValue),
            "probability": .number(probability),
            "begins": .instant(begins), "startsInDays": .count(asOf.map { startsInDays(from: $0) }),
            "deadline": .instant(deadline), "fixTakesDays": .number(fixTakesDays), "cures": .texts(cures),
        ]
    }
}

extension Resolution {
    /// What is to be done.
    var json: JSON {
        var way = "ask"
        var why: JSON = nil
        var remedy: JSON = nil
        switch action {
        case .ask(let reason): why = .text(reason)
        case .dismiss(let reason): (way, why) = ("dismiss", .text(reason))
        case .act(let act):
            way = "act"
            remedy = [
                "title": .text(act.title), "effortHours": .number(act.effortHours),
                "isReversible": .bool(act.isReversible),
            ]
        }
        return [
            "way": .text(way), "why": why, "remedy": remedy,
            "playbook": playbook.map {
                [
                    "id": .text($0.id), "title": .text($0.title), "minutes": .count($0.minutes),
                    "steps": .texts($0.steps),
                ]
            } ?? nil,
            "suggestion": suggestion.map {
                [
                    "action": .text($0.action), "target": .text($0.target), "because": .texts($0.because),
                    "unknowns": .texts($0.unknowns),
                ]
            } ?? nil,
        ]
    }
}
