import Foundation
import Testing

@testable import Spreadsheets

@Suite struct SheetTests {
    private func written(_ sheet: Sheet, created: Int64 = 1_795_190_700) throws -> (zip: ZipFile, bytes: Data) {
        let path = NSTemporaryDirectory() + "sheet-\(UUID().uuidString).xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try sheet.write(to: path, created: created)
        return (try ZipFile(path), try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private let sheet = Sheet(
        name: "queue", headings: ["id", "amount", "at", "ok", "share"],
        rows: [
            [.text("=SUM(A1)"), .decimal("5158.40"), .instant(1_795_190_700), .flag(true), .number(0.25)],
            [.text("<東京>"), .blank, .blank, .flag(false), .number(.infinity)],
            [.text(""), .decimal("-0.5000"), .blank, .blank, .integer(7)],
        ])

    @Test func cellsAreWhatTheyHold() throws {
        let xml = try written(sheet).zip.text(of: "xl/worksheets/sheet1.xml")
        // A text by its place among the strings, a number as it is, a moment in days since 1900.
        #expect(xml.contains(#"<c r="A2" t="s"><v>5</v></c>"#), "\(xml)")
        #expect(xml.contains(#"<c r="B2" s="2"><v>5158.4</v></c>"#), "\(xml)")
        #expect(xml.contains(#"<c r="C2" s="3"><v>46346.6701388"#), "\(xml)")
        #expect(xml.contains(#"<c r="D2" t="b"><v>1</v></c>"#))
        #expect(xml.contains(#"<c r="E2"><v>0.25</v></c>"#))
        #expect(xml.contains(#"<c r="B4" s="4"><v>-0.5</v></c>"#), "\(xml)")
        for blank in ["B3", "C3", "E3", "A4"] { #expect(!xml.contains("\"\(blank)\"")) }
    }

    @Test func aDayIsADateAndALineBreakIsKept() throws {
        let zip = try written(
            Sheet(name: "orders", headings: ["by", "title"], rows: [[.day(20_777), .text("a\n2nd")]])
        ).zip
        // 20,777 days after 1970 are 46,346 after 1900.
        #expect(try zip.text(of: "xl/worksheets/sheet1.xml").contains("><v>46346</v></c>"))
        #expect(try zip.text(of: "xl/styles.xml").contains("formatCode=\"yyyy-mm-dd\""))
        #expect(try zip.text(of: "xl/sharedStrings.xml").contains("a\n2nd"))
    }

    @Test func nothingIsAFormula() throws {
        let zip = try written(sheet).zip
        #expect(try !zip.text(of: "xl/worksheets/sheet1.xml").contains("<f>"))
        let strings = try zip.text(of: "xl/sharedStrings.xml")
        #expect(strings.contains("<t>=SUM(A1)</t>") && strings.contains("<t>&lt;東京&gt;</t>"))
    }

    @Test func theHeadingStaysAndFilters() throws {
        let xml = try written(sheet).zip.text(of: "xl/worksheets/sheet1.xml")
        #expect(xml.contains(#"<pane ySplit="1" topLeftCell="A2""#) && xml.contains(#"state="frozen""#))
        #expect(xml.contains(#"<autoFilter ref="A1:E4"/>"#))
        #expect(xml.contains(#"<col min="2" max="2" width="10."#), "\(xml)")
    }

    @Test func moneyAndMomentsAreShownAsSuch() throws {
        let styles = try written(sheet).zip.text(of: "xl/styles.xml")
        #expect(styles.contains("yyyy-mm-dd hh:mm:ss&quot;Z&quot;"))
        #expect(styles.contains("#,##0.0000"))
    }

    @Test func equalTablesAreEqualBytes() throws {
        let one = try written(sheet).bytes
        #expect(try written(sheet).bytes == one)
        #expect(try written(sheet, created: 0x4000_0000).bytes != one)
    }

    @Test func aSheetWithoutRowsHasItsHeadings() throws {
        let empty = Sheet(name: "none", headings: ["id"], rows: [])
        #expect(try written(empty).zip.text(of: "xl/sharedStrings.xml").contains("<t>id</t>"))
    }

    @Test func whatCannotBeWrittenIsSaid() {
        #expect(throws: SpreadsheetError.badName("a/b")) {
            try Sheet(name: "a/b", headings: ["id"], rows: []).write(to: "/dev/null", created: 0)
        }
        let error = #expect(throws: SpreadsheetError.self) {
            try sheet.write(to: "/nowhere/at/all.xlsx", created: 0)
        }
        #expect(error?.description.isEmpty == false)
        let rows = [[Cell]](repeating: [.blank], count: Sheet.mostRows)
        #expect(throws: SpreadsheetError.tooManyRows(1_048_576, most: 1_048_575)) {
            try Sheet(name: "a", headings: ["id"], rows: rows).write(to: "/dev/null", created: 0)
        }
    }

    @Test(arguments: [
        (Cell.decimal("5158.40"), CellForm.number(5_158.4, decimals: 2)), (.decimal("-7"), .number(-7, decimals: 0)),
        (.decimal("0.00"), .number(0, decimals: 2)), (.integer(.max), .text("9223372036854775807")),
        (.decimal("1234567890123.45"), .number(1_234_567_890_123.45, decimals: 2)),
        (.decimal("12345678901234.56"), .text("12345678901234.56")), (.decimal("nan"), .text("nan")),
        (.decimal("1e5"), .text("1e5")), (.decimal("1.2.3"), .text("1.2.3")), (.decimal("."), .text(".")),
        (.number(.nan), .blank), (.text(""), .blank),
    ])
    func aNumberThatWouldLoseDigitsIsText(_ cell: Cell, _ form: CellForm) { #expect(CellForm(cell) == form) }

    @Test func longTextEndsWithAMark() throws {
        let form = CellForm(.text(String(repeating: "é", count: 40_000)))
        guard case .text(let text) = form else { throw SpreadsheetError.badName("no text") }
        #expect(text.unicodeScalars.count == 32_767 && text.hasSuffix("é…"))
        let sheet = Sheet(name: "a", headings: ["b"], rows: [[.text(String(repeating: "x", count: 40_000))]])
        #expect(try written(sheet).zip.text(of: "xl/sharedStrings.xml").contains("xxx…"))
    }
}
