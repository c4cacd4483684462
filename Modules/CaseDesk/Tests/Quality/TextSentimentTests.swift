import Cases
import Conversations
import FlywheelKit
import FlywheelStore
import Statistics
import Testing

@testable import CaseDesk

@Suite struct TextSentimentTests {
    /// Cases whose writers answered, and others: the unhappy ones complain in four of five of their texts, the others in one of
    /// five; or all write by chance.
    private func sentiment(answered: Int, others: Int, tells: Bool) throws -> TextSentiment {
        let desk = DeskSample()
        var random = SplitMix64(seed: 3)
        let things = ["parcel", "lamp", "order", "table", "chair", "box"]
        try desk.taken(
            (0..<answered + others).map { number in
                let isUnhappy = random.uniform() < 0.4
                let complains = random.uniform() < (tells ? (isUnhappy ? 0.8 : 0.2) : 0.5)
                let thing = things[Int(random.uniform() * 6)]
                var ticket = Conversation.ticket(
                    "\(number)",
                    complains
                        ? "This \(thing) is a terrible disappointment and nobody helps me with it"
                        : "Thank you very much for the kind help that I got with this \(thing)")
                ticket.language = "en"
                if number < answered { ticket.satisfaction = isUnhappy ? "bad" : "good" }
                return ticket
            })
        return try TextSentiment(of: DeskCases.all(in: desk.store), in: desk.store, now: DeskSample.hour(100))
    }

    @Test func readingsThatHoldAreShownForThoseWhoDidNotAnswer() throws {
        let found = try #require(try sentiment(answered: 400, others: 100, tells: true).languages.first)
        #expect(found.code == "en" && found.check.fault == nil && found.read == 100, "\(found)")
        let share = try #require(found.dissatisfied)
        #expect(abs(share - 0.4) < 0.15)
    }

    @Test func whatTellsNobodyApartIsHidden() throws {
        let found = try #require(try sentiment(answered: 300, others: 10, tells: false).languages.first)
        #expect(found.check.fault != nil && found.dissatisfied == nil, "\(found)")
    }

    @Test func tooFewAnswersHideItAndNoTextIsRead() throws {
        let found = try #require(try sentiment(answered: 100, others: 10, tells: true).languages.first)
        #expect(found.check.fault == .few(100) && found.dissatisfied == nil)
    }
}
