import FlywheelKit
import Testing

@testable import Outbox

@Suite("What was refused is tried again")
struct ReplyTests {
    @Test(arguments: ["W1-42-0", "W1-43-0", "W2-1-7"])
    func attemptsKeepToTheSchedule(id: String) {
        let delays: [Int64] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]
        for (attempt, delay) in zip(1..., delays) {
            let wait = RetrySchedule.next(after: attempt, of: id, from: noon)?.seconds ?? 0
            #expect((delay...delay + delay / 10).contains(wait - noon.seconds), "attempt \(attempt)")
            #expect(RetrySchedule.next(after: attempt, of: id, from: noon)?.seconds == wait)
        }
        #expect(RetrySchedule.attempts == 10)
        #expect(RetrySchedule.next(after: 10, of: id, from: noon) == nil)
    }

    @Test func whatFailsTogetherComesBackApart() {
        let moments = (0..<1_000).compactMap { RetrySchedule.next(after: 3, of: "W1-\($0)-0", from: noon)?.seconds }
        #expect(Set(moments).count > 150, "of 181 seconds between 30 and 33 minutes")
    }

    @Test(arguments: [
        (Reply.status(200), true, false), (.status(204), true, false), (.status(299), true, false),
        (.status(301), false, false), (.status(302, retryAfter: 9), false, false), (.status(400), false, false),
        (.status(401), false, false), (.status(410), false, false), (.status(500), false, false),
        (.status(429), false, true), (.status(502), false, true), (.status(503), false, true),
        (.status(504), false, true), (.timeout, false, true), (.unreachable, false, true),
        (.forbidden("private-address"), false, true),
    ])
    func repliesAreTakenOrTroubleOrNeither(reply: Reply, isTaken: Bool, isTrouble: Bool) {
        #expect(reply.isTaken == isTaken)
        #expect(reply.isTrouble == isTrouble)
    }

    @Test func onlyGoneIsGone() {
        #expect(Reply.status(410).isGone)
        #expect(Reply.status(410, retryAfter: 5).isGone)
        #expect(!Reply.status(404).isGone && !Reply.timeout.isGone)
    }

    @Test func receiversAreLeftAloneAsLongAsTheyAsk() {
        func rest(_ reply: Reply, next: Int64?) -> Int64? {
            reply.rest(after: nil, next: next.map(noon.advanced(bySeconds:)), now: noon)
                .map { $0.seconds - noon.seconds }
        }
        #expect(rest(.status(429, retryAfter: 90), next: 5) == 90)
        #expect(rest(.status(503, retryAfter: 0), next: 5) == 1)
        #expect(rest(.status(503, retryAfter: .max), next: 5) == 86_400)
        #expect(rest(.timeout, next: 5) == 5)
        #expect(rest(.timeout, next: 7_200) == 300)
        #expect(rest(.timeout, next: nil) == 300)
        #expect(rest(.status(500), next: 5) == nil)
        #expect(rest(.status(204), next: nil) == nil)
    }

    @Test func whatAReceiverAskedForHoldsUntilItIsOver() {
        func rest(_ reply: Reply, after rest: Int64) -> Int64? {
            reply.rest(after: noon.advanced(bySeconds: rest), next: nil, now: noon).map { $0.seconds - noon.seconds }
        }
        for reply in [Reply.status(204), .status(500), .timeout, .status(429, retryAfter: 90)] {
            #expect(rest(reply, after: 3_600) == 3_600, "\(reply.word)")
        }
        #expect(rest(.status(204), after: 0) == nil)
        #expect(rest(.status(429, retryAfter: 90), after: 30) == 90)
    }

    @Test(arguments: [
        ("120", 120 as Int64?), ("0", 0), ("Mon, 21 Sep 2026 12:00:00 GMT", 88_000 - 75_200 - 12_000), ("", nil),
        ("-5", nil), ("soon", nil),
        ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Foo 1994 08:49:37 GMT", nil), ("99999999999999999999", nil),
    ])
    func retryAfterIsSecondsOrADate(text: String, expected: Int64?) throws {
        let now = try #require(Instant("2026-09-21T11:46:40Z"))
        #expect(RetryAfter.seconds(text, now: now) == expected)
    }
}
