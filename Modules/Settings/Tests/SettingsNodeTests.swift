import Calendars
import Settings
import Testing

@Suite struct SettingsNodeTests {
    private enum Key: String, CaseIterable { case name, size, colour }
    private enum Colour: String, CaseIterable { case red, green }

    private func section(_ yaml: String) throws -> [Key: SettingsNode] {
        try #require(try SettingsNode(yaml: yaml)).section(Key.self)
    }

    @Test func whatStandsUnderAKeyIsReadAsWhatIsExpectedThere() throws {
        let section = try section("{name: ann, size: 4, colour: red}")
        #expect(try section[.name]?.text() == "ann")
        #expect(try section[.size]?.count(in: 1...5) == 4)
        #expect(try section[.size]?.number(in: 0...9) == 4)
        #expect(try section[.colour]?.choice(Colour.self) == .red)
    }

    @Test func aKeyWithoutAValueIsAsGoodAsLeftOut() throws {
        #expect(try section("name:\nsize: 1\n").keys.map(\.rawValue) == ["size"])
        #expect(try SettingsNode(yaml: "# nothing") == nil)
    }

    @Test func aValueAloneIsAListOfOne() throws {
        #expect(try section("name: [ann, ben]")[.name]?.items.map { try $0.text() } == ["ann", "ben"])
        #expect(try section("name: ann")[.name]?.items.map { try $0.text() } == ["ann"])
    }

    @Test func anUnknownKeyIsNamedWithItsLineAndItsNeighbour() {
        #expect(throws: ConfigurationError.unknownKey("color", at: FilePlace(2, 1), nearest: "colour")) {
            try section("name: ann\ncolor: red")
        }
    }

    @Test(arguments: [
        ("size: 6", "6"), ("size: -1", "-1"), ("size: many", "many"), ("size: .nan", ".nan"), ("size: [1]", "a list"),
        ("size: {a: 1}", "keys and values"),
    ]) func aNumberOutsideItsRangeIsRefusedWithWhatWasFound(yaml: String, found: String) throws {
        let node = try #require(try section(yaml)[.size])
        #expect(
            throws: ConfigurationError.value(
                key: "size", found: found, expected: "a number from 0.0 to 5.0", at: FilePlace(1, 7))
        ) {
            try node.number(in: 0...5)
        }
        #expect(
            throws: ConfigurationError.value(
                key: "size", found: found, expected: "a whole number from 0 to 5", at: FilePlace(1, 7))
        ) { try node.count(in: 0...5) }
    }

    @Test func aWordThatIsNoChoiceIsAnsweredWithTheChoicesAndTheNearest() throws {
        let node = try #require(try section("colour: gren")[.colour])
        #expect(
            throws: ConfigurationError.value(
                key: "colour", found: "gren", expected: "one of green, red; did you mean \"green\"?",
                at: FilePlace(1, 9))
        ) { try node.choice(Colour.self) }
    }

    @Test func aCalendarTakesItsHolidaysFromItsFileAndItsList() throws {
        let sources = SettingsSources(
            zone: { _ in .utc },
            file: { path in
                path == "days.ics"
                    ? "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20261225\nEND:VEVENT\nEND:VCALENDAR" : ""
            })
        func calendar(_ yaml: String) throws -> BusinessCalendar {
            try BusinessCalendar(try #require(try SettingsNode(yaml: yaml)), sources: sources)
        }
        let office = try calendar("{zone: UTC, holidayFile: days.ics, holidays: [2026-12-24]}")
        let opening = try #require(CivilDate("2026-12-23")).daysSinceEpoch
        #expect((0..<4).map { office.hours(on: opening + $0) == .closed } == [false, true, true, true])
        #expect {
            try calendar("holidayFile: none.ics")
        } throws: { error in
            guard case .value("holidayFile", "none.ics", let expected, _) = error as? ConfigurationError else {
                return false
            }
            return expected.contains("iCalendar")
        }
    }
}
