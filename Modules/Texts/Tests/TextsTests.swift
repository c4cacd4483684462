import Testing
import Texts

@Suite struct TextsTests {
    @Test(arguments: [
        ("a", "a"), ("", ""), ("a,b", "\"a,b\""), ("say \"a\"", "\"say \"\"a\"\"\""), ("a\r\nb", "\"a\r\nb\""),
        ("\u{1F469}\u{200D}\u{1F680}", "\u{1F469}\u{200D}\u{1F680}"), ("\"\u{301}", "\"\"\"\u{301}\""),
    ])
    func aCellIsQuotedWhereItHasTo(text: String, cell: String) {
        #expect(CSVRow.line([text, "z"]).unicodeScalars.elementsEqual("\(cell),z\r\n".unicodeScalars))
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@sum", "\tx", "\rx", "\r\nx", "=\u{301}1", "-"])
    func whatWouldBeAFormulaIsMarkedAndKnownAgain(text: String) {
        let marked = CSVRow.guarded(text)
        #expect(marked.unicodeScalars.elementsEqual("'\(text)".unicodeScalars))
        #expect(CSVRow.unguarded(marked) == text)
    }

    @Test(arguments: ["", "a=1", "'a", "1-1", "'"]) func anythingElseStays(text: String) {
        #expect(CSVRow.guarded(text) == text && CSVRow.unguarded(text) == text)
    }

    @Test func jsonIsWrittenAsItWasGiven() {
        let json = JSONText.object([
            ("b", .number("1.50")), ("a", .array([.text("\"\\\n\u{1}\u{7F}é"), .null])), ("\t", .object([])),
        ])
        #expect(json.line == #"{"b":1.50,"a":["\"\\\n\u0001\u007fé",null],"\t":{}}"#)
    }
}
