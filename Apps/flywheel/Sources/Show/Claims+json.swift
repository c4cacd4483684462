import FlywheelKit

/// What a stage claims; days are counted from the rotation's as-of, where there is one.
struct StatedExposure: JSONRecord {
    let exposure: Exposure
    let asOf: Instant?

    private enum Claim: String, CaseIterable {
        case nothing, dailyShare, stated, atStake, unknown
    }

    private var claim: Claim {
        switch exposure.loss {
        case .nothing: .nothing
        case .dailyShare: .dailyShare
        case .stated: .stated
        case .atStake: .atStake
        case .unknown: .unknown
        }
    }

    private var dailyShares: [Double]? { if case .dailyShare(let daily) = exposure.loss { daily } else { nil } }
    private var stated: (money: Money, source: String)? {
        if case .stated(let money, let source) = exposure.loss { (money, source) } else { nil }
    }
    private var atStake: (sums: [StatedSum], listing: String?)? {
        if case .atStake(let sums, let listing) = exposure.loss { (sums, listing) } else { nil }
    }
    private var unknownBecause: String? { if case .unknown(let reason) = exposure.loss { reason } else { nil } }

    static let members: Members<Self> = [
        "claims": .word(\.claim), "dailyLossShares": .value(\.dailyShares), "stated": .value(\.stated?.money),
        "statedBy": .value(\.stated?.source), "sums": .value(\.atStake?.sums),
        "endsOnListing": .value { $0.atStake?.listing }, "unknownBecause": .value(\.unknownBecause),
        "scope": .value(\.exposure.scope.rawValue), "probability": .value(\.exposure.probability),
        "begins": .value(\.exposure.begins),
        "startsInDays": .value { stated in stated.asOf.map { stated.exposure.startsInDays(from: $0) } },
        "deadline": .value(\.exposure.deadline), "fixTakesDays": .value(\.exposure.fixTakesDays),
        "cures": .value(\.exposure.cures),
    ]
}

extension StatedSum: JSONRecord {
    static let members: Members<Self> = ["sum": .value(\.money), "statedBy": .value(\.source)]
}

extension Resolution: JSONRecord {
    /// What is to be done.
    static let members: Members<Self> = [
        "way": .word(\.way), "why": .value(\.why),
        "remedy": .maybe(
            \.remedy,
            [
                "title": .value(\.title), "effortHours": .value(\.effortHours),
                "isReversible": .value(\.isReversible),
            ]),
        "playbook": .maybe(
            \.playbook,
            [
                "id": .value(\.id), "title": .value(\.title), "minutes": .value(\.minutes), "steps": .value(\.steps),
            ]),
        "suggestion": .maybe(
            \.suggestion,
            [
                "action": .value(\.action), "target": .value(\.target), "because": .value(\.because),
                "unknowns": .value(\.unknowns),
            ]),
    ]

    private enum Way: String, CaseIterable {
        case ask, dismiss, act
    }

    private var way: Way {
        switch action {
        case .ask: .ask
        case .dismiss: .dismiss
        case .act: .act
        }
    }

    private var why: String? {
        switch action {
        case .ask(let reason), .dismiss(let reason): reason
        case .act: nil
        }
    }

    private var remedy: Remedy? { if case .act(let remedy) = action { remedy } else { nil } }
}
