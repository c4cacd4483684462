import Foundation
import Testing

@testable import flywheel

/// Answers as other programs read them: streamed, and with chosen fields.
@Suite struct StreamTests {
    private struct Example: JSONRecord {
        let id: String
        let amount: Amount?
        let note: JSON
        let more: Int

        static let members: Members<Self> = [
            "id": .value(\.id),
            "atRisk": .part(["amount": .value(\.amount), "currency": .value { _ in Scene.usd }]),
            "note": Member(.maybe(.text)) { $0.note }, "more": .value(\.more),
        ]
    }

    /// Its columns are not all that its rows have.
    private struct ExampleAnswer: DocumentedAnswer {
        let items: [Example]

        let listKey: String? = "items"
        let columns = ["id", "atRisk.amount", "atRisk.currency", "note"]

        static let document = Document("example", "An example.", members)
        static let members: Members<Self> = ["items": .value(\.items)]

        func text(on page: Page) -> [String] { [] }
    }

    private let answer = ExampleAnswer(items: [
        Example(id: "X1", amount: Amount(-500, Scene.usd), note: "-5.00", more: 1),
        Example(id: "X2", amount: nil, note: nil, more: 2),
    ])

    @Test func aStreamHasAHeaderItsRowsAndAnEnd() {
        #expect(
            OutputFormat.ndjson.text(of: answer, on: Scene.page()) == """
                {"type":"header","schema":"flywheel.example/1"}
                {"type":"item","id":"X1","atRisk":{"amount":"-5.00","currency":"USD"},"note":"-5.00","more":1}
                {"type":"item","id":"X2","atRisk":{"amount":null,"currency":"USD"},"note":null,"more":2}
                {"type":"end","items":2}

                """)
    }

    @Test(arguments: [("stall", "yields"), ("assess", "workflows")])
    func aStreamHoldsAllThatTheDocumentDoes(command: String, list: String) throws {
        let desk = try Desk.rotated()
        guard case .array(let rows) = try JSON(reading: desk.run(command, "--format", "json").output)[list] else {
            Issue.record("no \(list)")
            return
        }
        let lines = desk.run(command, "--format", "ndjson").output.split(separator: "\n").dropFirst().dropLast()
        #expect(!rows.isEmpty && lines.count == rows.count)
        for (line, row) in zip(lines, rows) {
            #expect(line == "{\"type\":\"item\"," + row.line.dropFirst())
        }
        let heading = desk.run(command, "--format", "csv").output.prefix { $0 != "\r\n" }
        #expect(!heading.contains("weeks") && !heading.contains("checks"), "\(heading)")
    }

    @Test func whatIsNoListIsAHeaderAlone() {
        let lines = OutputFormat.ndjson.text(of: SchemaAnswer(document: Document.all[0]), on: Scene.page())
            .split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.last == #"{"type":"end","items":0}"#)
    }

    @Test func onlyTextsAreGuardedAgainstFormulas() {
        #expect(
            OutputFormat.csv.text(of: answer, on: Scene.page())
                == "id,atRisk.amount,atRisk.currency,note\r\nX1,-5.00,USD,'-5.00\r\nX2,,USD,\r\n")
    }

    private func selected(_ fields: String, _ format: OutputFormat) throws -> String {
        let answer = try #require(Fields(fields)).selected(of: answer)
        return format.text(of: answer, on: Scene.page())
    }

    @Test func aFieldStandsForThoseWithin() throws {
        #expect(try selected("atRisk,id", .csv) == "atRisk.amount,atRisk.currency,id\r\n-5.00,USD,X1\r\n,USD,X2\r\n")
        #expect(try selected("more, id", .tabs) == "1\tX1\n2\tX2\n")
        #expect(
            try selected("id,atRisk.amount", .json)
                == #"{"schema":"flywheel.example/1","items":[{"id":"X1","atRisk":{"amount":"-5.00"}},"#
                + #"{"id":"X2","atRisk":{"amount":null}}]}"# + "\n")
        #expect(try selected("id,more", .table) == "id  more\nX1     1\nX2     2\n")
        #expect(try selected("note", .ndjson).contains("\n{\"type\":\"item\",\"note\":\"-5.00\"}\n"))
    }

    @Test func anUnknownFieldIsNamedWithItsNearest() {
        let error = #expect(throws: Diagnostic.self) { try selected("id,atRik", .csv) }
        #expect(error?.sentence == "there is no field \"atRik\"" || error?.sentence.contains("did you mean") == true)
        #expect(error?.exit == .usage)
        #expect(Fields(" , ") == nil)
    }

    @Test func asciiCutsWithPoints() {
        #expect("abcdefgh".cut(toCells: 6, mark: "...") == "abc...")
        #expect("abcdefgh".cut(toCells: 2, mark: "...") == "")
        #expect("abc".cut(toCells: 3, mark: "...") == "abc")
    }

    @Test func fieldsAreOfCommandsThatList() throws {
        let desk = try Desk()
        #expect(desk.run("claim", "X1", "--fields", "id").exit == .usage)
        #expect(desk.run("queue", "--fields", ",").errors.contains("--fields is \",\", expected names"))
    }
}
