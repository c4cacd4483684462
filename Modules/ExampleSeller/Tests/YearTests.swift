import Crypto
import ExampleSeller
import FlywheelKit
import Foundation
import Testing

/// The year that people see first, byte by byte and in its shape.
@Suite struct YearTests {
    private static let seller = Example.year

    /// The digests are in the form that `sha256sum --check` reads in the folder of the files. `RECORD=1` writes them anew.
    @Test func theFilesHaveTheSameBytesEverywhere() throws {
        let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Golden/year.sha256").standardizedFileURL
        var lines: [String] = []
        var size = 0
        Self.seller.forEachFile { file in
            size += file.bytes.count
            let digest = SHA256.hash(data: file.bytes).map { byte in
                let text = String(byte, radix: 16)
                return text.count == 1 ? "0" + text : text
            }
            lines.append("\(digest.joined())  \(file.path)")
        }
        #expect(size < 60_000_000)
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try FileManager.default.createDirectory(
                at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: golden)
        }
        let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self).split(separator: "\n")
        #expect(lines.count == expected.count)
        for (line, known) in zip(lines, expected) { #expect(line == known) }
    }

    @Test func itHasThirtyThreeHundredListingsOnTwoMarketplaces() {
        let truth = Self.seller.truth
        #expect(
            Dictionary(grouping: truth, by: \.price.currency.code).mapValues(\.count) == ["USD": 2_400, "EUR": 900])
        #expect(Set(truth.map { [$0.marketplace, $0.sku] }).count == 3_300)
        #expect(Set(truth.map { [$0.marketplace, $0.product] }).count == 2_280 + 855)
    }

    @Test func exportsAreOfTwelveMondaysAndTheLastDay() {
        #expect(Self.seller.exportDays.map(\.description).prefix(2) == ["2026-08-31", "2026-09-07"])
        #expect(Self.seller.exportDays.map(\.description).suffix(2) == ["2026-11-16", "2026-11-20"])
        #expect(Self.seller.exportDays.count == 13)
    }

    @Test func onePolicyTakesDownSixtyListingsOneMorningAndTwoThirdsComeBack() throws {
        let struck = Self.seller.truth.flatMap(\.troubles).filter { $0.attribute == "minimum_age_verification" }
        #expect(struck.count == 60)
        #expect(Set(struck.map(\.from)) == [try #require(Day("2026-10-26"))])
        #expect(struck.filter { $0.until == Day("2026-11-08") }.count == 40)
        #expect(struck.filter { $0.until == nil }.count == 20)
    }

    @Test func thereIsSomethingOfEveryKindOnTheLastMorning() {
        let open = Self.seller.truth.flatMap { $0.troubles(on: Self.seller.asOf) }
        for kind in [Trouble.Kind.hidden, .removed, .soldOut, .offerLost] {
            #expect(open.contains { $0.kind == kind }, "\(kind)")
        }
        #expect(Self.seller.truth.flatMap(\.troubles).contains { $0.kind == .priceError })
        #expect(Self.seller.truth.contains { $0.closed != nil })
        #expect(Self.seller.truth.contains { $0.listed > Self.seller.exportDays[0] }, "nothing new in these weeks")
    }
}
