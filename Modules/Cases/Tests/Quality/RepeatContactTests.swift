import Cases
import FlywheelKit
import Testing

@Suite struct RepeatContactTests {
    private func ended(_ code: String, _ requester: Int64?, _ topic: String, from: Int64, to: Int64) -> Case {
        Matters.made(
            code, requester: requester, about: [topic],
            [
                (from, .opened), (from, .state(.new)), (from, Matters.asked(1)), (to, Matters.answered(2)),
                (to, .state(.solved)),
            ])
    }

    @Test func theSamePersonAboutTheSameWithinTheWindowCameBack() throws {
        let cases = [
            ended("1", 1, "refund", from: 0, to: 10), ended("2", 1, "refund", from: 40, to: 50),
            ended("3", 2, "refund", from: 0, to: 10), ended("4", 2, "parcel", from: 40, to: 50),
            ended("5", 3, "refund", from: 0, to: 10), ended("6", 3, "refund", from: 10 + 24 * 9, to: 24 * 10),
        ]
        let contacts = RepeatContacts(Matters.read(cases, at: 24 * 30), days: 7)
        #expect(contacts.all.share.part == 1 && contacts.all.share.whole == 6 && contacts.unknown == 0)
        let refund = try #require(contacts.byTopic.first)
        #expect(refund.topic == "refund" && refund.contact.share.part == 1 && refund.contact.share.whole == 5)
        #expect(contacts.byTopic.map(\.topic) == ["refund", "parcel"])
    }

    @Test func aWindowThatIsNotOverIsNeitherYesNorNo() throws {
        let cases = [
            ended("1", 1, "refund", from: 0, to: 10), ended("2", 1, "refund", from: 40, to: 50),
            ended("3", 2, "refund", from: 0, to: 10),
        ]
        let contacts = RepeatContacts(Matters.read(cases, at: 24 * 5), days: 7).all
        #expect(contacts.share.whole == 0 && contacts.share.open == 3 && contacts.share.share == nil)
        // The curve takes in what was seen: of three at risk, one came back.
        let estimate = try #require(contacts.estimate)
        #expect(abs(estimate.share - 1.0 / 3) < 1e-12)
    }

    @Test func beingOpenedAgainIsComingBack() {
        var matter = ended("1", 1, "refund", from: 0, to: 10)
        matter.add(CaseEvent(at: Matters.hour(20), .state(.open)))
        let contacts = RepeatContacts(Matters.read([matter], at: 24 * 30), days: 7)
        #expect(contacts.all.share.part == 1)
    }

    @Test func whoIsUnknownCannotBeSeenComingBack() {
        let contacts = RepeatContacts(
            Matters.read([ended("1", nil, "refund", from: 0, to: 10)], at: 24 * 30), days: 7)
        #expect(contacts.all.share.whole == 0 && contacts.unknown == 1)
    }

    @Test func oneAnswerThatHeldSettlesACase() {
        let settled = ended("1", 1, "refund", from: 0, to: 10)
        var twice = ended("2", 2, "refund", from: 0, to: 10)
        twice.add(CaseEvent(at: Matters.hour(4), Matters.answered(3)))
        twice.add(CaseEvent(at: Matters.hour(6), Matters.asked(4)))
        let silent = Matters.made("3", requester: 3, about: ["refund"], [(0, .opened), (9, .state(.solved))])
        let fresh = ended("4", 4, "refund", from: 24 * 28, to: 24 * 29)
        let items = Matters.read([settled, twice, silent, fresh], at: 24 * 30)
        let share = FirstContact.resolution(items, RepeatContacts(items, days: 7))
        #expect(share.part == 1 && share.whole == 2 && share.unknown == 1 && share.open == 1)
    }

    @Test func whatTheSourceCountsIsSettledByItsCounts() {
        func began(_ code: String, replies: Int? = nil, reopenings: Int? = nil) -> Case {
            var made = Matters.made(
                code, requester: Int64(code), about: ["refund"],
                [(0, .opened), (0, Matters.asked(1)), (9, .state(.solved))])
            made.stated.tellsOpeningAlone = true
            (made.stated.replies, made.stated.reopenings) = (replies, reopenings)
            return made
        }
        let items = Matters.read(
            [
                began("1"), began("2", replies: 1), began("3", replies: 7), began("4", replies: 1, reopenings: 3),
                began("5", reopenings: 3),
            ], at: 24 * 30)
        let contacts = RepeatContacts(items, days: 7)
        let share = FirstContact.resolution(items, contacts)
        #expect(share.part == 1 && share.whole == 4 && share.unknown == 1)
        // That it was opened again is known, and not whether within the window.
        #expect(contacts.unknown == 2 && contacts.all.share.whole == 3 && contacts.all.share.part == 0)
    }

    /// Every pair of cases compared, the slow way.
    @Test(arguments: 1...20 as ClosedRange<UInt64>) func agreesWithComparingAllPairs(seed: UInt64) {
        let items = Matters.read(Matters.drawn(120, seed: seed), at: 450)
        let contacts = RepeatContacts(items, days: 7)
        var (part, whole, open) = (0, 0, 0)
        for item in items {
            guard let end = item.firstEnded, let requester = item.matter.requester else { continue }
            let limit = end.advanced(byDays: 7)
            guard limit <= item.now else {
                open += 1
                continue
            }
            whole += 1
            let others = items.contains { other in
                other.matter.requester == requester && !Set(other.topics).isDisjoint(with: item.topics)
                    && other.opened.map { $0 > end && $0 <= limit } ?? false
            }
            part += others || item.reopened.contains { $0 <= limit } ? 1 : 0
        }
        #expect(contacts.all.share.part == part && contacts.all.share.whole == whole)
        #expect(contacts.all.share.open == open)
    }
}
