import Testing

@testable import flywheel

@Suite struct TerminalTests {
    @Test(arguments: [("abc", 3), ("東京", 4), ("e\u{301}", 1), ("👩‍👩‍👧", 2), ("ｱ", 1), ("", 0), ("…", 1), ("한국", 4)])
    func textTakesTheCellsATerminalGivesIt(_ text: String, _ cells: Int) {
        #expect(text.cells == cells)
    }

    @Test func aCutNeverLeavesHalfAWideCharacter() {
        #expect("東京都庁".cut(toCells: 5) == "東京…")
        #expect("東京都庁".cut(toCells: 4) == "東…")
        #expect("abc".cut(toCells: 3) == "abc")
        #expect("abcd".cut(toCells: 0) == "")
    }

    @Test func whatActsOnScreensIsWrittenOut() {
        #expect("a\u{1B}[31mb".visible == "a\\u{1B}[31mb")
        #expect("\u{202E}abc\u{2066}".visible == "\\u{202E}abc\\u{2066}")
        #expect("line\r\nend\u{85}\u{7F}".visible == "line\\u{D}\\u{A}end\\u{85}\\u{7F}")
        #expect("東京 👩‍👧 é".visible == "東京 👩‍👧 é")
    }

    @Test func coloursAreWrittenOnlyWhenAskedFor() {
        #expect(Ink(isOn: true)("late", .red) == "\u{1B}[31mlate\u{1B}[0m")
        #expect(Ink(isOn: false)("late", .red) == "late")
        #expect(Ink(isOn: true)("x", .plain) == "x")
    }

    private let table = Table(
        columns: [
            .init("ID"), .init("USD", isRight: true), .init("WHAT", least: 6), .init("OWNER"),
            .init("AGE", isRight: true),
        ],
        rows: [
            ["X1", "5,158.40", "suppressed: 東京の商品です", "mia", "3 d"], ["X22", "9.00", "short", "ben", "12 d"],
        ],
        droppable: ["AGE", "OWNER"])

    @Test func aTableIsAsWideAsItsCells() {
        #expect(
            table.lines(width: 80, ink: Ink(isOn: false)) == [
                "ID        USD  WHAT                        OWNER   AGE",
                "X1   5,158.40  suppressed: 東京の商品です  mia     3 d",
                "X22      9.00  short                       ben    12 d",
            ])
    }

    @Test func columnsAreLeftOutBeforeAnythingIsCut() {
        #expect(
            table.lines(width: 45, ink: Ink(isOn: false)) == [
                "ID        USD  WHAT", "X1   5,158.40  suppressed: 東京の商品です", "X22      9.00  short",
            ])
    }

    @Test func onlyTextIsCutAndNeverAnAmount() {
        #expect(
            table.lines(width: 30, ink: Ink(isOn: false)) == [
                "ID        USD  WHAT", "X1   5,158.40  suppressed: 東…", "X22      9.00  short",
            ])
        #expect(table.lines(width: 1, ink: Ink(isOn: false))[1] == "X1   5,158.40  suppr…")
    }

    @Test func aCellOfAFileCannotDriveTheScreen() {
        let table = Table(columns: [.init("FILE")], rows: [["\u{1B}[2J"]])
        #expect(table.lines(width: 80, ink: Ink(isOn: false))[1] == "\\u{1B}[2J")
    }

    @Test func wrappedTextStandsUnderItsHead() {
        #expect(
            Wrapping.lines("one two three four", head: "Why  ", width: 14) == [
                "Why  one two", "     three", "     four",
            ])
        #expect(Wrapping.lines("\u{1B}[1mbold\u{1B}[0m word", width: 9) == ["\u{1B}[1mbold\u{1B}[0m word"])
    }
}
