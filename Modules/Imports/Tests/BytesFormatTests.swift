@testable import Imports
import Testing

@Suite struct BytesFormatTests {
    private func format(of text: String) throws -> DelimitedFormat { try RowReader(text).format }

    @Test(arguments: [
        ("a\tb\tc\n1\t2,5\t3,5\n", DelimitedFormat.Separator.tab), ("a,b\n1,2\n", .comma),
        ("a;b;c\n1,5;2,5;3,5\n2,5;3,5;4,5\n", .semicolon), ("a|b\n1|2\n", .pipe), ("alone\n1\n2\n", .comma),
        ("", .comma),
        ("Report for May\n\na,b,c\n1,2,3\n4,5,6\n", .comma), ("id,tags\n1,x;y\n2,x;y;z\n3,x\n", .comma),
    ])
    func separatorIsTold(text: String, separator: DelimitedFormat.Separator) throws {
        #expect(try format(of: text).separator == separator)
    }

    @Test(arguments: ["\n", "\r\n", "\r", ""]) func directiveDecidesAndIsNoRow(lineEnd: String) throws {
        var reader = try RowReader("sep=;" + lineEnd + (lineEnd.isEmpty ? "" : "a,b;c" + lineEnd + "1,2;3" + lineEnd))
        #expect(reader.format.separator == .semicolon)
        #expect(try reader.table() == (lineEnd.isEmpty ? [] : [["a,b", "c"], ["1,2", "3"]]))
        #expect(reader.head.rowCount == 0 || reader.head.line(ofRow: 0) == 2)
    }

    @Test func directiveIsFoundBehindAByteOrderMark() throws {
        var reader = try RowReader("\u{FEFF}SEP=|\r\na|b\r\n")
        #expect(try reader.table() == [["a", "b"]])
        #expect(reader.head.line(ofRow: 0) == 2)
    }

    @Test func tabFileIsQuotedOnlyIfEveryHeadingIs() throws {
        #expect(try format(of: "a\tb\n\"x\ty\n").quoting == .none)
        #expect(try format(of: "\"a\"\tb\n1\t2\n").quoting == .none)
        #expect(try format(of: "\"a\"\t\"b\"\n1\t2\n").quoting == .rfc4180)
        #expect(try format(of: "a,b\n").quoting == .rfc4180)
    }

    /// A spreadsheet quotes what holds a comma, a tab, a mark or a line end, and nothing else.
    @Test func tabFileOfASpreadsheetIsQuoted() throws {
        for cell in ["\"b,c\"", "\"b\nc\"", "\"b\tc\"", "\"12\"\" pan\"", "\"\"\"b\"\"\""] {
            #expect(try format(of: "a\tb\n1\t\(cell)\n2\t3\n").quoting == .rfc4180, "\(cell)")
            #expect(try format(of: "a\tb\n1\t\(cell)\n2\t\"3\n").quoting == .none, "another only begins with a mark")
            #expect(try format(of: "a\tb\n1\t\(cell)\n2\t\"3\"\n").quoting == .none, "nothing to quote it for")
        }
        #expect(try format(of: "a\tb\tc\n\"Best mug\t1\t2\nNail 5\"\t1\t2\n").quoting == .none)
        #expect(try format(of: "a\tb\n1\t\"5\" x 7, blue\"\n").quoting == .none)
        var reader = try RowReader("sku\tname\r\n\"AB,12\"\t\"Cup, 12\"\" blue\"\r\nC\t5\" nail\r\n")
        #expect(try reader.table() == [["sku", "name"], ["AB,12", "Cup, 12\" blue"], ["C", "5\" nail"]])
    }

    @Test func aMarkFarBehindOtherCellsIsDataToo() throws {
        let rows = (0..<3_000).map { "SKU-\($0)\tof three, four or five words\n" }.joined()
        #expect(try format(of: "a\tb\n\"1,2\"\t\"3\n" + rows).quoting == .none)
        #expect(try format(of: "a\tb\n\"1,2\"\t3\n" + rows).quoting == .rfc4180)
    }

    @Test func lineEndIsTheFirst() throws {
        #expect(try format(of: "a,b\rc,d\r").lineEnd == .carriageReturn)
        #expect(try format(of: "a,b\r\nc,d").lineEnd == .lineFeed)
        #expect(try format(of: "a,b").lineEnd == .lineFeed)
    }

    @Test func pipeIsNoSeparatorInJapan() throws {
        // ポ is 0x83 0x7C: the second byte is a pipe.
        let bytes = Array("sku,name\r\nA,".utf8) + [0x83, 0x7C, 0x83, 0x7C, 0x0D, 0x0A]
        var reader = try RowReader(bytes: bytes, regional: .windows31J)
        #expect(try reader.table() == [["sku", "name"], ["A", "ポポ"]])
    }
}
