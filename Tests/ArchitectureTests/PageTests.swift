import Testing

@Suite struct PageTests {
    private static let module = ["What it holds", "Uses", "Example", "Limits"]
    private static let workflow = ["Finds", "Reads and publishes", "Knobs", "Example", "Limits"]

    @Test(arguments: Checkout.folders(in: "Modules")) func everyModuleHasAPageWithItsHeadings(name: String) throws {
        let path = "Modules/\(name)/README.md"
        let text = try #require(Checkout.text(of: path), "\(path) is missing")
        let expected = Floors.house.rows[name] == nil ? Self.workflow : Self.module
        #expect(Page(text).faults(expecting: expected).map { "\(path): \($0)" } == [])
    }

    @Test func everyDecisionIsANumberedPageWithItsHeadings() {
        let decisions = Checkout.files(
            below: ["Modules/FlywheelKit/Sources/FlywheelKit.docc/Decisions"], endingIn: ["md"])
        #expect(!decisions.isEmpty)
        for (number, decision) in zip(1..., decisions) {
            let name = decision.path.split(separator: "/").last ?? ""
            #expect(Int(name.prefix(4)) == number, "\(decision.path) is not number \(number)")
            #expect(decision.text.hasPrefix("# \(number). "), "\(decision.path)")
            #expect(
                Page(decision.text).headings
                    == ["Question", "Decision", "Because", "Instead of", "Consequences"], "\(decision.path)")
            #expect(decision.lines.count <= 41, "\(decision.path) is longer than a page of 40 lines")
        }
    }

    private static let complete =
        "# A\n\nWords.\n\n## What it holds\n\n## Uses\n\n## Example\n```\n## a comment\n```\n## Limits\n"

    @Test func aCompletePagePasses() {
        #expect(Page(Self.complete).faults(expecting: Self.module).isEmpty)
    }

    @Test(
        arguments: [
            ("# A", "A"), ("Words.", ""), ("## Uses", "## Use"), ("## Uses", "## Limits"), ("## Limits", "### Limits"),
            ("```", ""),
        ])
    func aPageThatLacksSomethingIsFound(line: String, instead: String) {
        let page = Self.complete.replacing("\(line)\n", with: "\(instead)\n")
        #expect(Page(page).faults(expecting: Self.module).count == 1)
    }
}
