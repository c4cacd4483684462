import FlywheelKit
import FlywheelTestKit
import Foundation
import Testing

@Suite struct ReadmeTests {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: path, relativeTo: Self.tests), encoding: .utf8)
    }

    @Test(arguments: ["../README.md", "../../FlywheelKit/README.md"])
    func theExampleOfAPageIsTheOneThatIsTested(page: String) throws {
        let page = try text(page)
        for source in ["Example/LowStockStage.swift", "Example/LowStockStageTests.swift"] {
            #expect(page.contains("```swift\n\(try text(source))```"), "\(source)")
        }
    }

    @Test(arguments: ["../README.md", "../../FlywheelKit/README.md"])
    func aPageHasTheHeadingsOfAModule(page: String) throws {
        let headings = try text(page).split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings == ["## What it holds", "## Uses", "## Example", "## Limits"])
    }

    @Test func thePageNamesEveryCheck() throws {
        let page = try text("../README.md")
        for check in Check.allCases {
            #expect(page.contains("| `\(check.rawValue)` |"), "\(check.rawValue)")
        }
    }
}
