import Cases
import Testing

@testable import CaseDesk

@Suite struct SourceWordsTests {
    @Test(arguments: [
        ("zendesk", "hold", CaseState.waitingOnOther), ("zendesk", "Pending", .waitingOnRequester),
        ("freshdesk", "2", .open), ("freshdesk", "5", .closed), ("zammad", "pending reminder", .onHold),
        ("table", "Awaiting User Info", .waitingOnRequester), ("table", "closed", .closed),
        ("table", "Resolved", .solved),
    ])
    func aStateMeansWhatItsSourceMeans(source: String, word: String, state: CaseState) {
        #expect(SourceWords.standard.state(word, in: source) == state)
    }

    @Test(
        arguments: [
            (.new, ["new", "unassigned"]), (.open, ["open", "active", "assigned", "in progress", "reopened"]),
            (.waitingOnRequester, ["pending", "waiting on customer", "waiting on requester", "awaiting customer"]),
            (
                .waitingOnOther,
                ["wait", "waiting on third party", "awaiting vendor", "awaiting problem", "awaiting evidence"]
            ),
            (.onHold, ["hold", "on hold"]), (.solved, ["solved", "resolved", "done", "answered"]),
            (.closed, ["closed", "cancelled", "canceled"]),
        ] as [(CaseState, [String])])
    func aWordOfNoSourceMeansAtTheDeskWhatItMeansInTheQueue(state: CaseState, words: [String]) {
        for word in words {
            #expect(SourceWords.standard.state(word, in: "table") == state, "\(word)")
            #expect(CaseState(word: word) == state, "\(word)")
        }
    }

    @Test func aNumberIsAStateOnlyWhereItsSourceUsesNumbers() {
        #expect(SourceWords.standard.state("2", in: "zendesk") == nil)
    }

    @Test(arguments: [
        ("freshdesk", "4", Urgency.urgent), ("zammad", "1 low", .low), ("zammad", "3 high", .high),
        ("table", "1 - Critical", .urgent), ("table", "4 - Low", .low), ("zendesk", "normal", .normal),
    ])
    func anUrgencyMeansWhatItsSourceMeans(source: String, word: String, urgency: Urgency) {
        #expect(SourceWords.standard.urgency(word, in: source) == urgency)
    }

    @Test(arguments: [
        ("good", SurveyAnswer.satisfied), ("-103", .dissatisfied), ("103", .satisfied), ("3", .neutral),
        ("offered", .unanswered),
    ])
    func anAnswerToASurveyIsRead(word: String, answer: SurveyAnswer) {
        #expect(SourceWords.standard.survey(word) == answer)
    }
}
