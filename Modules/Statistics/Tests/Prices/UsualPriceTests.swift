import Statistics
import Testing

@Suite struct UsualPriceTests {
    private func days(_ runs: (Int?, Int)...) -> [Int?] { runs.flatMap { [Int?](repeating: $0.0, count: $0.1) } }

    /// Which days are errors, as places counted from the oldest; `nil` where none is.
    private func errors(_ days: [Int?]) -> [Int]? {
        UsualPrice.errors(of: days).map { errors in errors.indices.filter { errors[$0] } }
    }

    @Test func pricesThatMoveAreNoErrors() {
        #expect(errors(days((2_000, 20), (400, 20), (2_900, 20))) == nil)
        #expect(errors([]) == nil)
        #expect(errors(days((nil, 30))) == nil)
    }

    @Test func aFewDaysFarFromTheOthersAreErrorsAndTheDaysOnWhichThePriceChanged() {
        #expect(errors(days((2_000, 20), (200, 3), (2_000, 5))) == [19, 20, 21, 22, 23])
        #expect(errors(days((2_000, 20), (16_000, 2))) == [19, 20, 21], "it still stands")
        #expect(errors(days((200, 2), (2_000, 20))) == [0, 1, 2])
        #expect(errors(days((2_000, 20), (0, 1), (2_000, 5))) == [19, 20, 21])
    }

    @Test func aPriceStandsUntilAnotherIsSeen() {
        #expect(errors(days((2_000, 9), (nil, 3), (200, 1), (nil, 4), (2_000, 3))) == Array(8...17))
        #expect(errors(days((2_000, 9), (200, 1), (nil, 4))) == Array(8...13))
        #expect(errors(days((nil, 5), (200, 1), (2_000, 9))) == [5, 6], "what came before counts")
    }

    @Test func whatStandsNowAsItDidAtFirstWasRightHoweverLongTheErrorLasted() {
        #expect(errors(days((2_000, 3), (200, 40), (2_000, 1))) == Array(2...43))
        #expect(errors(days((2_000, 3), (200, 40))) == [0, 1, 2, 3], "until then most days are right")
    }

    @Test func theFirstLookIsBelievedOfTwoWeeksBeforeIt() {
        #expect(errors(days((nil, 80), (2_000, 3), (200, 8))) == Array(82...90))
        #expect(errors(days((nil, 60), (2_000, 3), (200, 20))) == [60, 61, 62, 63], "not for ever")
    }

    @Test func tooFewDaysSayNothing() {
        #expect(errors([2_000, 200]) == nil)
        #expect(errors([0, 0, 0, 2_000, 2_000]) == nil)
    }
}
