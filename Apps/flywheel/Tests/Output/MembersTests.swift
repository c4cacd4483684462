import FlywheelKit
import Testing

@testable import flywheel

@Suite struct MembersTests {
    private enum Grade: String, CaseIterable { case low, high }

    /// A record with a part whose members stand among its own.
    private struct Sale: JSONRecord {
        let price: Price
        let grade: String
        let share: Double

        static let members: Members<Self> =
            ["grade": .word(of: Grade.self, \.grade)] + Price.members.of(\.price) + ["share": .share(\.share)]
    }

    private struct Price: JSONRecord {
        let minorUnits: Int64?
        let rate: Double?

        static let members: Members<Self> = [
            "amount": .amount { ($0.minorUnits, Scene.usd) }, "rate": .share(\.rate),
        ]
    }

    private struct Sales: DocumentedAnswer {
        let sales: [Sale]?
        var listKey: String? { sales == nil ? nil : "sales" }

        static let document = Document("sales", "Sales.", members)
        static let members: Members<Self> = ["day": .value { _ in "Monday" }, "sales": .value(\.sales)]

        func text(on page: Page) -> [String] { [] }
    }

    private let sale = Sale(price: Price(minorUnits: 1_250, rate: 1 / 3), grade: "high", share: 0.123_46)

    @Test func membersOfAPartStandAmongThoseOfTheWhole() {
        #expect(sale.json.line == #"{"grade":"high","amount":"12.50","rate":0.3333,"share":0.1235}"#)
        #expect(Sale.columns == ["grade", "amount", "rate", "share"])
        #expect(
            Sale.shape == [
                "grade": .word(["low", "high"]), "amount": .maybe(.decimal), "rate": .maybe(.number), "share": .number,
            ])
    }

    @Test func whatIsNotKnownIsNull() {
        #expect(Price(minorUnits: nil, rate: nil).json.line == #"{"amount":null,"rate":null}"#)
    }

    @Test func rowsAreWhatStandsInTheList() {
        let answer = Sales(sales: [sale, sale])
        #expect(answer.rows == [sale.json, sale.json])
        #expect(answer.columns == Sale.columns)
        #expect(answer.json.line.hasPrefix(#"{"schema":"flywheel.sales/1","day":"Monday","sales":[{"grade""#))
    }

    @Test func withoutAListTheAnswerIsOneRow() {
        let answer = Sales(sales: nil)
        #expect(answer.rows == [["day": "Monday", "sales": nil]])
        #expect(answer.columns == ["day"])
    }
}
