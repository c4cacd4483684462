import Foundation
import Testing

/// Everything that `show --numbers` prints can be worked out again from what it prints.
@Suite("Shown numbers") struct ShownNumbersTests {
    @Test("Every row of the queue follows from its terms, to the cent")
    func recomputed() throws {
        let program = try ProgramTests.opened()
        let ids = try program.run("queue", "--limit", "500", "--format", "json").json["items"].items.compactMap(
            \.["id"].text)
        #expect(ids.count > 20)
        var overlapping = 0
        for id in ids {
            let show = try program.run("show", id, "--numbers", "--format", "json").json
            guard show["exposure"]["claims"].text == "dailyShare" else {
                #expect(show["terms"]["atRisk"].amount == 0)
                continue
            }
            let listing = try #require(show["terms"]["listings"].items.first)
            let cents = try #require(listing["centsShared"].number)
            let exact =
                try #require(listing["unitsPerDay"].decimal) * #require(listing["price"].amount)
                * #require(listing["days"].decimal)
            #expect(listing["amount"].amount == rounded(exact) + Decimal(cents) / 100)
            let rate = try #require(listing["conversion"]["rate"].decimal)
            #expect(show["terms"]["atRisk"].amount == rounded(try #require(listing["amount"].amount) * rate))
            overlapping += try days(show, listing) > 1 ? 1 : 0
        }
        #expect(overlapping > 1)
    }

    /// Works out the full days a row counts for, from what each row on the listing claims; says how many rows there are.
    private func days(_ show: JSON, _ listing: JSON) throws -> Int {
        let rows = show["numbers"]["rows"].items
        let claims = try rows.map { row in
            let isOwn = row["id"].text == show["id"].text
            let other = show["neighbours"].items.first { $0["id"].text == row["id"].text }
            let exposure = isOwn ? show["exposure"] : try #require(other)["exposure"]
            let lasting = isOwn ? show["terms"]["lastingProbabilities"] : try #require(other)["lastingProbabilities"]
            let expected = try expected(exposure, lasting: lasting.items.compactMap(\.number))
            #expect(isNear(expected, row["expectedShares"]))
            return expected
        }
        let overlap = ByHand.Overlap(claims, standing: claims, fixTakesDays: claims.map { _ in 0 })
        let own = try #require(rows.firstIndex { $0["id"].text == show["id"].text })
        let shown = try #require(listing["days"].decimal)
        #expect(abs(overlap.countsFor[own] - NSDecimalNumber(decimal: shown).doubleValue) < 0.0001)
        let together = claims[0].indices.map { day in 1 - claims.reduce(1) { $0 * (1 - $1[day]) } }
        #expect(isNear(together, show["numbers"]["together"]))
        return rows.count
    }

    /// p · ℓ(h) · S(h), counted from the day it begins.
    private func expected(_ exposure: JSON, lasting: [Double]) throws -> [Double] {
        let shares = exposure["dailyLossShares"].items.compactMap(\.number)
        let start = Int(exposure["startsInDays"].number ?? 0)
        let (probability, last) = (try #require(exposure["probability"].number), try #require(shares.last))
        return lasting.indices.map { day in
            guard day >= start else { return 0 }
            return probability * (day - start < shares.count ? shares[day - start] : last) * lasting[day - start]
        }
    }

    private func isNear(_ numbers: [Double], _ shown: JSON) -> Bool {
        let shown = shown.items.compactMap(\.number)
        return shown.count == numbers.count && zip(numbers, shown).allSatisfy { abs($0 - $1) < 1e-12 }
    }

    private func rounded(_ number: Decimal) -> Decimal {
        var (number, result) = (number, Decimal())
        NSDecimalRound(&result, &number, 2, .bankers)
        return result
    }
}
