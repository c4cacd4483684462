// The Codable forms of choices with contents: `{"dailyShare": [0.5]}`, as a person would write them.

private enum ChoiceKey: String, CodingKey {
    case nothing, dailyShare, stated, atStake, unknown, act, ask, dismiss
}

private struct AtStake: Codable {
    let sums: [StatedSum]
    let listing: String?
}

extension Exposure.Loss {
    /// Reads one of `{"nothing": true}`, `{"dailyShare": […]}`, `{"stated": {"money": …, "source": …}}`,
    /// `{"atStake": {"sums": […], "listing": …}}`, `{"unknown": "why"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: ChoiceKey.self)
        if let shares = try container.decodeIfPresent([Double].self, forKey: .dailyShare) {
            self = .dailyShare(shares)
        } else if let sum = try container.decodeIfPresent(StatedSum.self, forKey: .stated) {
            self = .stated(sum.money, source: sum.source)
        } else if let stake = try container.decodeIfPresent(AtStake.self, forKey: .atStake) {
            self = .atStake(stake.sums, listing: stake.listing)
        } else if let reason = try container.decodeIfPresent(String.self, forKey: .unknown) {
            self = .unknown(reason)
        } else {
            // Read, so that a misspelt claim is an error and not a claim of nothing.
            _ = try container.decode(Bool.self, forKey: .nothing)
            self = .nothing
        }
    }

    /// Writes the form that ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ChoiceKey.self)
        switch self {
        case .nothing: try container.encode(true, forKey: .nothing)
        case .dailyShare(let shares): try container.encode(shares, forKey: .dailyShare)
        case .stated(let money, let source):
            try container.encode(StatedSum(money, source: source), forKey: .stated)
        case .atStake(let sums, let listing):
            try container.encode(AtStake(sums: sums, listing: listing), forKey: .atStake)
        case .unknown(let reason): try container.encode(reason, forKey: .unknown)
        }
    }
}

extension Resolution.Action {
    /// Reads one of `{"act": {…}}`, `{"ask": "why"}`, `{"dismiss": "why"}`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: ChoiceKey.self)
        if let remedy = try container.decodeIfPresent(Remedy.self, forKey: .act) {
            self = .act(remedy)
        } else if let reason = try container.decodeIfPresent(String.self, forKey: .dismiss) {
            self = .dismiss(reason)
        } else {
            self = .ask(try container.decode(String.self, forKey: .ask))
        }
    }

    /// Writes the form that ``init(from:)`` reads.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: ChoiceKey.self)
        switch self {
        case .act(let remedy): try container.encode(remedy, forKey: .act)
        case .ask(let reason): try container.encode(reason, forKey: .ask)
        case .dismiss(let reason): try container.encode(reason, forKey: .dismiss)
        }
    }
}
