#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The weighted sums over the days of a listing that ``RunRate`` estimates from, added from the newest day back.
@frozen
public struct ExposedUnits: Hashable, Sendable {
    /// Σwy, units on the days used, weighted.
    public var unitsSum = 0.0
    /// Σwe, days of full exposure on the days used, weighted.
    public var exposureSum = 0.0
    /// Days that entered the sums.
    public var daysUsed = 0
    /// Days with known units but an exposure below ``RunRate/leastExposure``.
    public var daysLeftOut = 0
    /// Units of the days left out.
    public var unitsLeftOut = 0.0
    @usableFromInline var weightSum = 0.0
    @usableFromInline var squaredWeightExposureSum = 0.0
    @usableFromInline var squaredUnitsSum = 0.0
    @usableFromInline var weight = 1.0
    @usableFromInline let decay: Double

    /// No day yet.
    ///
    /// - Parameter halfLifeDays: days back at which a day counts half, above zero; nil counts all days alike.
    public init(halfLifeDays: Double?) {
        precondition(halfLifeDays.map { $0 > 0 } ?? true, "a half-life must be above zero days")
        decay = halfLifeDays.map { exp2(-1 / $0) } ?? 1
    }

    /// Adds the day before those added so far; unknown units leave it out, and it still lies between its neighbours.
    ///
    /// - Parameters:
    ///   - units: units sold, finite.
    ///   - exposure: the share of one full day, finite and zero or more.
    @inlinable
    // Sums stay in registers from day to day only where it is inlined, and it is called for each day of each listing.
    @inline(__always)
    public mutating func addDayBefore(units: Double?, exposure: Double) {
        precondition(exposure >= 0 && exposure.isFinite, "an exposure is finite and not below zero")
        defer { weight *= decay }
        guard let units else { return }
        precondition(units.isFinite, "units must be finite")
        guard exposure >= RunRate.leastExposure else {
            daysLeftOut += 1
            unitsLeftOut += units
            return
        }
        daysUsed += 1
        exposureSum += weight * exposure
        weightSum += weight
        squaredWeightExposureSum += weight * weight * exposure
        // Most days of most listings sell nothing.
        guard units != 0 else { return }
        unitsSum += weight * units
        squaredUnitsSum += weight * units * units / exposure
    }

    /// The sums over days, none of which counts for more units than the others make plausible for it.
    ///
    /// One large order is no rate. A day counts for at most the mean of the others and five of their standard deviations,
    /// none below that of independent buyers, and for two units a day in any case: whoever takes two is nothing odd. Less than a
    /// day beside it limits nothing.
    /// - Parameters:
    ///   - halfLifeDays: days back at which a day counts half, above zero; nil counts all days alike.
    ///   - days: what each day sold, `nil` where that is unknown, and its share of one full day; the newest first.
    @inlinable
    public init(halfLifeDays: Double?, newestFirst days: some Collection<(units: Double?, exposure: Double)>) {
        var all = ExposedUnits(halfLifeDays: halfLifeDays)
        var isAnyLarge = false
        for (units, exposure) in days {
            all.addDayBefore(units: units, exposure: exposure)
            if let units, units > Self.alwaysPlausible * exposure { isAnyLarge = true }
        }
        // Most listings never sell more than two a day.
        guard isAnyLarge else {
            self = all
            return
        }
        self.init(halfLifeDays: halfLifeDays)
        for (units, exposure) in days {
            addDayBefore(units: units.map { plausible($0, exposure, among: all) }, exposure: exposure)
        }
    }

    /// The units that the next day counts for.
    ///
    /// - Parameter all: the sums over all days, this one among them as it was.
    @usableFromInline func plausible(_ units: Double, _ exposure: Double, among all: ExposedUnits) -> Double {
        guard units > Self.alwaysPlausible * exposure, exposure >= RunRate.leastExposure else { return units }
        let others = all.exposureSum - weight * exposure
        guard others >= 1 else { return units }
        let mean = max(0, (all.unitsSum - weight * units) / others)
        let square = (all.squaredUnitsSum - weight * units * units / exposure) / others
        let deviation = max(mean, square - mean * mean).squareRoot()
        return min(units, max(Self.alwaysPlausible, mean + Self.mostDeviations * deviation) * exposure)
    }

    @usableFromInline static var alwaysPlausible: Double { 2 }
    private static let mostDeviations = 5.0

    /// φ; 1 where less than one degree of freedom, or nothing sold, leaves no scatter to measure.
    var dispersion: Double {
        guard unitsSum > 0, exposureSum > 0 else { return 1 }
        let freedom = weightSum - squaredWeightExposureSum / exposureSum
        guard freedom >= 1 else { return 1 }
        // Σw(y - be)²/(be) multiplied out, where b = Σwy/Σwe makes the last two sums equal.
        let pearson = squaredUnitsSum * exposureSum / unitsSum - unitsSum
        return max(1, pearson / freedom)
    }
}
