extension Exposure {
    /// How many times what was claimed before a claim has to be, to be much worse.
    public static let muchWorse = 1.5

    /// Whether it claims at least half as much again as another did, by its own numbers: a share by its mean over thirty days and
    /// its probability, sums by their total. What cannot be compared is much worse, but for no claim at all.
    public func isMuchWorse(than before: Exposure) -> Bool {
        switch (loss, before.loss) {
        case (.nothing, _), (.unknown, .unknown): false
        case (.dailyShare(let shares), .dailyShare(let earlier)):
            Self.isMuchMore(probability * shares.mean, than: before.probability * earlier.mean)
        case (.stated(let sum, _), .stated(let earlier, _)):
            Self.isMuchMore([sum], than: [earlier])
        case (.atStake(let sums, _), .atStake(let earlier, _)):
            Self.isMuchMore(sums.map(\.money), than: earlier.map(\.money))
        default: true
        }
    }

    private static func isMuchMore(_ now: Double, than before: Double) -> Bool { now > 0 && now >= before * muchWorse }

    private static func isMuchMore(_ now: [Money], than before: [Money]) -> Bool {
        guard Set(now.map(\.currency)) == Set(before.map(\.currency)) else { return !now.isEmpty }
        return Set(now.map(\.currency)).contains { currency in
            func total(_ sums: [Money]) -> Double {
                sums.filter { $0.currency == currency }.reduce(0) { $0 + Double($1.minorUnits) }
            }
            return isMuchMore(total(now), than: total(before))
        }
    }
}

extension [Double] {
    /// The mean of thirty days, the last entry holding for all days after.
    fileprivate var mean: Double {
        let days = 30
        let stated = prefix(days)
        return (stated.reduce(0, +) + Double(days - stated.count) * (last ?? 0)) / Double(days)
    }
}
