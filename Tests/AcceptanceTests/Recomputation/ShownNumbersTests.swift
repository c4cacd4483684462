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
            let kind = try #require(row["fingerprint"].text).split(separator: "/")[1]
            let claim = try claim(exposure, kind: String(kind), lasting: lasting.items.compactMap(\.number))
            #expect(isNear(zip(claim.share, claim.chance).map { $0 * $1 }, row["expectedShares"]))
            return claim
        }
        let overlap = ByHand.Overlap(claims, fixTakesDays: claims.map { _ in 0 })
        let own = try #require(rows.firstIndex { $0["id"].text == show["id"].text })
        let shown = try #require(listing["days"].decimal)
        #expect(abs(overlap.countsFor[own] - NSDecimalNumber(decimal: shown).doubleValue) < 0.0001)
        #expect(isNear(overlap.together, show["numbers"]["together"]))
        return rows.count
    }

    /// ℓ(h) and p · S(h), counted from the day it begins.
    private func claim(_ exposure: JSON, kind: String, lasting: [Double]) throws -> ByHand.Claim {
        let shares = exposure["dailyLossShares"].items.compactMap(\.number)
        let start = Int(exposure["startsInDays"].number ?? 0)
        let (probability, last) = (try #require(exposure["probability"].number), try #require(shares.last))
        return ByHand.Claim(
            kind: kind,
            share: lasting.indices.map { day in
                day < start ? 0 : day - start < shares.count ? shares[day - start] : last
            }, chance: lasting.indices.map { day in probability * (day < start ? 1 : lasting[day - start]) },
            happens: probability)
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
