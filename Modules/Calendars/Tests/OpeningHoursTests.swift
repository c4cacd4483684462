import Calendars
import Testing

@Suite struct OpeningHoursTests {
    @Test func spansAreKeptInOrder() throws {
        let hours = try OpeningHours([time(13, 30)..<time(18), time(8)..<time(12)])
        #expect(hours.spans == [time(8)..<time(12), time(13, 30)..<time(18)])
    }

    @Test func spansMayTouchAndEndAtMidnight() throws {
        let hours = try OpeningHours([time(20)..<time(24), time(18)..<time(20), 0..<1])
        #expect(hours.spans.count == 3)
        #expect(try OpeningHours([0..<time(24)]) == .allDay)
        #expect(try OpeningHours([]) == .closed)
    }

    @Test(arguments: [
        ([time(9)..<time(9)], OpeningHoursError.emptySpan(32_400..<32_400)),
        ([-1..<time(9)], .outsideDay(-1..<32_400)),
        ([time(9)..<time(24) + 1], .outsideDay(32_400..<86_401)),
        ([time(90)..<time(91)], .outsideDay(324_000..<327_600)),
        ([time(12)..<time(14), time(9)..<time(12) + 1], .overlap(32_400..<43_201, 43_200..<50_400)),
        ([time(9)..<time(17), time(9)..<time(17)], .overlap(32_400..<61_200, 32_400..<61_200)),
    ])
    func spansThatCannotBeCountedOnceAreRefused(spans: [Range<Int>], error: OpeningHoursError) {
        #expect(throws: error) { try OpeningHours(spans) }
    }

    @Test func errorsSayWhatWasFoundAndWhatWasExpected() {
        #expect(
            OpeningHoursError.outsideDay(-1..<5).description
                == "opening hours -1..<5 leave the day; expected seconds within 0...86400")
        #expect(
            OpeningHoursError.emptySpan(5..<5).description
                == "opening hours 5..<5 are empty; expected an end after the start")
        #expect(
            OpeningHoursError.overlap(0..<5, 4..<9).description
                == "opening hours 0..<5 and 4..<9 overlap; expected each second once")
    }
}
