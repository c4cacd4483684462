import FlywheelKit
import Foundation
import Testing

@testable import WebPages

/// What workflows say of the findings in their golden files is told in every language, filled in as people read it.
@Suite struct SaidGoldenTests {
    /// The golden files of the workflows that `Package.swift` lists.
    private static func files() throws -> [URL] {
        let manifest = try String(contentsOf: Checkout.root.appending(path: "Package.swift"), encoding: .utf8)
        let list = try #require(manifest.firstMatch(of: #/let workflows = \[(?<names>[^\]]*)\]/#))
        let names = list.output.names.matches(of: #/"(\w+)"/#).map { String($0.output.1) }
        return try names.flatMap { name in
            try FileManager.default.contentsOfDirectory(
                at: Checkout.root.appending(path: "Modules/\(name)/Golden"), includingPropertiesForKeys: nil)
        }
    }

    @Test(arguments: Language.allCases.filter { $0 != .en }) func everyWordOfAGoldenFileIsTold(
        language: Language
    ) throws {
        let locale = try #require(PageLocale.allCases.first { $0.language == language })
        let files = try Self.files()
        #expect(!files.isEmpty)
        for file in files {
            let chunks = try JSONDecoder().decode([GoldenChunk].self, from: Data(contentsOf: file))
            let reader = Reader(locale: locale, zone: "Europe/Berlin", asOf: Instant(seconds: 1_795_176_000))
            let texts = Set(chunks.flatMap(\.findings).flatMap(\.texts))
            #expect(!texts.isEmpty, "\(file.lastPathComponent)")
            for text in texts.sorted() where reader.said(text).markup.contains("lang=\"en\"") {
                Issue.record("\(file.lastPathComponent), \(language): \(text)")
            }
        }
    }
}

/// One chunk of a golden file, as the conformance kit writes it.
private struct GoldenChunk: Decodable {
    struct Finding: Decodable {
        let exposure: Exposure
        let resolution: Resolution
    }

    let findings: [Finding]
}

extension GoldenChunk.Finding {
    /// What people read of it. A draft is in the language of who gets it.
    fileprivate var texts: [String] {
        let action =
            switch resolution.action {
            case .act(let remedy): remedy.title
            case .ask(let why), .dismiss(let why): why
            }
        let claimed: [String] =
            switch exposure.loss {
            case .stated(_, let source): [source]
            case .atStake(let sums, _): sums.map(\.source)
            case .unknown(let reason): [reason]
            case .nothing, .dailyShare: []
            }
        let playbook = resolution.playbook.map { [$0.title] + $0.steps } ?? []
        let suggestion =
            resolution.suggestion.map { [$0.action, $0.target].compactMap(\.self) + $0.because + $0.unknowns } ?? []
        return [action] + claimed + playbook + suggestion
    }
}
