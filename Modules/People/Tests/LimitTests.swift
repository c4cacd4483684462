import FlywheelKit
import Testing

@testable import People

@Suite("Tries are counted")
struct LimitTests {
    private let start = Instant(seconds: 1_000)

    private func buckets(places: Int = 1 << 10) -> TokenBuckets {
        TokenBuckets(capacity: 3, interval: 60, places: places, chance: Chance { Array(repeating: 7, count: $0) })
    }

    @Test func soManyAtOnceAndThenOneAnInterval() {
        let buckets = buckets()
        #expect((0..<5).map { _ in buckets.take("a", at: start) } == [nil, nil, nil, 60, 60])
        #expect(buckets.take("b", at: start) == nil)
        #expect(buckets.take("a", at: start.advanced(bySeconds: 59)) == 1)
        #expect(buckets.take("a", at: start.advanced(bySeconds: 60)) == nil)
        #expect(buckets.take("a", at: start.advanced(bySeconds: 60)) == 60)
        #expect(buckets.take("a", at: start.advanced(bySeconds: 600)) == nil)
    }

    @Test func whatTurnsOutWellCostsNothing() {
        let buckets = buckets()
        for _ in 0..<10 {
            #expect(buckets.take("a", at: start) == nil)
            buckets.giveBack("a", at: start)
        }
    }

    @Test func aClockThatGoesBackGivesNothing() {
        let buckets = buckets()
        for _ in 0..<3 { _ = buckets.take("a", at: start) }
        #expect(buckets.take("a", at: start.advanced(bySeconds: -3_600)) != nil)
    }

    @Test func madeUpKeysTakeNoMemory() {
        let buckets = buckets(places: 1)
        #expect((0..<4).map { buckets.take("\($0)", at: start) } == [nil, nil, nil, 60])
    }

    @Test func soManyHashesAtOnce() throws {
        let gate = HashGate(limit: 2)
        try gate.pass { () throws -> Void in
            try gate.pass { () throws -> Void in
                #expect(throws: PeopleError.tooMany(retryAfter: 1)) { try gate.pass { () -> Void in } }
            }
            try gate.pass {}
        }
        #expect(throws: PeopleError.wrong) { try gate.pass { () throws -> Void in throw PeopleError.wrong } }
        try gate.pass { try gate.pass({}) }
    }
}

@Suite("A visit is known coarsely")
struct VisitTests {
    @Test(arguments: [
        ("192.0.2.77", "192.0.2.0/24"), ("::ffff:192.0.2.77", "192.0.2.0/24"), ("127.0.0.1", "local"), ("::1", "local"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"), ("somewhere", "unknown"), ("", "unknown"),
    ])
    func byItsNetwork(address: String, network: String) {
        #expect(Visit(address: address, agent: "").network == network)
    }

    @Test(arguments: [
        ("Mozilla/5.0 (X11) Gecko/20100101 Firefox/140.0", "Firefox"),
        ("Mozilla/5.0 Chrome/140 Safari/537 Edg/140", "Edge"),
        ("Mozilla/5.0 Chrome/140.0 Safari/537.36", "Chrome"), ("curl/8.5", "curl"), ("<script>", "other"),
        ("", "other"),
    ])
    func byItsProgram(agent: String, word: String) { #expect(Visit(address: "", agent: agent).agent == word) }

    @Test(
        arguments: [
            (" Ada ", "ada"), ("ada@example.com", "ada@example.com"), ("a", "a"), ("", nil), ("-ada", nil),
            ("a b", nil),
            ("adä", nil), ("a\u{202E}b", nil), (String(repeating: "a", count: 65), nil), ("a\n", "a"), ("a\u{0}", nil),
        ] as [(String, String?)])
    func byItsName(text: String, kept: String?) { #expect(PersonName.kept(text) == kept) }
}
