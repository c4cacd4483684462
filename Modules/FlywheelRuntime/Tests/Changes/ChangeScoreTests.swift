import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Testing

@Suite struct ChangeScoreTests {
    private static let today = Day(epochDays: 20_777)
    private let usd = Marketplace.directory[0].currency

    /// A change from 20.00 to 18.00 that expects three units a day instead of two, proposed ten days before `today`.
    private func change(_ edit: (inout ChangeRecord) -> Void = { _ in }) -> ChangeRecord {
        let price = PriceChange(
            from: Money(minorUnits: 20_00, usd), to: Money(minorUnits: 18_00, usd), unitsNow: 2, unitsThen: 3)
        let proposed = Instant(seconds: Int64(Self.today.epochDays - 10) * 86_400 + 43_200)
        var record = ChangeRecord(
            id: ChangeID(1), exception: ExceptionID(1), fingerprint: .blocked("A"), proposal: .price(price),
            proposed: proposed, rotation: RotationID(1), mode: .test)
        edit(&record)
        return record
    }

    private func score(_ change: ChangeRecord, price: Int64?, units: [Int?]) -> ChangeScore? {
        let days = Self.today.advanced(by: -units.count)..<Self.today
        return ChangeScore(change, price: price.map { Money(minorUnits: $0, usd) }, units: units, on: days)
    }

    /// Twenty days of which only the nine after the day of the proposal count.
    private let sold: [Int?] = [Int?](repeating: 50, count: 11) + [3, 2, 4, 3, 3, 2, 4, 3, 3]

    @Test func thePriceThatStandsSaysWhichExpectationCounts() throws {
        let taken = try #require(score(change(), price: 18_00, units: sold))
        #expect((taken.verdict, taken.days, taken.sold) == (.taken, 9, 27))
        #expect((taken.expected, taken.error, taken.isHit) == (27, 0, true))
        let left = try #require(score(change(), price: 20_00, units: sold))
        #expect((left.verdict, left.expected, left.error) == (.notTaken, 18, 9))
        // 1.2816 times the root of 18 is 5.44: nine more than expected is outside.
        #expect(left.isHit == false)
        let other = try #require(score(change(), price: 19_00, units: sold))
        #expect((other.verdict, other.expected, other.isHit) == (.elsewhere, nil, nil))
        #expect(score(change(), price: nil, units: sold)?.verdict == .unknown)
    }

    @Test func unknownDaysAreNotZeroAndAWeekIsNeeded() throws {
        let gaps = try #require(score(change(), price: 20_00, units: sold.dropLast(2) + [nil, nil]))
        #expect((gaps.verdict, gaps.days, gaps.expected) == (.notTaken, 7, 14))
        let few = try #require(score(change(), price: 20_00, units: sold.dropLast(3) + [nil, nil, nil]))
        #expect((few.verdict, few.days, few.expected) == (.tooEarly, 6, nil))
    }

    @Test func fromTheWritingOnWhatWasWrittenCounts() throws {
        let written = change { record in
            let at = Instant(seconds: Int64(Self.today.epochDays - 8) * 86_400)
            record.written = ChangeRecord.File(path: "/a", digest: "0", at: at, by: "ann")
        }
        #expect(score(written, price: 18_00, units: sold)?.days == 7)
        let attributes = ChangeRecord(
            id: ChangeID(2), exception: ExceptionID(1), fingerprint: .blocked("A"), proposal: .attributes([]),
            proposed: written.proposed, rotation: RotationID(1), mode: .test)
        #expect(score(attributes, price: 18_00, units: sold) == nil)
    }

    @Test func noMoreThanFourWeeksAreCounted() {
        let early = change()
        let days = Self.today..<Self.today.advanced(by: 60)
        let score = ChangeScore(early, price: nil, units: [Int?](repeating: 1, count: 60), on: days)
        #expect(score?.days == ChangeScore.mostDays)
    }
}
