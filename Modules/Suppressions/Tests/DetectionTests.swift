import FlywheelKit
import FlywheelTestKit
import Statistics
import Testing

@testable import Suppressions

@Suite struct DetectionTests {
    @Test func findsNothingWhereNothingIsKnown() {
        #expect(detect(ChunkBuilder(listings: listings, asOf: asOf).build()).findings.isEmpty)
        #expect(findings(Line(), Line(status: "  ", code: "90220")).isEmpty)
        #expect(detect(ChunkBuilder(listings: [], asOf: asOf).build()).availability.isEmpty)
    }

    @Test func beginsWithTheDayOfTheStatus() throws {
        let past = findings(Line(status: "Suppressed", since: today.advanced(by: -2)))
        #expect(try #require(past.first).onset?.description == "2026-11-18T00:00:00Z")
        let notYet = findings(Line(status: "Suppressed", since: today.advanced(by: 1)))
        #expect(try #require(notYet.first).onset == nil)
    }

    @Test func beginsWithTheDayOfTheStatusWhereTheMarketplaceIs() throws {
        let day = today.advanced(by: -2)
        let line = Line(status: "Search Suppressed", since: day)
        func began(hoursAfterUTC hours: Double) throws -> (onset: Instant?, since: Day?) {
            let chunk = report([line]) { midnightUTC($0).advanced(byDays: hours / 24) }.build()
            let found = detect(chunk)
            return (try #require(found.findings.first).onset, try #require(found.availability.first)?.since)
        }
        let losAngeles = try began(hoursAfterUTC: 8)
        #expect(losAngeles.onset == Instant("2026-11-18T08:00:00Z") && losAngeles.since == day)
        let berlin = try began(hoursAfterUTC: -1)
        #expect(berlin.onset == Instant("2026-11-17T23:00:00Z") && berlin.since == day)
    }

    @Test func publishesWhatAllIssuesOfAListingBlockTogether() throws {
        let lines = [
            Line(status: "Search Suppressed", code: "1", since: today.advanced(by: -4)),
            Line(status: "Search Suppressed", code: "2", since: today.advanced(by: -9)),
            Line(status: "Search Suppressed", code: "2", since: today.advanced(by: -1)),
            Line(status: "Quality Alert", code: "3", since: today.advanced(by: -30)),
        ]
        let published = try #require(detect(report(lines).build()).availability.first ?? nil)
        #expect(abs(published.blockedShare - 0.75) < 1e-12, "it is hidden once")
        #expect(published.since == today.advanced(by: -9))
    }

    @Test func publishesTodayWhereNobodySaysSinceWhen() {
        let published = detect(report([Line(status: "Removed")]).build()).availability[0]
        #expect(published?.since == today)
        #expect(published?.blockedShare == 1)
    }

    @Test func findsTheSameHoweverTheCatalogueIsCut() {
        let chunk = report(everything, listings: listings).build()
        let whole = detect(chunk)
        #expect(whole.findings.count == 6)
        for size in 1...listings.count {
            let parts = stride(from: 0, to: chunk.count, by: size).map { start in
                (start, detect(chunk.rows(start..<min(start + size, chunk.count))))
            }
            let joined = parts.flatMap { start, part in
                part.findings.map { "\($0.row + start) \($0.kind.id) \($0.discriminator) \($0.evidence)" }
            }
            #expect(joined == whole.findings.map { "\($0.row) \($0.kind.id) \($0.discriminator) \($0.evidence)" })
            #expect(
                parts.flatMap { $0.1.availability.map { $0?.blockedShare } }
                    == whole.availability.map { $0?.blockedShare })
        }
    }

    @Test func showsThePriceOnlyWhereThePriceIsTheIssue() throws {
        let price = Money(minorUnits: 3_100, "USD")
        func evidence(_ line: Line) throws -> SuppressionEvidence {
            var builder = report([line])
            builder.set(Catalog.price, [price])
            builder.set(Catalog.status, ["Inactive"])
            return try #require(detect(builder.build()).findings.first).evidence
        }
        #expect(try evidence(Line(status: "Suppressed", reason: "INVALID_PRICE")).price == price)
        #expect(try evidence(Line(status: "Suppressed", reason: "INVALID_IMAGE")).price == nil)
        #expect(try evidence(Line(status: "Suppressed")).listing.status == "Inactive")
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func holdsItsPromisesOnAnyReport(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let lines = (0..<60).map { _ in Line.random(using: &random) }
        let found = detect(report(lines, listings: listings).build())
        #expect(Set(names(found.findings)).count == found.findings.count, "fingerprints are unique")
        #expect(found.availability.count == listings.count)
        let reported = lines.filter { $0.status?.content != nil && listings.contains($0.sku) }.count
        #expect(found.findings.reduce(0) { $0 + $1.evidence.rows } == reported, "no row is lost or counted twice")
        #expect(detect(report(lines.shuffled(using: &random), listings: listings).build()).findings == found.findings)
        for finding in found.findings {
            let exposure = stage.exposure(of: finding.evidence)
            #expect(SuppressionsStage.manifest.kinds.contains(finding.kind))
            #expect(exposure.isActive(at: asOf) == (finding.evidence.pendingExemption == nil))
            #expect(exposure.startsInDays(from: asOf) == 0 || exposure.probability < 1)
            #expect(exposure.begins.map { $0 > asOf } ?? true)
            #expect(!(stage.resolve(finding.evidence).playbook?.steps.isEmpty ?? true))
        }
    }
}

extension Line {
    fileprivate static func random(using random: inout SplitMix64) -> Line {
        let statuses = ["Removed", "LISTING_SUPPRESSED", "Suppressed", "Quality Alert", "Zurückgehalten", " "]
        return Line(
            sku: (listings + ["unlisted"]).randomElement(using: &random) ?? "",
            status: (statuses + [nil]).randomElement(using: &random) ?? nil,
            reason: ["Missing info", "INVALID_IMAGE", "Bild", nil].randomElement(using: &random) ?? nil,
            issue: ["[brand] is required", "[brand] fehlt", "Bitte prüfen", nil].randomElement(using: &random) ?? nil,
            code: ["90220", "brand", nil, nil].randomElement(using: &random) ?? nil,
            since: Bool.random(using: &random)
                ? today.advanced(by: Int.random(in: -50...2, using: &random)) : nil,
            exemptUntil: Int.random(in: 0...3, using: &random) == 0
                ? asOf.advanced(byDays: Double.random(in: -9...9, using: &random)) : nil)
    }
}
