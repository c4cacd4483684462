import FlywheelKit
import Testing

/// A signal with room between its stored properties.
private struct Trend: Signal {
    static let key = SignalKey("trend/1")
    var isRising: Bool
    var slope: Double
}

/// Another signal that wrongly took the same key.
private struct Imposter: Signal {
    static let key = SignalKey("trend/1")
    var number: Int
}

@Suite struct SignalPortTests {
    private let day = Day(epochDays: 20_000)

    private var port: SignalPort {
        var port = SignalPort()
        port.publish([ListingAvailability(blockedShare: 1, since: day), nil, nil])
        port.publish([nil, Trend(isRising: true, slope: 0.25), Trend(isRising: false, slope: 0)])
        return port
    }

    @Test func whatIsPublishedIsReadRowByRow() {
        var port = port
        let blocked = port.column(ListingAvailability.self)
        #expect(blocked?.map { $0?.blockedShare } == [1, nil, nil])
        #expect(port.published == [ListingAvailability.key, Trend.key])
        #expect(port.read == [ListingAvailability.key])
    }

    @Test func whatNobodyPublishesIsNotThereAndNotedAsRead() {
        var port = SignalPort()
        #expect(port.column(Trend.self) == nil)
        #expect(port.gather(ListingAvailability.self, on: Values(["A"])) == nil)
        #expect(port.read == [Trend.key, ListingAvailability.key])
        #expect(port.values(of: Trend.key) == nil)
    }

    @Test func aKeyOfAnotherTypeReadsAsUnpublished() {
        var port = port
        #expect(port.column(Imposter.self) == nil)
    }

    @Test func aPortIsCutInEveryColumn() {
        var part = port.rows(1..<3)
        let (blocked, trend) = (part.column(ListingAvailability.self), part.column(Trend.self))
        #expect(blocked?.map { $0?.blockedShare } == [nil, nil])
        #expect(trend?.map { $0?.slope } == [0.25, 0])
        var picked = port.picked([2, 1])
        #expect(picked.column(Trend.self)?.map { $0?.slope } == [0, 0.25])
        #expect(part.rows(0..<0).values(of: Trend.key)?.isEmpty == true)
    }

    @Test func valuesOfAnUnknownTypeShowWhatTheyAre() throws {
        let values = try #require(port.values(of: Trend.key))
        #expect(values.count == 3)
        #expect(values[0] == nil)
        #expect((values[1] as? Trend)?.slope == 0.25)
        #expect(port.read.isEmpty)
    }

    @Test func aListingSignalIsGatheredByTheListingARowNames() throws {
        var tickets = SignalPort()
        tickets.offer(publishedBy: port, codes: ["A", "B", "C"])
        let gathered = tickets.gather(Trend.self, on: Values(["C", nil, "A", "unheard of", "B", "C"]))
        #expect(gathered?.map { $0?.slope } == [0, nil, nil, nil, 0.25, 0])
    }

    @Test func tablesStayWholeWhenAPortIsCut() {
        var port = SignalPort()
        port.offer(["A": Trend(isRising: true, slope: 1)])
        var part = port.rows(5..<6)
        let gathered = part.gather(Trend.self, on: Values(["A"]))
        #expect(gathered?.map { $0?.slope } == [1])
    }

    @Test func accessIsForgottenButNotWhatWasPublished() {
        var port = port
        _ = port.column(Trend.self)
        port.forgetAccess()
        #expect(port.read.isEmpty && port.published.isEmpty)
        #expect(port.column(Trend.self)?.count == 3)
    }
}
