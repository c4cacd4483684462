import Calendars
import Settings
import Testing

@Suite struct TimeWordsTests {
    @Test(
        arguments: [
            ("8:30", 30_600), ("08:30", 30_600), ("0:00", 0), ("24:00", 86_400), ("24:01", nil), ("25:00", nil),
            ("9", nil),
            ("9:5", nil), ("09::00", nil), ("09:60", nil), ("-9:00", nil), ("", nil), ("09:00:00", nil),
        ] as [(String, Int?)])
    func aTimeOfDayIsReadStrictly(text: String, second: Int?) { #expect(TimeOfDay.second(of: text) == second) }

    @Test func aWeekdayGoesByItsNameOrThreeLetters() {
        #expect(
            Weekday(word: "mon") == .monday && Weekday(word: "Monday") == .monday && Weekday(word: "SUN") == .sunday)
        #expect(Weekday(word: "mo") == nil && Weekday(word: "") == nil)
        #expect(Weekday.words.map(\.day) == Weekday.allCases)
    }
}
