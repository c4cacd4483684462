import FlywheelKit
import Testing

/// What became of a prediction, as one exception tells it.
@Suite struct FateTests {
    private static let seen = Instant(seconds: 1_000_000)

    private func fate(
        cameTrue: Instant? = nil, closed: Instant? = nil, orderArrives: Instant? = nil, _ verdict: Verdict? = nil
    ) -> Fate {
        Fate(cameTrue: cameTrue, closed: closed, orderArrives: orderArrives, verdict: verdict)
    }

    @Test func whatCameTrueOrNotCounts() {
        #expect(fate() == .open)
        #expect(fate(cameTrue: Self.seen) == .cameTrue && fate(cameTrue: Self.seen, .selfCleared) == .cameTrue)
        #expect(fate(.didNotHappen) == .lapsed)
    }

    @Test func whatAnOrderMayHaveHelpedCountsForNeither() {
        let late = Self.seen.advanced(bySeconds: 1)
        #expect(fate(orderArrives: late) == .actedOn && fate(orderArrives: late, .didNotHappen) == .actedOn)
        #expect(fate(cameTrue: Self.seen, orderArrives: Self.seen, .selfCleared) == .actedOn)
        // Before anything came it was as it would have been.
        #expect(fate(cameTrue: Self.seen, orderArrives: late) == .cameTrue)
    }

    @Test func aCloseCountsUntilItBegan() {
        #expect(fate(closed: Self.seen) == .actedOn && fate(cameTrue: Self.seen, closed: Self.seen) == .actedOn)
        #expect(fate(cameTrue: Self.seen, closed: Self.seen.advanced(bySeconds: 1)) == .cameTrue)
        #expect([.actionable, .known, .noise, .duplicate].allSatisfy { fate($0) == .actedOn })
    }
}
