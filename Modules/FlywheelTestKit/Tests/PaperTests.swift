import FlywheelKit
import FlywheelTestKit
import Foundation
import Testing

/// Golden files and READMEs: checks that read files, on files of a folder made for each test.
@Suite final class PaperTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "papers-\(UUID().uuidString)")
    private var golden: String { folder.appending(path: "cases/low.json").path }
    private var readme: String { folder.appending(path: "README.md").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func violations(golden: String? = nil, readme: String? = nil, isRecording: Bool = false) -> [Violation] {
        var conformance = StageConformance(
            FaultlessByKnob.self, fixture: [Fixtures.stock], golden: golden, readme: readme)
        conformance.isRecording = isRecording
        return conformance.violations()
    }

    @Test func aMissingGoldenFileFailsWithTheWayToRecordIt() throws {
        let violation = try #require(violations(golden: golden).first)
        #expect(violation.check == .golden)
        #expect(violation.message.contains("RECORD=1"))
    }

    @Test func recordingFailsOnceAndPassesAfter() {
        let recording = violations(golden: golden, isRecording: true)
        #expect(recording.map(\.check) == [.golden])
        #expect(recording[0].message.hasPrefix("recorded "))
        #expect(violations(golden: golden).isEmpty)
    }

    @Test func aStaleGoldenFileIsReportedWithItsFirstDifference() throws {
        _ = violations(golden: golden, isRecording: true)
        let recorded = try String(contentsOfFile: golden, encoding: .utf8)
        try recorded.replacing("\"units\" : 3", with: "\"units\" : 7").write(
            toFile: golden, atomically: true, encoding: .utf8)
        let stale = violations(golden: golden)
        #expect(stale.map(\.check) == [.golden])
        let message = stale[0].message
        #expect(message.contains("1 of 5 findings differ, first low of SKU-3, other than it was; line "), "\(message)")
        #expect(message.contains("expected `\"units\" : 7`, got `\"units\" : 3`"))
        let found = try #require(message.firstMatch(of: #/Compare: diff \S+ (\S+)\. /#)).1
        #expect(try String(contentsOfFile: String(found), encoding: .utf8) == recorded)
    }

    private static let page = """
        # Low stock

        Listings that run out.

        ## Finds
        Rows.

        ## Reads and publishes
        Stock.

        ## Knobs

        ```json
        {
          "patience" : 3,
          "units" : 5
        }
        ```

        ## Example

        ```
        ## not a heading
        ```

        ## Limits
        Many.
        """

    @Test func aCompleteReadmePasses() throws {
        try Self.page.write(toFile: readme, atomically: true, encoding: .utf8)
        #expect(violations(readme: readme).isEmpty)
    }

    @Test(
        arguments: [
            ("\"units\" : 5", "\"units\" : 6", "json block under Knobs"),
            ("```json", "```", "json block under Knobs"),
            ("## Limits", "## Limitations", "has the headings"),
            ("## Finds\nRows.\n\n", "", "has the headings"),
            ("Many.", "", "says nothing under \"Limits\""),
            ("# Low stock\n\n", "", "does not begin with a title"),
            ("Listings that run out.\n\n", "", "does not begin with a title"),
        ])
    func aReadmeThatDriftsIsReported(text: String, drifted: String, message: String) throws {
        try Self.page.replacing(text, with: drifted).write(toFile: readme, atomically: true, encoding: .utf8)
        let violations = violations(readme: readme)
        #expect(violations.map(\.check) == [.readme])
        #expect(violations.contains { $0.message.contains(message) }, "\(violations)")
    }

    @Test func aMissingReadmeIsReported() {
        #expect(violations(readme: readme).map(\.check) == [.readme])
    }
}
