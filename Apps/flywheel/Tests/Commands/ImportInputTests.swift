import FlywheelKit
import Foundation
import Testing

@testable import flywheel

/// What `import` and `imports` make of flags and of standard input.
@Suite struct ImportInputTests {
    private let listings = ["seller-sku\tprice\tquantity", "A\t12,50x\t1", "B\t3.00\t2"]

    @Test func standardInputIsAFile() throws {
        let desk = try Desk()
        let run = desk.run("import", "-", "--marketplace", "US", "--format", "json", input: listings)
        #expect(run.exit == .waits, "\(run.errors)")
        let file = try #require(try JSON(reading: run.output)["files"]).line
        #expect(file.contains(#"[{"file":"-","result":"kept","id":"I1""#), "\(file)")
        #expect(file.contains(#""account":"default""#), "the place it is kept at says nothing of whose it is")
        #expect(desk.run("import", "-", "--marketplace", "US", input: listings).output.contains("\tsame\t"))
        #expect(desk.run("import", "-", "--kind", "nothing", input: listings).exit == .usage)
        #expect(desk.run("import", "-").output.contains("found no rows"), "an empty input")
    }

    @Test func aRejectedCellIsShownWithAMarkUnderIt() throws {
        let desk = try Desk()
        #expect(desk.run("import", "-", "--marketplace", "US", input: listings).exit == .waits)
        let text = desk.run("imports", "rejects", "I1", "--format", "table").output
        #expect(
            text.hasSuffix(
                """
                  --> standard-input:2:8  column "price"
                  |
                2 | 12,50x
                  | ^^^^^^
                Next: flywheel imports

                """), "\(text)")
        #expect(text.hasPrefix("amount-format: found \"12,50x\""))
        #expect(desk.run("imports", "rejects", "I1", "--format", "json").output.contains(#""excerpt":"12,50x"}"#))
    }

    @Test func afterThreeOfAKindALineSaysEnough() throws {
        let desk = try Desk()
        let rows = (1...9).map { "S\($0)\tx\($0)\t1" } + (10...30).map { "S\($0)\t1.00\t1" }
        _ = desk.run("import", "-", "--marketplace", "US", input: ["seller-sku\tprice\tquantity"] + rows)
        let text = desk.run("imports", "rejects", "I1", "--format", "table").output
        #expect(text.split(separator: "\n").count { $0.contains("^^") } == 3)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("standard-input:") } == 6)
    }

    @Test func aMarketplaceThatNobodyKnowsIsSaid() throws {
        let desk = try Desk()
        let odd = desk.run("import", "-", "--marketplace", "USA", input: listings)
        #expect(odd.errors.contains("warning: \"USA\" is no marketplace that is known"))
        #expect(odd.errors.contains("did you mean \"US\"?"))
        #expect(!desk.run("import", "-", "--marketplace", "amazon.de", input: listings).errors.contains("warning"))
        #expect(desk.run("import", "-", "--marketplace", "own-shop", "-q", input: listings).errors.isEmpty)
    }

    @Test(arguments: [("USX", "; did you mean \"USD\"?"), ("dollar", ""), ("QQQ", "")])
    func aCurrencyOfNobodyIsRefused(_ code: String, _ nearest: String) throws {
        let run = try Desk().run("import", "x.txt", "--currency", code)
        #expect(run.exit == .usage)
        #expect(run.errors.contains("--currency is \"\(code)\", expected a code of ISO 4217 such as USD\(nearest)\n"))
        #expect(try !Desk().run("import", "x.txt", "--currency", "kwd").errors.contains("--currency"))
    }

    @Test func theLimitHoldsInEveryFormat() throws {
        let desk = try Desk()
        for sku in ["A", "B", "C"] {
            _ = desk.run(
                "import", "-", "--marketplace", "US", input: ["seller-sku\tprice\tquantity", "\(sku)\t1.00\t1"])
        }
        #expect(desk.run("imports", "-n", "2").output.split(separator: "\n").map { $0.prefix(2) } == ["I3", "I2"])
        #expect(desk.run("imports", "-n", "2").errors == "more rows: flywheel imports --limit 3\n")
        #expect(desk.run("imports", "-n", "1", "--format", "csv").output.split(separator: "\r\n").count == 2)
        #expect(desk.run("imports", "-n", "1", "--format", "ndjson").output.hasSuffix("\"items\":1}\n"))
        let json = try JSON(reading: desk.run("imports", "-n", "2", "--format", "json").output)
        #expect(json["matching"] == ["value": 3, "relation": "exact"] && json["nextCursor"] == "I2")
        guard case .array(let items) = json["imports"] else { return #expect(Bool(false)) }
        #expect(items.count == 2)
    }
}
