import Cases
import Foundation
import Testing
import Triage

@testable import CaseDesk

@Suite struct DeskTriageTests {
    /// What a model learns from: short sentences about four things, put together from parts.
    static let closed: [LabelledMessage] = {
        let things = ["parcel", "order", "package", "delivery", "shipment"]
        let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
        let kinds: [(String, [String])] = [
            ("where", ["Where is my", "When will I get my", "I am still waiting for the"]),
            (
                "address",
                ["Please change the address of my", "Send to another street the", "Wrong house number on the"]
            ),
            ("stock", ["Is it in stock again, not the", "Do you have the blue one beside my", "Which size is in the"]),
            ("refund", ["Please refund my", "I want my money back for the", "Where is the refund of the"]),
        ]
        return kinds.flatMap { label, starts in
            starts.flatMap { start in
                things.flatMap { thing in
                    days.map { LabelledMessage("\(start) \(thing) from \($0)?", labels: [label], language: "en") }
                }
            }
        }
    }()
    static let triage = try? DeskTriage(closed)

    private func worker(_ breaches: [AutomationBreach] = []) throws -> TriageWorker {
        TriageWorker(try #require(Self.triage), breaches: breaches)
    }

    @Test func whatIsPlainIsDecidedWithItsWords() throws {
        var worker = try worker()
        let message = worker.triage("Where is my parcel from Friday?")
        #expect(message.labels == ["where"] && message.decision.kind == .auto, "\(message)")
        #expect(message.language == "en" && message.confidence > 0.8)
    }

    @Test func aLabelThatOftenSpeaksOfMoneyIsNeverDecidedAbout() throws {
        #expect(try #require(Self.triage).languages["en"]?.basis.sensitiveLabels == ["refund": .money])
        var worker = try worker()
        let message = worker.triage("Please refund my parcel from Friday")
        #expect(message.labels == ["refund"] && message.decision.kind == .suggest)
        #expect(message.decision.obstacles.contains(.sensitiveLabel(.money)))
    }

    @Test(
        arguments: [
            ("Where is my parcel from Friday? My lawyer asks too.", TriageDecision.Kind.auto),
            ("Quiero saber dónde está mi paquete del viernes", .auto),
            ("The quick brown fox jumps over the lazy dog in winter", .auto), ("", .auto),
        ])
    func whatIsSensitiveForeignOrStrangeIsNot(text: String, forbidden: TriageDecision.Kind) throws {
        var worker = try worker()
        #expect(worker.triage(text).decision.kind != forbidden)
    }

    @Test func aForeignLanguageIsNamed() throws {
        var worker = try worker()
        let message = worker.triage("Quiero saber dónde está mi paquete del viernes, por favor")
        #expect(message.decision.obstacles.first == .language("es") && message.labels == [])
        #expect(
            worker.triage("Where is my parcel from Friday?", language: "es-MX").decision.obstacles == [.language("es")])
    }

    @Test func aBreachLeavesSuggestions() throws {
        let breach = AutomationBreach(.overrides, value: 0.3, limit: 0.05, rows: 90)
        var worker = try worker([breach])
        let message = worker.triage("Where is my parcel from Friday?")
        #expect(message.labels == ["where"] && message.decision.kind == .suggest)
        #expect(message.decision.obstacles == [.suspended(breach)])
    }

    @Test func theSameMessagesMakeTheSameBytesAndTheyAreReadAgain() throws {
        let triage = try #require(Self.triage)
        let data = try triage.data()
        #expect(try DeskTriage(Self.closed.reversed()).data() == data)
        #expect(try DeskTriage(data: data) == triage)
    }

    @Test(arguments: [0, 30, 60, 200, 5_000]) func damageIsRefused(place: Int) throws {
        var data = try #require(Self.triage).data()
        data[place % data.count] ^= 1
        #expect(throws: DamagedTriage.self) { try DeskTriage(data: data) }
        #expect(throws: DamagedTriage.self) { try DeskTriage(data: data.prefix(place)) }
    }

    @Test func tooLittleToLearnFromIsSaid() {
        #expect(throws: TrainingError.self) { try DeskTriage(Array(Self.closed.prefix(10))) }
        #expect(throws: TrainingError.self) { try DeskTriage([]) }
    }

    @Test func aLanguageOfFewMessagesIsNamedAndLeftOut() throws {
        let spanish = (0..<12).map {
            LabelledMessage("¿Dónde está mi paquete \($0)?", labels: ["where"], language: "es-ES")
        }
        let triage = try DeskTriage(Self.closed + spanish)
        #expect(triage.languages.keys.sorted() == ["en"] && triage.unused == ["es": 12])
    }
}
