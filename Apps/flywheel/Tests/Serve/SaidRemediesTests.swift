import FlywheelKit
import FlywheelRuntime
import Foundation
import Testing
import WebPages

@testable import flywheel

/// What workflows advise, and what their feeds are called, is told in every language: their sources themselves are read.
@Suite struct SaidRemediesTests {
    private static let modules = [
        "AccountHealth", "Cases/Sources/Stage", "Deliveries", "Forecasting", "Inventory", "Pricing",
        "Simulation/Sources/Workflows", "Suppressions",
    ]

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func everyStepAndTitleIsTold(locale: PageLocale) throws {
        let sentences = try Self.modules.flatMap(Self.sentences)
        #expect(sentences.count > 200)
        expectTold(sentences, in: locale)
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func feedsAreTold(locale: PageLocale) {
        let feeds = Set(workflows.map(\.manifest).flatMap(\.inputs).map(\.feed))
        expectTold(
            feeds.flatMap { [$0.title, $0.withoutIt, "\($0.title) table", "table of \($0.title)"] }.filter {
                !$0.isEmpty
            }, in: locale)
    }

    /// The literals of a module that are sentences of their own: a capital, three words or more, nothing put into them. Drafts
    /// are written to marketplaces.
    private static func sentences(of module: String) throws -> [String] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../../../Modules/\(module)")
        let files = FileManager.default.enumerator(at: folder.standardizedFileURL, includingPropertiesForKeys: nil)
        let sources = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { file in
            file.pathExtension == "swift" && !file.path.contains("/Tests/")
                && !file.lastPathComponent.hasPrefix("Draft")
        }
        return try sources.flatMap { file in
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
                .filter { !$0.drop(while: \.isWhitespace).hasPrefix("//") }
            return lines.joined(separator: "\n").matches(of: #/"([A-Z][a-z]* [^"\\\n]* [^"\\\n]*)"/#)
                .map { String($0.output.1) }
        }
    }

    private func expectTold(_ texts: [String], in locale: PageLocale) {
        let reader = Reader(locale: locale, zone: "Europe/Berlin", asOf: Scene.asOf)
        #expect(!texts.isEmpty)
        for text in Set(texts).sorted() where reader.said(text).markup.contains("lang=\"en\"") {
            Issue.record("\(locale.tag): \(text)")
        }
    }
}
