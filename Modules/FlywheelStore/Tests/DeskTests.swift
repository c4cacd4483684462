import FlywheelKit
import FlywheelStore
import Testing

@Suite("What people write and put off")
struct DeskTests {
    private static func dollars(_ cents: Int64?) -> Money? {
        cents.flatMap { cents in Currency("USD").map { Money(minorUnits: cents, $0) } }
    }

    @Test(
        arguments: [
            (1_000, 1_499, false), (1_000, 1_500, true), (1_000, 900, false), (0, 0, false), (0, 1, true),
            (nil, nil, false), (nil, 1, true), (1_000, nil, false), (Int64.max, Int64.max, false), (3, 4, false),
        ] as [(Int64?, Int64?, Bool)])
    func aLossOutgrowsItsSnoozeByHalf(_ before: Int64?, _ now: Int64?, _ isOutgrown: Bool) {
        let noon = Instant(seconds: 0)
        let snooze = Snooze(until: noon, reason: "r", by: "ada", at: noon, worth: Self.dollars(before))
        #expect(snooze.isOutgrown(by: Self.dollars(now)) == isOutgrown)
    }

    @Test func amountsOfTwoCurrenciesAreNotCompared() throws {
        let noon = Instant(seconds: 0)
        let euro = Money(minorUnits: 1, try #require(Currency("EUR")))
        let snooze = Snooze(until: noon, reason: "r", by: "ada", at: noon, worth: Self.dollars(1_000))
        #expect(snooze.isOutgrown(by: euro), "it is looked at again rather than taken for smaller")
    }

    @Test func aNoteIsJournalledAsItsKeyedDigest() {
        // RFC 4231, test case 2.
        let detail = NoteDigest.detail(
            of: NoteID(12), "what do ya want for nothing?", key: Array("Jefe".utf8))
        #expect(detail == "N12 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(NoteDigest.id(in: detail) == NoteID(12))
        #expect(NoteDigest.id(in: "image") == nil)
        #expect(NoteDigest.key().count == 32 && NoteDigest.key() != NoteDigest.key())
    }

    @Test func handlingIsAllThatPeopleChange() throws {
        let noon = Instant(seconds: 0)
        let fresh = ExceptionRecord(
            fingerprint: Fingerprint(
                workflow: "w", kind: "k", subject: Subject(.listing, account: "a", marketplace: "m", code: "c")),
            state: .active, onset: nil, detected: noon, opened: RotationID(1), evidence: "{}", exposure: .none,
            model: "")
        var worked = fresh
        worked.state = .verifying
        worked.owner = "ada"
        worked.assignedBy = "ben"
        worked.claimedBy = "ada"
        worked.claimed = noon
        worked.snooze = Snooze(until: noon, reason: nil, by: "ada", at: noon, worth: nil)
        worked.stepsDone = [2]
        worked.closed = noon
        worked.closedBy = "ada"
        worked.rootCause = "image"
        worked.termsAtClose = [1]
        var back = worked
        back.handling = fresh.handling
        #expect(back == fresh)
        back.handling = worked.handling
        #expect(back == worked)
    }
}
