import Statistics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Days of a product whose sales answer to its price, and to things that last longer than a day.
struct SimulatedPrices {
    var days = 180
    /// Units a day at the middle price.
    var rate = 5.0
    /// Days a price stands, on average.
    var run = 14.0
    /// Standard deviation of the logarithm of the price.
    var spread = 0.08
    /// Standard deviation of the logarithm of demand from day to day, and how much of it lasts to the next.
    var (shock, persistence) = (0.3, 0.5)

    func draw(elasticity: Double, _ random: inout SplitMix64) -> PriceHistory {
        var (units, prices): ([Double?], [Double?]) = ([], [])
        var (logPrice, mood) = (0.0, shock * random.normal())
        for day in 0..<days {
            if day == 0 || random.uniform() < 1 / run { logPrice = spread * random.normal() }
            units.append(Double(random.poisson(rate * exp(elasticity * logPrice + mood))))
            prices.append(20 * exp(logPrice))
            mood = persistence * mood + shock * (1 - persistence * persistence).squareRoot() * random.normal()
        }
        return PriceHistory(units: units, prices: prices)
    }
}
