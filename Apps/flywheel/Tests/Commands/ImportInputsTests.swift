import Testing

@testable import flywheel

/// Files with headings of their own, and inputs that are not there.
@Suite struct ImportInputsTests {
    @Test func aMappingReadsForeignHeadings() throws {
        let desk = try Desk()
        let mapping = try desk.write(
            "kind: stock\nmarketplace: DE\ncolumns: {Artikel: sku, Menge: fulfillable}\n", to: "shop.yaml")
        let file = try desk.write("Artikel;Menge\nKN-12;4\nKN-13;0\n", to: "lager.csv")
        let outcome = desk.run("import", file, "--mapping", mapping, "--format", "table")
        #expect(outcome.exit == .done)
        #expect(outcome.output.contains("stock table, DE"))
        #expect(outcome.output.contains("2 rows kept"))
    }

    /// A later file with the contents of an earlier one takes back what the file between them said, where somebody says when.
    @Test func aFileOfOrdersMayReturnToWhatItSaidBefore() throws {
        let desk = try Desk()
        func said(_ expected: String, _ day: String) throws -> String {
            let file = try desk.write(
                "po,sku,ordered,expected,units\nP1,A,2026-11-01,\(expected),400\n", to: "orders.csv")
            return desk.run(
                "import", file, "--account", "nw", "--marketplace", "US", "--at", "\(day)T08:00:00Z", "--format",
                "table"
            ).output
        }
        #expect(try said("2026-11-25", "2026-11-17").contains("1 row kept"))
        #expect(try said("2026-12-15", "2026-11-18").contains("1 row kept"))
        #expect(try said("2026-11-25", "2026-11-19").contains("1 row kept"))
        #expect(try said("2026-11-25", "2026-11-19").contains("same contents as I3"))
    }

    @Test func whatHappenedIsToldOnce() throws {
        let desk = try Desk()
        let file = try desk.write("day,sku,units\n2026-11-01,A,3\n", to: "sales.csv")
        func imported(_ day: String) -> String {
            desk.run(
                "import", file, "--account", "nw", "--marketplace", "US", "--at", "\(day)T08:00:00Z", "--format",
                "table"
            ).output
        }
        #expect(imported("2026-11-17").contains("1 row kept"))
        #expect(imported("2026-11-19").contains("same contents as I1"))
    }

    @Test func whatWasMisreadIsTakenBackAndReadAsItIsMeant() throws {
        let desk = try Desk()
        let file = try desk.write("day,sku,units\n01/09/2026,KN-12,10\n02/09/2026,KN-12,12\n", to: "sales-US.csv")
        func stated(_ dates: String...) -> String {
            desk.run(["import", file, "--account", "acme"] + dates + ["--format", "table"]).output
        }
        #expect(stated().contains("Doubtful    sales-US.csv: no row tells whether the month comes first"))
        #expect(stated("--dates", "day-first").contains("same contents as I1"))
        #expect(desk.run("imports", "discard", "I1", "--yes").exit == .done)
        let again = stated("--dates", "day-first")
        #expect(again.contains("2 rows kept") && !again.contains("Doubtful"))
        #expect(desk.run("import", file, "--dates", "backwards").exit == .usage)
    }

    @Test func aRateThatMayBeThousandsIsDoubted() throws {
        let desk = try Desk()
        let file = try desk.write("day,base,quote,rate\n2026-11-20,EUR,JPY,162.345\n", to: "rates.csv")
        let said = desk.run("import", file, "--format", "table").output
        #expect(said.contains("Doubtful    rates.csv: no row tells decimals from thousands in \"rate\""))
    }

    @Test func nobodyIsToldToStateWhatTheyStated() throws {
        let desk = try Desk()
        func said(_ price: String, _ stated: String...) throws -> String {
            let file = try desk.write("sku;title;price\nA;Pot;\(price)\n", to: "listings-de.csv")
            return desk.run(["import", file] + stated + ["--format", "table"]).output
        }
        #expect(try said("12,5,0").contains("flywheel import --decimal comma FILES"))
        #expect(try !said("12,5,1", "--decimal", "comma").contains("--decimal comma FILES"))
    }

    @Test func aFileOfMessagesIsNotTakenBack() throws {
        let desk = try Desk()
        let file = try desk.write("ticket id,subject,status\n7,Where is it,Open\n", to: "tickets.csv")
        #expect(desk.run("import", file, "--account", "acme").exit == .done)
        let refused = desk.run("imports", "discard", "I1", "--yes")
        #expect(refused.exit == .refused && refused.errors.contains("brought cases"))
    }

    @Test func aMappingThatMeansNothingIsNamedWithFileAndLine() throws {
        let desk = try Desk()
        let mapping = try desk.write("kind: stock\ncolumns:\n  Menge: fulfilable\n", to: "shop.yaml")
        let outcome = desk.run("import", "none.csv", "--mapping", mapping)
        #expect(outcome.exit == .failed)
        #expect(outcome.errors.contains("\(mapping):3"))
        #expect(outcome.errors.contains("columns.Menge is \"fulfilable\", expected \"fulfillable\""))
    }

    @Test func aMappingAndAKindContradictEachOther() throws {
        #expect(try Desk().run("import", "a.csv", "--mapping", "m.yaml", "--kind", "stock").exit == .usage)
    }

    @Test func inputsThatAreNotThereAreNamedWithWhatIsAssumed() throws {
        let desk = try Desk()
        let file = try desk.write("sku,title,price\nKN-12,Knife,5.00\n", to: "listings-us.csv")
        #expect(desk.run("import", file).exit == .done)
        let imports = desk.run("imports", "--format", "table").output
        #expect(imports.contains("Not there  stock: Inventory opens nothing"))
        #expect(imports.contains("Not there  orders: units sold are those of daily sales, else unknown"))
        #expect(!imports.contains("Not there  listings"))
        let doctor = desk.run("doctor", "--format", "tabs").output
        #expect(doctor.contains("stock\tlook\tnot there: Inventory opens nothing"))
        #expect(doctor.contains("availability\tok\tnot there: "))
    }
}
