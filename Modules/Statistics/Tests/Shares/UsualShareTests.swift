import Statistics
import Testing

@Suite struct UsualShareTests {
    private func days(_ runs: (Int?, Int)...) -> [Int?] { runs.flatMap { [Int?](repeating: $0.0, count: $0.1) } }

    @Test func itIsWhatTheShareWasBeforeALossHoweverLongTheLossLasts() throws {
        for lost in [1, 30, 77] {
            let usual = try #require(UsualShare(of: days((9_500, 14), (400, lost))))
            #expect(usual.value == 9_500)
        }
    }

    @Test func aLossOfTheWholeTimeIsTakenForUsual() throws {
        #expect(try #require(UsualShare(of: days((4_000, 91)))).value == 4_000)
    }

    @Test func oneLuckyDayIsNotUsual() throws {
        let usual = try #require(UsualShare(of: days((5_000, 40), (10_000, 1), (5_000, 40))))
        #expect(usual.value == 75_000.0 / 14)
    }

    @Test func unknownDaysAreNotZero() throws {
        #expect(try #require(UsualShare(of: days((8_000, 4), (nil, 3), (8_000, 3)))).value == 8_000)
        #expect(UsualShare(of: days((8_000, 6), (nil, 80))) == nil, "six days are too few")
        #expect(UsualShare(of: days((8_000, 6), (nil, 10), (8_000, 6))) == nil, "no two weeks hold seven of them")
        #expect(UsualShare(of: days((0, 30))) == nil)
        #expect(UsualShare(of: [Int?]()) == nil)
    }

    @Test func daysCountForTheirWeights() throws {
        let busy: [(share: Int, weight: Int)?] = (0..<28).map { $0 % 2 == 1 ? (10_000, 300) : (0, 3) }
        #expect(try #require(UsualShare(weighed: busy)).value == 3_000_000.0 / 303)
    }

    @Test func aDayCountsForItsPartAndAnOrdinaryOneWhole() throws {
        let usual = try #require(UsualShare(of: days((8_000, 14))))
        #expect(usual.part(3_200) == 0.4)
        #expect(usual.part(7_200) == 1)
        #expect(usual.part(10_000) == 1)
        #expect(usual.part(0) == 0)
    }

    @Test func theHeightOfTheBestTwoWeeksIsALittleAboveTheTruth() throws {
        var random = SplitMix64(seed: 7)
        var excess = 0.0
        for _ in 0..<400 {
            let shares = (0..<91).map { _ in Int?(Int((5_000 + 700 * random.normal()).rounded())) }
            excess += try #require(UsualShare(of: shares)).value - 5_000
        }
        #expect((300...420).contains(excess / 400), "\(excess / 400)")
    }
}
