import FlywheelKit
import FlywheelStore
import Testing

@testable import FlywheelRuntime

@Suite struct AvailabilityMaskTests {
    private let subject = Fingerprint.blocked("A").subject
    private let half = Exposure(.dailyShare([0.5]))

    /// What of each of the last ten days could be sold, oldest first.
    private func available(
        outcomes: [OutcomeRecord] = [], standing: [ExceptionRecord] = [], zones: Zones = .utc,
        blocked: BlockedRows = BlockedRows(), shares: [Int?] = [], prices: [Int?] = [], measuredBy: Series? = nil
    ) throws -> [Double] {
        let days = Day.ago(10)..<Day.today
        var builder = ChunkBuilder(
            .listing, account: subject.account, marketplace: subject.marketplace, codes: [subject.code], asOf: .noon)
        if !shares.isEmpty { builder.set(Traffic.featuredShare, [shares]) }
        if !prices.isEmpty { builder.set(Offers.ownPrices, [prices], in: Currency("USD")) }
        let chunk = builder.build()
        let own = Fingerprint.blocked("A")
        let measured = AvailabilityMask.Kind(workflow: own.workflow, kind: own.kind)
        let mask = ChunkMask(
            AvailabilityMask(
                outcomes: outcomes, standing: [], measured: measuredBy.map { [measured: $0] } ?? [:], asOf: .noon,
                zones: zones),
            chunk: chunk,
            exceptions: standing.filter { $0.fingerprint.subject == subject }.map { (row: 0, exception: $0) },
            blocked: blocked, closures: Details(none: 1), opened: Values(unknown: 1),
            zone: zones.zone(ofMarketplace: subject.marketplace), days: days)
        return mask.available(0, on: days)
    }

    private let free = [Double](repeating: 1, count: 10)

    @Test func nothingTakesNothing() throws {
        #expect(try available() == free)
    }

    @Test func aPastProblemTookItsShareFromItsFirstDayToItsLast() throws {
        let past = try OutcomeRecord.sample(exposure: half, from: .noon - 8, to: .noon - 6)
        #expect(try available(outcomes: [past]) == [1, 1, 0.5, 0.5, 0.5, 1, 1, 1, 1, 1])
    }

    @Test func aStandingProblemTakesItsShareUntilToday() throws {
        let standing = try ExceptionRecord.sample(onset: .noon - 3)
        #expect(try available(standing: [standing]) == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
    }

    @Test func aProblemThatNobodySawBeginTakesItsShareSinceItsWorkflowSays() throws {
        var port = SignalPort()
        port.publish([ListingAvailability(blockedShare: 1, since: .ago(5))])
        let blocked = BlockedRows(port, by: [Fingerprint.blocked("A").workflow])
        let undated = try ExceptionRecord.sample(detected: .noon - 1)
        #expect(try available(standing: [undated], blocked: blocked) == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
        #expect(try available(standing: [undated]) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 0], "it was seen yesterday")
        let dated = try ExceptionRecord.sample(onset: .noon - 3)
        #expect(try available(standing: [dated], blocked: blocked) == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
        let other = BlockedRows(port, by: ["other"])
        #expect(try available(standing: [undated], blocked: other) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 0])
    }

    @Test func aClosedProblemTookItsShareUntilItWasClosed() throws {
        let closed = try ExceptionRecord.sample(.blocked("A"), .verifying, onset: .noon - 5, closed: .noon - 4)
        #expect(try available(standing: [closed]) == [1, 1, 1, 1, 1, 0, 0, 1, 1, 1])
    }

    @Test func whatEndsInThisRotationTookWhatItsOutcomeWillSay() throws {
        let cleared = try ExceptionRecord.sample(.blocked("A"), .cleared, onset: .noon - 3)
        #expect(try available(standing: [cleared]) == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
        let verified = try ExceptionRecord.sample(.blocked("A"), .verified, onset: .noon - 5, closed: .noon - 4)
        #expect(try available(standing: [verified]) == [1, 1, 1, 1, 1, 0, 0, 1, 1, 1])
        let lapsed = try ExceptionRecord.sample(.blocked("A"), .lapsed, exposure: .predicted)
        #expect(try available(standing: [lapsed]) == free)
    }

    @Test func aCloseThatTheDataRefutedEndedNothing() throws {
        let refuted = try ExceptionRecord.sample(.blocked("A"), .notFixed, onset: .noon - 5, closed: .noon - 4)
        #expect(try available(standing: [refuted]) == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
    }

    @Test func problemsOfOneDayLeaveTheProductOfWhatTheyLeave() throws {
        let past = try OutcomeRecord.sample(exposure: half, from: .noon - 2, to: .noon - 2)
        var other = Fingerprint.blocked("A")
        other = Fingerprint(workflow: other.workflow, kind: "dimmed", subject: other.subject, discriminator: "")
        let standing = try ExceptionRecord.sample(other, exposure: half, onset: .noon - 2)
        #expect(try available(outcomes: [past], standing: [standing]).suffix(3) == [1, 0.25, 0.5])
    }

    @Test func problemsOfOneKindTakeTheSameSales() throws {
        let past = try OutcomeRecord.sample(exposure: half, from: .noon - 2, to: .noon - 2)
        let more = try ExceptionRecord.sample(
            .blocked("A", "code"), exposure: Exposure(.dailyShare([0.8])), onset: .noon - 2)
        let left = try available(outcomes: [past], standing: [more]).suffix(3)
        #expect(zip(left, [1, 0.2, 0.2]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func predictionsTakeNothing() throws {
        let predicted = try ExceptionRecord.sample(.blocked("A"), .predicted, exposure: .predicted)
        let lapsed = try OutcomeRecord.sample(
            .blocked("A"), .didNotHappen, exposure: .predicted, from: .noon - 8, to: .noon - 2)
        #expect(try available(outcomes: [lapsed], standing: [predicted]) == free)
    }

    @Test func aLossThatWasToBeginLaterTookNothingBefore() throws {
        let later = Exposure(.dailyShare([1]), begins: .noon - 3)
        let averted = try OutcomeRecord.sample(exposure: later, from: .noon - 8, to: .noon - 5)
        #expect(try available(outcomes: [averted]) == free, "it was closed before it began")
        let begun = try ExceptionRecord.sample(exposure: later, detected: .noon - 8)
        #expect(try available(standing: [begun]) == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
    }

    @Test(arguments: [Verdict.noise, .duplicate])
    func whatWasNoProblemOfItsOwnTookNothing(verdict: Verdict) throws {
        let outcome = try OutcomeRecord.sample(.blocked("A"), verdict, from: .noon - 8, to: .noon - 2)
        #expect(try available(outcomes: [outcome]) == free)
    }

    @Test(arguments: [Verdict.known, .noise, .duplicate])
    func aDismissalTakesTheSameInItsRotationAndAfterIt(verdict: Verdict) throws {
        var dismissed = try ExceptionRecord.sample(.blocked("A"), .dismissed, onset: .noon - 5, closed: .noon - 4)
        dismissed.rootCause = ExceptionRecord.dismissalPrefix + verdict.rawValue
        let outcome = try OutcomeRecord.sample(.blocked("A"), verdict, from: .noon - 5, to: .noon - 4)
        let took = try available(outcomes: [outcome])
        #expect(try available(standing: [dismissed]) == took)
        #expect((took == free) == (verdict != .known), "what is known and accepted was lost all the same")
    }

    @Test func statedSumsAndOtherListingsTakeNothing() throws {
        let dollar = try #require(Currency("USD"))
        let stated = try ExceptionRecord.sample(
            exposure: Exposure(.stated(Money(minorUnits: 5, dollar), source: "invoice")))
        #expect(try available(standing: [stated, .sample(.blocked("B"))]) == free)
    }

    @Test func daysAreThoseOfTheMarketplace() throws {
        let zone = try pacific()
        // 03:00Z is the evening before on the Pacific coast.
        let night = Instant(startOf: .ago(2)).advanced(bySeconds: 3 * 3_600)
        let past = try OutcomeRecord.sample(from: night, to: night)
        #expect(try available(outcomes: [past], zones: Zones { _ in zone }).suffix(3) == [0, 1, 1])
        #expect(try available(outcomes: [past]).suffix(3) == [1, 0, 1])
    }

    // MARK: Featured shares

    /// Seven days as usual before the ten looked at, of which four are known.
    private let shares: [Int?] =
        [Int?](repeating: 10_000, count: 7) + [nil, nil, nil, nil, nil, nil, 4_000, 9_500, 4_000, 0]

    @Test func aDayCountsForWhatItHadOfTheUsualShare() throws {
        #expect(try available(shares: shares) == [1, 1, 1, 1, 1, 1, 0.4, 1, 0.4, 0])
    }

    @Test func whatWasMeasuredStandsInPlaceOfTheClaim() throws {
        let lost = try ExceptionRecord.sample(exposure: Exposure(.dailyShare([0.3])), onset: .noon - 5)
        let own = try available(standing: [lost], shares: shares, measuredBy: Traffic.featuredShare)
        #expect(own == [1, 1, 1, 1, 1, 0.7, 0.4, 1, 0.4, 0])
        let others = try available(standing: [lost], shares: shares)
        #expect(zip(others, [1, 1, 1, 1, 1, 0.7, 0.28, 0.7, 0.28, 0]).allSatisfy { abs($0 - $1) < 1e-12 })
    }

    @Test func aGuessOfHalfTheDayLeavesOutADayThatNobodyMeasured() throws {
        let lost = try ExceptionRecord.sample(exposure: Exposure(.dailyShare([0.8])), onset: .noon - 5)
        let own = try available(standing: [lost], shares: shares, measuredBy: Traffic.featuredShare)
        #expect(own == [1, 1, 1, 1, 1, 0, 0.4, 1, 0.4, 0])
        #expect(try available(standing: [lost], measuredBy: Traffic.featuredShare) == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0])
    }

    // MARK: Prices

    /// Seven days at twenty dollars before the ten looked at.
    private func prices(_ days: [Int?]) -> [Int?] { [Int?](repeating: 2_000, count: 7) + days }

    @Test func aDayAtAPriceThatIsAnErrorSaysNothingNorDoThoseOnWhichItChanged() throws {
        let low = prices([2_000, 2_000, 2_000, 200, 200, 2_000, 2_000, 2_000, 2_000, 2_000])
        #expect(try available(prices: low) == [1, 1, 0, 0, 0, 0, 1, 1, 1, 1])
        let high = prices([2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 2_000, 20_000, nil])
        #expect(try available(prices: high) == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
        let sale = prices([2_000, 2_000, 2_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000, 1_000])
        #expect(try available(prices: sale) == free)
    }

    @Test func salesAtAWrongPriceAreNotScaledUpByWhatItTakes() throws {
        let wrong = try ExceptionRecord.sample(exposure: Exposure(.dailyShare([0.9])), onset: .noon - 3)
        let own = try available(standing: [wrong], measuredBy: Offers.ownPrices)
        #expect(own == [1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
        let same = prices([Int?](repeating: 2_000, count: 10))
        let known = try available(standing: [wrong], prices: same, measuredBy: Offers.ownPrices)
        #expect(known == own, "others say that the price is wrong, where its own days do not")
    }
}
