import FlywheelKit
import FlywheelStore
import Testing

/// Lists that are read in parts.
extension Bench {
    func listsAreReadInParts() throws {
        var turn = try begin()
        let fingerprints = (0..<9).map { index in
            Fingerprint(
                workflow: index % 2 == 0 ? "suppressions" : "pricing", kind: "hidden",
                subject: Subject(
                    .listing, account: index % 3 == 0 ? "west" : "north", marketplace: "ATVPDKIKX0DER",
                    code: "K\(index)"),
                discriminator: "")
        }
        let ids = try stage(fingerprints, in: &turn)
        try store.publish(turn)
        try change(ids[1], to: .withdrawn, .undone)
        var ending = try begin()
        let ended = [ids[2], ids[3], ids[8]]
        for id in ended { ending.change(try exception(id), to: .cleared, .cleared) }
        ending.outcomes = try ended.map { id in
            var outcome = outcome(of: id)
            outcome.fingerprint = try exception(id).fingerprint
            return outcome
        }
        try store.publish(ending)
        // What a rotation has not published is in no list.
        var staged = try begin()
        _ = try stage([fingerprint("K9")], in: &staged)

        let unfinished = ids.filter { !ended.contains($0) && $0 != ids[1] }
        let lists = [ExceptionList.unfinished: unfinished, .ended: ended, .all: ids.filter { $0 != ids[1] }]
        let accounts: [Set<String>?] = [nil, ["west"], ["north"], ["west", "north"], []]
        for (list, expected) in lists {
            for accounts in accounts {
                let own = try expected.filter { id in
                    guard let accounts else { return true }
                    return try accounts.contains(exception(id).fingerprint.subject.account)
                }
                for limit in [1, 2, 100] {
                    let parts = try parts(limit) {
                        try store.exceptions(listed: list, of: accounts, after: $0, limit: limit).map(\.id)
                    }
                    #expect(parts == own, "\(list) of \(accounts ?? []) by \(limit)")
                    #expect(
                        try store.countExceptions(listed: list, of: accounts, limit: limit) == min(limit, own.count))
                }
                guard list == .ended else { continue }
                let outcomes = ending.outcomes.filter { own.contains($0.exception) }
                #expect(try store.outcomes(of: accounts, after: ExceptionID(0), limit: 100) == outcomes)
                #expect(try parts(1) { try store.outcomes(of: accounts, after: $0, limit: 1).map(\.exception) } == own)
            }
        }
    }

    func listingsAreRankedOnce() throws {
        #expect(try store.listings(of: nil, after: nil, limit: 9).isEmpty)
        #expect(try store.countListings(of: nil) == 0...0)
        func fingerprint(_ code: String, _ kind: String = "hidden", _ account: String = "north") -> Fingerprint {
            Fingerprint(
                workflow: "suppressions", kind: kind,
                subject: Subject(
                    kind == "party" ? .product : .listing, account: account, marketplace: "ATVPDKIKX0DER", code: code),
                discriminator: "")
        }
        var turn = try begin()
        let ids = try stage(
            [
                fingerprint("A"), fingerprint("A", "blocked"), fingerprint("B"), fingerprint("C", "hidden", "west"),
                fingerprint("D"), fingerprint("E", "party"), fingerprint("B", "blocked", "west"),
            ], in: &turn)
        // A comes to 300, B to 250, C to 400, D has no amount, E is a product, and B of west is another listing than B of north.
        let amounts: [Int64?] = [100, 200, 250, 400, nil, 900, 300]
        try store.stage(
            zip(ids, amounts).enumerated().map { index, row in
                QueueRow(
                    exception: row.0, lane: row.1 == nil ? .unpriced : .active, position: index + 1, atRisk: row.1,
                    tier: .a,
                    terms: nil)
            }, for: turn.rotation.id)
        #expect(try store.listings(of: nil, after: nil, limit: 9).isEmpty, "it is not published yet")
        try store.publish(turn)
        try reopen()

        func ranked(_ accounts: Set<String>? = nil, by limit: Int = 1) throws -> [String] {
            var (words, last): ([String], RankedListing.Place?) = ([], nil)
            while case let part = try store.listings(of: accounts, after: last, limit: limit), let end = part.last {
                #expect(part.count <= limit)
                words += part.map { "\($0.subject.code) \($0.subject.account) \($0.atRisk)" }
                last = end.place
            }
            return words
        }
        for limit in [1, 2, 9] {
            #expect(try ranked(by: limit) == ["C west 400", "A north 300", "B west 300", "B north 250", "D north 0"])
            #expect(try ranked(["west"], by: limit) == ["C west 400", "B west 300"])
            #expect(try ranked(["north", "east"], by: limit) == ["A north 300", "B north 250", "D north 0"])
            #expect(try ranked(["east"], by: limit).isEmpty)
        }
        #expect(try store.countListings(of: nil) == 5...5 && store.countListings(of: ["north"]) == 3...3)

        // Work moves no listing; one with nothing open is left out, and what is read on behind stays what it was.
        let first = try store.listings(of: nil, after: nil, limit: 2)
        try change(ids[1], to: .verifying, .closed)
        try change(ids[3], to: .verifying, .closed)
        let second = try store.listings(of: nil, after: first.last?.place, limit: 9)
        #expect(second.map(\.subject.code) == ["B", "B", "D"])
        #expect(try ranked() == ["A north 100", "B west 300", "B north 250", "D north 0"])
        #expect(try store.countListings(of: nil).contains(4))
        try change(ids[3], to: .notFixed, .notFixed)
        #expect(try ranked().first == "C west 400")

        // The next rotation ranks anew.
        let next = try begin()
        try queue([ids[2], ids[0]], in: next)
        try store.publish(next)
        #expect(try ranked() == ["B north 1000", "A north 999"])
        #expect(try store.countListings(of: nil) == 2...2)
    }

    /// What parts of a list give one after the other, none of which is larger than it may be.
    private func parts(_ limit: Int, _ part: (ExceptionID) throws -> [ExceptionID]) throws -> [ExceptionID] {
        var all: [ExceptionID] = []
        while case let next = try part(all.last ?? ExceptionID(0)), !next.isEmpty {
            #expect(next.count <= limit && next.allSatisfy { $0 > all.last ?? ExceptionID(0) })
            all += next
        }
        return all
    }
}
