import Calendars
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Statistics
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

    private func score(
        _ change: ChangeRecord, prices: [Int?], units: [Int?], in zone: TimeZoneTable = .utc
    ) -> ProposalScore? {
        let days = Self.today.advanced(by: -units.count)..<Self.today
        return ChangeScore(change, prices: prices, units: units, on: days, in: zone)?.score
    }

    /// Twenty days of which only the nine after the day of the proposal count.
    private let sold: [Int?] = [Int?](repeating: 50, count: 11) + [3, 2, 4, 3, 3, 2, 4, 3, 3]

    /// A price that a file says of the first of twenty days, and another of the last.
    private func prices(_ first: Int?, _ last: Int?) -> [Int?] { [first] + [Int?](repeating: nil, count: 18) + [last] }

    @Test func thePriceThatStandsSaysWhichExpectationCounts() throws {
        let taken = try #require(score(change(), prices: prices(18_00, 18_00), units: sold))
        #expect((taken.course, taken.daysScored, taken.actual, taken.expected) == (.taken, 9, 27, 27))
        let left = try #require(score(change(), prices: prices(20_00, 20_00), units: sold))
        #expect((left.course, left.expected, left.isWithinRange) == (.notTaken, 18, false))
        #expect(score(change(), prices: prices(25_00, 25_00), units: sold)?.course == .elsewhere)
    }

    @Test func theDayAfterIsThatOfTheMarketplace() throws {
        // 03:00Z is the evening before on the Pacific coast.
        let night = Instant(seconds: Int64(Self.today.epochDays - 10) * 86_400 + 10_800)
        let evening = change { $0.written = ChangeRecord.File(path: "a", digest: "b", at: night, by: "ann") }
        func days(_ zone: TimeZoneTable) -> Int? {
            score(evening, prices: prices(18_00, 18_00), units: sold, in: zone)?.daysScored
        }
        #expect(try days(.utc) == 9 && days(pacific()) == 10)
    }

    @Test func filesThatDisagreeSayNothingOfTheDaysBetween() throws {
        #expect(score(change(), prices: prices(20_00, 18_00), units: sold)?.course == .tooEarly)
        #expect(score(change(), prices: prices(20_00, nil), units: sold)?.course == .tooEarly)
    }

    @Test func fromTheWritingOnWhatWasWrittenCounts() throws {
        let written = change { record in
            let at = Instant(seconds: Int64(Self.today.epochDays - 8) * 86_400)
            record.written = ChangeRecord.File(path: "/a", digest: "0", at: at, by: "ann")
        }
        #expect(score(written, prices: prices(18_00, 18_00), units: sold)?.daysScored == 7)
        let attributes = ChangeRecord(
            id: ChangeID(2), exception: ExceptionID(1), fingerprint: .blocked("A"), proposal: .attributes([]),
            proposed: written.proposed, rotation: RotationID(1), mode: .test)
        #expect(score(attributes, prices: prices(18_00, 18_00), units: sold) == nil)
    }

    @Test func noMoreThanFourWeeksAreCounted() {
        let early = change()
        let days = Self.today..<Self.today.advanced(by: 60)
        let always = [Int?](repeating: 20_00, count: 60)
        let score = ChangeScore(early, prices: always, units: [Int?](repeating: 1, count: 60), on: days, in: .utc)
        #expect(score?.score.daysScored == ChangeScore.mostDays)
    }
}
