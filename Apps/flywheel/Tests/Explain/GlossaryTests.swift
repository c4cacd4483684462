import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Imports
import Testing

@testable import flywheel

@Suite struct GlossaryTests {
    private let words = (try? Glossary.entries(of: workflows).map(\.word)).map(Set.init) ?? []

    /// The codes in the program's own sources: what a person may see and look up.
    private func codes() throws -> Set<String> {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources")
        let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
        var codes: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            let text = try String(contentsOf: file, encoding: .utf8)
            for match in text.matches(of: #/(?:Diagnostic|self\.init)\(\s*"([a-z-]+)"/#) {
                codes.insert(String(match.1))
            }
        }
        return codes
    }

    @Test func everyErrorIsExplained() throws {
        let codes = try codes()
        #expect(codes.count > 25)
        #expect(codes.subtracting(words) == [])
    }

    @Test func everyReasonForLeavingFilesAndRowsIsExplained() {
        #expect(Set(RejectedRow.Code.allCases.map(\.rawValue)).subtracting(words) == [])
        let left: Set = [
            "unreadable", "empty", "unrecognized", "ambiguous", "unknown-kind", "other-kind", "not-read",
            "empty-folder",
        ]
        #expect(left.subtracting(words) == [])
    }

    @Test func everyStateAndLaneIsExplained() {
        let states = ExceptionRecord.State.allCases.map(\.words) + QueueRow.Lane.allCases.map(\.name)
        #expect(Set(states.map { $0.replacing(" ", with: "-") }).subtracting(words) == [])
        let changes = ChangeRecord.State.allCases.map { $0.words.replacing(" ", with: "-") }
        #expect(Set(changes + ["change", "test-mode"]).subtracting(words) == [])
        #expect(
            Set(["staging", "kept", "quarantined", "discarded", "fresh", "stale", "missing"]).subtracting(words) == [])
    }

    @Test func everyMetricIsExplainedByItsDefinition() throws {
        let entries = try Glossary.entries(of: workflows)
        for metric in Metric.allCases {
            let entry = entries.first { $0.word == metric.rawValue }
            #expect(entry?.meaning.contains(metric.definition.formula) == true, "\(metric)")
        }
    }

    @Test func everyFeedAndKindIsExplained() throws {
        let manifests = workflows.map(\.manifest)
        #expect(Set(manifests.flatMap(\.kinds).map(\.id)).subtracting(words) == [])
        #expect(words.isSuperset(of: ["catalog/1", "orders/1", "stock/1", "rates/1"]))
    }

    @Test func entriesStandOnceByTheAlphabetAndAreSentences() throws {
        let entries = try Glossary.entries(of: workflows)
        #expect(entries.map(\.word) == Set(entries.map(\.word)).sorted())
        for entry in entries {
            #expect(entry.meaning.hasSuffix(".") && entry.command.hasPrefix("flywheel "), "\(entry.word)")
        }
    }
}
