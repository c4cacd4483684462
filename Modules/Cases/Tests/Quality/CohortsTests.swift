import Cases
import FlywheelKit
import Statistics
import Testing

@Suite struct CohortsTests {
    private func cases(_ sizes: [String?: Int]) -> [CaseTimeline] {
        let all = sizes.flatMap { channel, count in
            (0..<count).map { index -> Case in
                var matter = Matters.made("\(channel ?? "?")\(index)", [(0, .opened)])
                matter.channel = channel
                return matter
            }
        }
        return Matters.read(all, at: 9)
    }

    private func split(_ sizes: [String?: Int]) -> [Cohort<Int>] {
        Cohorts.split(cases(sizes), by: .channel) { $0.count }
    }

    @Test func smallPartsAreNotShown() {
        let parts = split(["email": 20, "chat": 12, "phone": 3, "fax": 4])
        #expect(parts.map(\.name) == ["email", "chat", "fax", "phone"])
        #expect(parts.map(\.count) == [20, 12, nil, nil])
        #expect(parts.map(\.figure) == [20, 12, nil, nil])
    }

    @Test func noHiddenPartIsWhatTheTotalLeaves() {
        // One hidden part alone would be the total less the others.
        #expect(split(["email": 20, "chat": 12, "phone": 3]).map(\.count) == [20, nil, nil])
        // Two hidden parts of three together would still be a small part.
        #expect(split(["email": 20, "chat": 12, "phone": 2, "fax": 1]).map(\.count) == [20, nil, nil, nil])
        #expect(split(["email": 20, "phone": 3]).map(\.count) == [nil, nil])
        #expect(split(["phone": 3]).map(\.count) == [nil])
        #expect(split([:]).isEmpty)
    }

    @Test func whatIsUnknownIsAPartOfItsOwn() {
        let parts = split(["email": 20, nil: 8])
        #expect(parts.map(\.name) == ["email", nil] && parts.map(\.count) == [20, 8])
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func nothingSmallFollowsFromWhatIsShown(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let counts = (0..<Int(1 + random.uniform() * 7)).map { _ in Int(1 + random.uniform() * 14) }
        let sizes = Dictionary(uniqueKeysWithValues: counts.enumerated().map { (String?.some("\($0)"), $1) })
        let parts = split(sizes)
        let hidden = counts.reduce(0, +) - parts.compactMap(\.count).reduce(0, +)
        let hiddenParts = parts.count { $0.count == nil }
        #expect(parts.allSatisfy { ($0.count ?? 5) >= 5 })
        // All are hidden, or none, or at least two of at least five cases.
        #expect(hiddenParts == parts.count || hiddenParts == 0 || (hiddenParts >= 2 && hidden >= 5))
    }
}
