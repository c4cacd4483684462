import CaseDesk
import Cases
import Commitments
import FlywheelKit
import FlywheelRuntime
import FlywheelStore
import Foundation
import People
import Settings
import Testing
import WebPages

@testable import flywheel

/// What workflows advise, and what their feeds are called, is told in every language: their sources themselves are read, for
/// golden files (`SaidGoldenTests` of `WebPages`) show what an example comes to.
@Suite struct SaidRemediesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../..")
        .standardizedFileURL

    /// Where the workflows say what they say: those that the program installs, and those of a simulation.
    private static var folders: [URL] {
        get throws {
            let list = try String(
                contentsOf: root.appending(path: "Apps/flywheel/Sources/Workflows.swift"), encoding: .utf8)
            let installed = list.matches(of: #/InstalledStage\((\w+)Stage\.self\)/#).map { match in
                let sources = root.appending(path: "Modules/\(match.output.1)/Sources")
                // What else a module of several parts says is said elsewhere.
                let stage = sources.appending(path: "Stage")
                return FileManager.default.fileExists(atPath: stage.path) ? stage : sources
            }
            return installed + [root.appending(path: "Modules/Simulation/Sources/Workflows")]
        }
    }

    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func everyStepAndTitleIsTold(locale: PageLocale) throws {
        let folders = try Self.folders
        #expect(folders.count > workflows.count)
        let sentences = try folders.flatMap(Self.sentences)
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

    @Test func whatNobodyWaitsForSaysWhatGoesOnWithoutIt() {
        let inputs = workflows.map(\.manifest).flatMap(\.inputs)
        let deciding = Set(inputs.filter(\.decides).map(\.feed.key))
        let silent = inputs.map(\.feed).filter { !deciding.contains($0.key) && $0.withoutIt.isEmpty }
        #expect(silent.map(\.title) == [])
    }

    /// What is put together: figures, ids, and sentences within sentences.
    @Test(arguments: [PageLocale.deDE, .esES, .jaJP]) func refusalsAreTold(locale: PageLocale) {
        let errors: [any Error] = [
            WorkError.unknown(ExceptionID(9)), WorkError.notOpen(ExceptionID(9), .notFixed),
            WorkError.noPlaybook(ExceptionID(9)), WorkError.nothingToUndo(nil, "mia"), WorkError.noRotation,
            CaseWorkError.unknown(CaseID(2)), CaseWorkError.isOver(CaseID(2), .waitingOnOther),
            CaseWorkError.notAble(CaseID(2), "ben", [.offShift, .full(cap: 3)]),
            CaseWorkError.dispute(CaseID(2), .move(.alreadyOpen(.response))),
            CaseWorkError.dispute(CaseID(2), .decision(.refused(.unknownAmount))),
            PeopleError.standsAlready, PeopleError.refused("mia is kept out already"),
            StoreError.refused("somebody is called mia already"), StoreError.unknown("import I7"),
            ConfigurationError.unknownKey("curency", at: FilePlace(3, 1), nearest: "currency"),
            ConfigurationError.value(key: "currency", found: "EURO", expected: "three letters such as USD"),
            WorkError.claimedBy(ExceptionID(9), "ben", at: Scene.asOf.advanced(byDays: -1)),
            CaseWorkError.ownedBy(CaseID(2), "ben", at: Scene.asOf),
            CaseWorkError.changedMeanwhile(CaseID(2), by: "ben", at: Scene.asOf),
            CommitmentError.began(Scene.asOf, now: Scene.asOf), CommitmentError.nextUpdate(Scene.asOf, now: Scene.asOf),
            RotationError.overtaken(by: RotationID(9)),
        ]
        let clock = WallClock(now: Scene.asOf, zone: Scene.losAngeles, isExact: true)
        expectTold(
            errors.map { error in
                let diagnostic = Diagnostic(error, clock: clock)
                return ([diagnostic.sentence] + diagnostic.notes).joined(separator: "; ")
            } + [
                "predicted:40@R12 goes on in the queue of R12, and R13 has made another",
                "there is no account \"nrth\", expected north, south; did you mean \"north\"?",
                "nothing is known of a marketplace \"JP\", expected DE, US",
                "nothing is known of north on JP, expected DE, US",
                "found \"12,50\", expected the end of the number at byte 3",
                "found nothing, expected units; nothing was changed",
                "line 3, byte 12: expected a comma or ], found \"x\"",
                "line 1, byte 1: expected a value, found byte 239",
                "line 2, byte 9: the text that begins here has no end: fetch the file again",
                "expected Amazon listings, which needs \"sku\"; the file looks like Amazon orders",
                "this is not YAML as expected: line 2, column 5: mapping values are not allowed in this context",
                "this is not YAML as expected: line 1, column 1: \"a\" stands there twice",
                "412 rows, the last one (I24) had 2,871: 86% fewer",
                "expected text in rows, found a PDF document: download the report as CSV or tab-separated text",
                "found no kind of file with the headings \"a\", \"b\"; the nearest is Amazon listings, which also needs \"sku\"",
                "Order 24 units (4 cases of 6) for USD 392.40 now: the last day was 2026-11-07",
                "Order 75 units, once for all of DE, FR and IT, on 2026-11-20 at the latest",
                "233 units at hand or on their way, enough for 21 days at the service level (one stock of DE and FR; 44 % of "
                    + "what is asked of it is asked here)",
                "no unit is left, since nothing sold on any known day (one stock of DE and FR)",
                "what is sold of the stock on IT: it is taken to be as much as elsewhere",
                "22 d left, 21% to run out, 13 needed, one stock of DE+FR+IT",
                "burst of 25: brand@2026-11-01",
                "cost in USD, price in GBP: no USD to GBP rate", "the EUR to USD rate of 2026-02-01 is too old",
                "minimum advertised price of USD 13.01 is GBP 10.41 at 0.80123456 on 2026-11-19, ecb and boe",
                "fees of JPY 1301 is GBP 10.41 at 0.80 on 2026-11-19",
                "Supply brand, color and size in the listing's template and resubmit it",
            ], in: locale)
    }

    /// The literals of a folder that are sentences of their own: a capital, three words or more, nothing put into them. Drafts
    /// are written to marketplaces.
    private static func sentences(of folder: URL) throws -> [String] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        let sources = (files?.allObjects ?? []).compactMap { $0 as? URL }.filter { file in
            file.pathExtension == "swift" && !file.lastPathComponent.hasPrefix("Draft")
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
