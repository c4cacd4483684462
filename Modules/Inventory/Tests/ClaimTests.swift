import FlywheelKit
import Statistics
import Testing

@testable import Inventory

@Suite struct ClaimTests {
    @Test func losesAllWhileNothingIsOnItsWay() throws {
        let exposure = stage.exposure(of: try #require(find(Listing(fulfillable: 0))).evidence)
        #expect(shares(exposure) == [1])
        #expect(exposure.isActive(at: asOf))
        #expect(exposure.fixTakesDays == 14)
        #expect(exposure.deadline == nil)
    }

    @Test func losesAllUntilWhatIsOnItsWayArrives() throws {
        let exposure = stage.exposure(of: try #require(find(Listing(fulfillable: 0, receiving: 200))).evidence)
        #expect(shares(exposure) == [1, 1, 1, 0])
        #expect(exposure.fixTakesDays == 3)
        #expect(exposure.isActive(at: asOf))
    }

    /// However soon an order would come, units on their way end the loss on their day.
    @Test(arguments: [2.0, 20]) func losesAllUntilALaterOrderComes(leadTime: Double) throws {
        var listing = Listing(fulfillable: 0, leadTime: leadTime)
        listing.orders = [OrderExample(expected: 12, units: 1_000)]
        let evidence = try #require(find(listing)).evidence
        #expect(shares(stage.exposure(of: evidence)) == [Double](repeating: 1, count: 12) + [0])
        listing.orders = [OrderExample(expected: 12, units: 4)]
        let few = try #require(find(listing)).evidence
        #expect(try #require(shares(stage.exposure(of: few)).last) > 0.99, "four units are two days' sales")
    }

    @Test func losesWithRisingProbabilityBeforeAnOrderArrives() throws {
        let finding = try #require(find(Listing(fulfillable: 40)))
        let exposure = stage.exposure(of: finding.evidence)
        let daily = shares(exposure)
        #expect(exposure.startsInDays(from: asOf) == 12)
        #expect(daily.count == 21 - 12)
        #expect(zip(daily, daily.dropFirst()).allSatisfy { $0 <= $1 })
        #expect((daily.first ?? 0) * exposure.probability >= 0.01)
        #expect(abs((daily.last ?? 0) - 1) < 0.01)
        #expect(exposure.probability == finding.evidence.shortage?.emptyProbability)
        #expect(!exposure.isActive(at: asOf))
        #expect(exposure.begins?.description == "2026-12-02T00:00:00Z")
        #expect(exposure.deadline?.description == "2026-11-23T23:59:59Z", "what can be done on a day is not late on it")
        #expect(exposure.fixTakesDays == 14)
    }

    /// One unit is left, and about as many are asked for in half a day: today counts, and is no fact yet.
    @Test func mayLoseTodayWhileAUnitIsLeft() throws {
        let evidence = try #require(find(Listing(fulfillable: 1))).evidence
        let exposure = stage.exposure(of: evidence)
        let today = try #require(ShortageClaim(evidence, knobs: stage.knobs)).shares[0]
        #expect(today > 0.4)
        #expect(exposure.begins == nil)
        #expect(exposure.startsInDays(from: asOf) == 0)
        #expect(abs((shares(exposure).first ?? 0) * exposure.probability - today) < 0.002)
        #expect(!exposure.isActive(at: asOf))
    }

    @Test func isNoFactBeforeTheLastUnitIsSold() throws {
        let evidence = try #require(find(Listing(fulfillable: 1, sales: [Int?](repeating: 500, count: 90)))).evidence
        #expect(evidence.shortage?.emptyProbability == 0.999)
        #expect(!stage.exposure(of: evidence).isActive(at: asOf))
        #expect(!stage.exposure(of: evidence).isActive(at: asOf.advanced(byDays: 30)))
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func claimsTheShareOfEachDaysDemandThatFindsNothing(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let found = detect((0..<40).map { _ in Listing.random(using: &random) })
        for evidence in found.map(\.evidence) where evidence.shortage != nil {
            let exposure = stage.exposure(of: evidence)
            let expected = try #require(ShortageClaim(evidence, knobs: stage.knobs)).shares
            let start = exposure.startsInDays(from: asOf)
            let claimed = shares(exposure)
            for day in expected.indices {
                let share = day < start ? 0 : claimed[min(day - start, claimed.count - 1)]
                let tolerance = day < start ? 0.01 : 0.002
                let claimable = min(expected[day], exposure.isActive(at: asOf) ? 1 : exposure.probability)
                #expect(abs(share * exposure.probability - claimable) < tolerance, "day \(day)")
            }
        }
    }

    @Test func setsADeadlineInThePastWhenAnOrderComesTooLate() throws {
        let evidence = try #require(find(Listing(fulfillable: 10))).evidence
        let deadline = try #require(stage.exposure(of: evidence).deadline)
        #expect(deadline < asOf)
    }

    /// What is on its way comes in four days, by itself: nothing that is lost before can be saved, and nothing is after.
    @Test func avoidsNothingWhereItIsTooLateAndSaysSo() throws {
        let evidence = try #require(find(Listing(fulfillable: 2, receiving: 500))).evidence
        let exposure = stage.exposure(of: evidence)
        #expect(exposure.fixTakesDays == 3)
        #expect(exposure.startsInDays(from: asOf) < 3)
        #expect(shares(exposure).last == 0)
        #expect(try #require(ShortageClaim(evidence, knobs: stage.knobs)).isTooLate)
        #expect(stage.resolve(evidence).suggestion?.target?.hasSuffix("it is too late to act") == true)
        let inTime = try #require(find(Listing(fulfillable: 40))).evidence
        #expect(ShortageClaim(inTime, knobs: stage.knobs)?.isTooLate == false)
    }

    @Test func saysWhatIsLostBeforeAnOrderArrives() throws {
        let evidence = try #require(find(Listing(fulfillable: 0))).evidence
        let target = try #require(stage.resolve(evidence).suggestion?.target)
        #expect(target.hasSuffix("about 28 units of demand will be lost before an order placed now arrives"))
    }

    @Test func weighsFastFreightAgainstWhatItSaves() throws {
        let evidence = try #require(find(Listing(fulfillable: 0))).evidence
        let haste = stage.resolve(evidence).playbook?.steps.first { $0.hasPrefix("Send") }
        #expect(
            haste
                == "Send 14 of them by fast freight, in 7 days and not 14: that saves about 14 units of demand, and pays "
                + "where a unit leaves more than 15 % of its price (days and freight of 15 % are stated defaults).")
        let slow = stageWith { $0.expediteDays = 20 }
        #expect(slow.resolve(evidence).playbook?.steps.contains { $0.hasPrefix("Send") } == false)
    }
}
