import Assessment
import FlywheelHost
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import Imports
import Testing
import WebPages

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

    @Test func everyWorkflowAndRootCauseIsExplained() throws {
        let manifests = workflows.map(\.manifest)
        #expect(Set(manifests.map(\.id) + manifests.flatMap(\.rootCauses).map(\.id)).subtracting(words) == [])
        let entries = try Glossary.entries(of: workflows)
        func meaning(_ word: String) throws -> String { try #require(entries.first { $0.word == word }).meaning }
        #expect(try meaning("undercut") == "Root cause in Pricing: A competitor went below the own price.")
        #expect(try meaning("other").contains("Pricing and Suppressions: Something else; the note says what."))
        #expect(
            try meaning("promise").contains("Root cause in Deliveries: What was promised could not be kept"),
            "beside what else the word means")
    }

    @Test(arguments: [
        ("pricing", "pricing"), ("Account health", "account-health"), ("listing quality", "listing-quality/1"),
        ("CATALOG", "catalog/1"), ("hidden from search", "search-suppressed"), ("own stock", "own-stock"),
    ])
    func whatTablesCallItIsUnderstood(asked: String, word: String) throws {
        let run = try Desk().run("explain", asked, "--format", "json")
        #expect(run.exit == .done && run.output.contains("\"word\":\"\(word)\""), "\(run.output)\(run.errors)")
    }

    /// What the articles on the flywheel and on the service of two-sided marketplaces speak of.
    private static let ofArticles = [
        "flywheel", "visibility", "prioritization", "resolution", "better data", "better decisions",
        "better performance", "revenue at risk", "ranked queue", "hero", "tier one", "tier-one", "handoff",
        "stall", "early warning", "aging", "root cause", "prevention", "threshold", "headcount", "operator",
        "staffed hours", "throughput", "stockout rate", "time to detection", "time to resolution",
        "repeat rate", "repeat issue rate", "revenue per operator", "revenue at risk cleared",
        "workflow maturity", "buyer", "seller", "case", "dispute", "escrow", "SLA", "escalation", "triage",
        "automation", "outreach", "incident", "sentiment", "cohort", "win rate", "repeat contact rate",
        "first contact resolution", "decision rights",
    ]

    @Test func theWordsThatReadersBringAreExplained() throws {
        let entries = try Glossary.entries(of: workflows)
        #expect(Self.ofArticles.filter { word in !entries.contains { $0.isCalled(word) } } == [])
        #expect(try Desk().run("explain", "revenue at risk", "--format", "table").output.hasPrefix("at-risk  "))
        let resolution = entries.filter { $0.isCalled("resolution") }.map(\.word)
        #expect(resolution == ["resolution", "resolution-phase"], "of a case, and of the wheel")
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func theWheelAndItsPhasesAreTold(locale: PageLocale) {
        let reader = Reader(locale: locale, zone: "Europe/Berlin", asOf: Scene.asOf)
        let words = Glossary.wheel + Glossary.desk.filter { ["side", "cohort"].contains($0.word) }
        for entry in words {
            #expect(!reader.said(entry.meaning).markup.contains("lang=\"en\""), "\(entry.word): \(entry.meaning)")
        }
    }

    @Test func aNameOfTwoThingsExplainsBoth() throws {
        let run = try Desk().run("explain", "orders", "--format", "table")
        #expect(run.output.hasPrefix("orders/1  The feed \"orders\""), "\(run.output)")
        let all = try Desk().run("explain", "--format", "table").output
        #expect(!all.contains("The feed") && all.contains("undercut"), "words alone")
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func workflowsAndRootCausesAreTold(locale: PageLocale) throws {
        let manifests = workflows.map(\.manifest)
        let own = Set(manifests.map(\.id) + manifests.flatMap(\.rootCauses).map(\.id))
        let reader = Reader(locale: locale, zone: "Europe/Berlin", asOf: Scene.asOf)
        for entry in try Glossary.entries(of: workflows) where own.contains(entry.word) {
            #expect(!reader.said(entry.meaning).markup.contains("lang=\"en\""), "\(entry.word): \(entry.meaning)")
        }
    }

    @Test func entriesStandOnceByTheAlphabetAndAreSentences() throws {
        let entries = try Glossary.entries(of: workflows)
        #expect(entries.map(\.word) == Set(entries.map(\.word)).sorted())
        for entry in entries {
            #expect(entry.meaning.hasSuffix(".") && entry.command.hasPrefix("flywheel "), "\(entry.word)")
        }
    }
}
