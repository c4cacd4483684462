import Statistics

extension Practice {
    /// The same organisation with what holds it back, at a strength drawn between noticeable and complete.
    mutating func stall(by scenario: Scenario, _ chance: inout SplitMix64) {
        let strength = chance.between(0.55, 1)
        switch scenario {
        case .noRanking:
            wilful = strength
            order = chance.one(of: Order.allCases)
        case .noCapacity:
            load = 1.15 + strength * chance.between(0.15, 0.7)
        case .noCapture:
            capture = min(capture, 1 - strength) * 0.9
            vanishing = chance.between(0.1, 0.9)
        case .noDecision:
            changesWork = false
            prevents = false
        case .weeklyDetection:
            if chance.happens(0.6) {
                turnsPerDay = 0
            } else {
                foundByPeople = 0.5 + 0.4 * strength
                stumblingDays = chance.between(4, 9)
            }
        case .noVerification:
            if chance.happens(0.6) {
                completeness = 0.05 * (1 - strength)
            } else {
                mending = chance.between(0.3, 0.5)
                leaving = 0.4 + 0.6 * strength
                leavingDays = 2_000
            }
        case .healthy, .regressing, .year, .tooLittle: break
        }
    }
}
