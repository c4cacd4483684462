import FlywheelKit
import RevenueAtRisk
import Statistics
import Testing

@Suite struct AttributionTests {
    private let three = [claim(1.0), claim(0.6), claim(0.2)]

    private func isClose(_ left: [Double], _ right: [Double], _ tolerance: Double = 1e-12) -> Bool {
        left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
    }

    @Test func suppressionFeaturedOfferAndPriceShareADayAsPublished() {
        let day = Attribution(of: three, horizon: 1)
        #expect(abs(day.together - 1) < 1e-15)
        #expect(isClose(day.rows.map(\.countsFor), [0.64, 0.28, 0.08]))
        #expect(isClose(day.rows.map(\.fixAlone), [0.32, 0, 0]))
        #expect(day.rows.map(\.blockedBy) == [[], [0], [0]])
    }

    @Test func onceTheSuppressionIsFixedTheOthersCountForMore() {
        let rest = Attribution(of: three, horizon: 1).after(fixing: 0)
        #expect(abs(rest.together - 0.68) < 1e-15)
        #expect(isClose(rest.rows.map(\.countsFor), [0, 0.54, 0.14]))
        #expect(isClose(rest.rows.map(\.fixAlone), [0, 0.48, 0.08]))
        #expect(rest.rows.allSatisfy { $0.blockedBy.isEmpty })
    }

    @Test func aHorizonAndASeasonScaleTheDays() {
        let season = [1, 2, 0.5]
        let attribution = Attribution(of: three, horizon: 3, season: season)
        #expect(attribution.baseline == 3.5)
        #expect(isClose(attribution.rows.map(\.countsFor), [0.64 * 3.5, 0.28 * 3.5, 0.08 * 3.5]))
    }

    @Test func noClaimsLoseNothing() {
        let attribution = Attribution(of: [])
        #expect(attribution.together == 0 && attribution.rows.isEmpty && attribution.baseline == 30)
    }

    @Test func aFixThatTakesHalfADaySavesTheRest() {
        let row = Attribution(of: [claim(1, fixTakesDays: 1.5)], horizon: 4).rows[0]
        #expect(row.countsFor == 4 && row.avoidable == 2.5)
        let late = Attribution(of: [claim(1, fixTakesDays: 9)], horizon: 4).rows[0]
        #expect(late.avoidable == 0)
        let instant = Attribution(of: [claim(1)], horizon: 4).rows[0]
        #expect(instant.avoidable == 4)
    }

    @Test func whatAFixCuresIsRecoveredWithIt() {
        let claims = [
            claim(1, kind: "missing", cures: ["hidden"]), claim(0.5, kind: "hidden"), claim(0.2, kind: "price"),
        ]
        let attribution = Attribution(of: claims, horizon: 1)
        #expect(abs(attribution.rows[0].fixAlone - 0.8) < 1e-15)
        #expect(attribution.rows[1].fixAlone == 0)
        #expect(abs(attribution.after(fixing: 0).together - 0.2) < 1e-15)
    }

    @Test func whatAFixCuresDoesNotBlockIt() {
        let claims = [
            claim(0.5, kind: "hidden", cures: ["missing"]), claim(1, kind: "missing"), claim(1, kind: "banned"),
        ]
        #expect(Attribution(of: claims, horizon: 1).rows[0].blockedBy == [2])
    }

    @Test func twoFullBlockersShareHalfEachAndBlockEachOther() {
        let attribution = Attribution(of: [claim(1), claim(1)], horizon: 10)
        #expect(attribution.rows.map(\.countsFor) == [5, 5])
        #expect(attribution.rows.map(\.fixAlone) == [0, 0])
        #expect(attribution.rows.map(\.blockedBy) == [[1], [0]])
    }

    @Test func aBlockerIsLookedForOnTheFirstDayThatIsClaimed() {
        let attribution = Attribution(of: [claim(0, 0, 0.5), claim(0.9, 0.9, 0), claim(0, 1)], horizon: 6)
        #expect(attribution.rows[0].blockedBy == [2])
        #expect(attribution.rows[1].blockedBy.isEmpty)
    }

    @Test(arguments: seeds) func sharesAddUpToTheListingsLossAndNeverExceedItsBaseline(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let attribution = Attribution(
            of: random.claims(Int(seed) % 12), horizon: 30, season: random.season(30))
        let sum = attribution.rows.map(\.countsFor).reduce(0, +)
        #expect(abs(sum - attribution.together) < 1e-10)
        #expect(attribution.together <= attribution.baseline + 1e-10)
        for row in attribution.rows {
            #expect(row.avoidable >= 0 && row.avoidable <= row.countsFor + 1e-12)
            #expect(row.fixAlone >= 0 && row.fixAlone <= row.countsFor + 1e-12)
        }
    }

    @Test(arguments: seeds) func anotherExposureNeverLowersTheTotal(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let claims = random.claims(7)
        let totals = (0...7).map { Attribution(of: Array(claims.prefix($0))).together }
        #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 <= $1 + 1e-12 })
    }

    @Test(arguments: seeds) func theOrderOfExposuresDoesNotMatter(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let claims = random.claims(6)
        let order = Array(claims.indices).shuffled(using: &random)
        let straight = Attribution(of: claims)
        let shuffled = Attribution(of: order.map { claims[$0] })
        for (place, index) in order.enumerated() {
            let (one, other) = (straight.rows[index], shuffled.rows[place])
            #expect(isClose([one.countsFor, one.fixAlone], [other.countsFor, other.fixAlone], 1e-11))
            #expect(Set(one.blockedBy) == Set(other.blockedBy.map { order[$0] }))
        }
    }

    @Test(arguments: seeds) func aDominatedRowRecoversNothingAloneAndNamesItsBlocker(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let partial = (0..<4).map { _ in claim((0..<30).map { _ in random.uniform(0.1...0.9) }) }
        let attribution = Attribution(of: partial + [claim(1)])
        for row in attribution.rows.dropLast() { #expect(row.fixAlone == 0 && row.blockedBy == [4]) }
        #expect(attribution.rows[4].blockedBy.isEmpty && attribution.rows[4].fixAlone > 0)
    }

    @Test(arguments: seeds) func aFullLossThatMayEndByItselfStillBlocksWhatStandsBesideIt(_ seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let exposures = [Exposure(.dailyShare([1])), Exposure(.dailyShare([random.uniform(0.1...0.9)]))]
        let survivals = exposures.map { _ in random.survival(30) }
        let claims = try exposures.indices.map {
            try ListingClaim(kind: "kind\($0)", exposures[$0], asOf: asOf, survival: survivals[$0]).orFail()
        }
        let rows = Attribution(of: claims).rows
        #expect(rows[1].fixAlone == 0 && rows[1].blockedBy == [0])
        let stays = 1 - claims[1].expected.lost[0]
        #expect(abs(rows[0].fixAlone - stays * survivals[0].reduce(0, +)) < 1e-12)
        #expect(rows[0].blockedBy.isEmpty)
    }

    @Test func aFullLossThatIsOnlyPossibleBlocksNothing() throws {
        let possible = try ListingClaim(
            kind: "kind", Exposure(.dailyShare([1]), probability: 0.8), asOf: asOf, survival: [1], horizon: 1
        ).orFail()
        let row = Attribution(of: [claim(0.5), possible], horizon: 1).rows[0]
        #expect(abs(row.fixAlone - 0.1) < 1e-15 && row.blockedBy.isEmpty)
    }

    @Test(arguments: seeds) func dailySharesAddUpToTheRow(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let attribution = Attribution(of: random.claims(4), season: random.season(30))
        for index in attribution.rows.indices {
            let sum = attribution.dailyCountsFor(index).reduce(0, +)
            #expect(abs(sum - attribution.rows[index].countsFor) < 1e-11)
        }
    }

    @Test(arguments: seeds.prefix(20)) func theLossIsThatOfEverythingThatMayBeThereAndNotBeThere(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let claims = random.claims(4)
        let attribution = Attribution(of: claims)
        for day in 0..<30 {
            let expected = Naive.loss(claims.map { $0.onDay(day) })
            #expect(abs(attribution.dailyTogether[day] - expected) < 1e-14)
        }
    }

    // MARK: Of one kind

    @Test func whatTwoIssuesHideIsHiddenOnce() {
        let attribution = Attribution(of: [claim(0.75, kind: "hidden"), claim(0.75, kind: "hidden")], horizon: 8)
        #expect(attribution.together == 6)
        #expect(isClose(attribution.rows.map(\.countsFor), [3, 3]))
        #expect(attribution.rows.map(\.fixAlone) == [0, 0])
        #expect(attribution.rows.map(\.blockedBy) == [[1], [0]])
    }

    @Test func whatTheLargerTakesBeyondTheSmallerIsItsOwn() {
        let attribution = Attribution(of: [claim(0.8, kind: "hidden"), claim(0.2, kind: "hidden")], horizon: 1)
        #expect(abs(attribution.together - 0.8) < 1e-15)
        #expect(isClose(attribution.rows.map(\.countsFor), [0.7, 0.1]))
        #expect(isClose(attribution.rows.map(\.fixAlone), [0.6, 0]))
        #expect(attribution.rows.map(\.blockedBy) == [[], [0]])
    }

    @Test func aFullLossComesBeforeWhatIsOfOneKind() {
        let claims = [claim(0.5, kind: "hidden"), claim(0.5, kind: "hidden"), claim(1, kind: "removed")]
        #expect(Attribution(of: claims, horizon: 1).rows.map(\.blockedBy) == [[2], [2], []])
    }

    @Test func theOtherKindsTakeTheirsOfWhatIsLeft() {
        let claims = [claim(0.5, kind: "hidden"), claim(0.5, kind: "hidden"), claim(0.4, kind: "price")]
        let attribution = Attribution(of: claims, horizon: 1)
        #expect(abs(attribution.together - 0.7) < 1e-15)
        // The price comes first in a third of all orders and takes 0.4, else 0.4 of the half that is left.
        #expect(isClose(attribution.rows.map(\.countsFor), [0.7 / 2 - 0.8 / 6, 0.7 / 2 - 0.8 / 6, 0.8 / 3]))
        #expect(abs(attribution.rows[2].fixAlone - 0.2) < 1e-15)
        #expect(attribution.rows.map(\.blockedBy) == [[1], [0], []])
    }

    @Test(arguments: seeds) func anotherOfOneKindTakesNoMoreThanTheLargestAsLongAsThatStands(_ seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let shares = (0..<5).map { _ in random.share() }
        let attribution = Attribution(of: shares.map { claim($0, kind: "hidden") }, horizon: 3)
        #expect(abs(attribution.together - 3 * (shares.max() ?? 0)) < 1e-12)
    }
}
