import FlywheelKit
import FlywheelRuntime
import Testing

/// A stage whose manifest each test writes for itself.
private protocol Bare: FlywheelStage where Evidence == Int, Knobs == NoKnobs, Model == NoModel { init() }

extension Bare {
    init(knobs: NoKnobs, model: NoModel) { self.init() }
    func detect(in chunk: Chunk, signals: inout SignalPort, into findings: inout Findings<Int>) {}
}

private let one = SignalKey("one/1")
private let two = SignalKey("two/1")

private func bare(
    _ id: String, publishes: [SignalKey] = [], reads: [SignalKey] = [], kinds: [String] = [], inputs: [FeedInput] = []
) -> StageManifest {
    StageManifest(
        id: id, title: id, inputs: inputs, publishes: publishes, reads: reads,
        kinds: kinds.map { FindingKind($0, title: $0, effortHours: 1, lastsDays: 1) })
}

private struct Alone: Bare { static let manifest = bare("alone") }
private struct Writer: Bare { static let manifest = bare("writer", publishes: [one]) }
private struct Reader: Bare { static let manifest = bare("a-reader", publishes: [two], reads: [one]) }
private struct Last: Bare { static let manifest = bare("a-last", reads: [one, two]) }
private struct Back: Bare { static let manifest = bare("back", publishes: [one], reads: [two]) }
private struct Second: Bare { static let manifest = bare("second", publishes: [one]) }
private struct Own: Bare { static let manifest = bare("own", publishes: [one], reads: [one]) }
private struct Twice: Bare { static let manifest = bare("twice", kinds: ["kind", "other", "kind"]) }

private let key = FeedKey("notes/1")
private let notes = Feed(key, title: "notes", of: .listing, shape: .snapshot, freshForDays: 1)
private let laterNotes = Feed(key, title: "notes", of: .listing, shape: .snapshot, freshForDays: 2)
private struct Notes: Bare {
    static let manifest = bare("notes", inputs: [FeedInput(feed: notes, columns: [], decides: true)])
}
private struct LaterNotes: Bare {
    static let manifest = bare("later-notes", inputs: [FeedInput(feed: laterNotes, columns: [], decides: true)])
}
private struct SameNotes: Bare {
    static let manifest = bare("same-notes", inputs: [FeedInput(feed: notes, columns: [], decides: false)])
}

@Suite struct PlanTests {
    private let all = [
        InstalledStage(Last.self), InstalledStage(Reader.self), InstalledStage(Writer.self), InstalledStage(Alone.self),
    ]

    @Test func publishersComeBeforeReaders() throws {
        #expect(try Plan(all).stages.map(\.manifest.id) == ["alone", "writer", "a-reader", "a-last"])
    }

    @Test(arguments: 0..<24 as Range<UInt64>) func theOrderOfListingChangesNothing(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let plan = try Plan(all.shuffled(using: &random))
        #expect(plan.stages.map(\.manifest.id) == (try Plan(all).stages.map(\.manifest.id)))
    }

    @Test func aReaderRunsWithoutItsPublisher() throws {
        #expect(try Plan([InstalledStage(Last.self)]).stages.count == 1)
    }

    @Test func aStageMayReadWhatItPublishes() throws {
        #expect(try Plan([InstalledStage(Own.self)]).stages.count == 1)
    }

    @Test func noStagesMakeAPlan() throws {
        #expect(try Plan([]).stages.isEmpty)
    }

    @Test func aCircleIsRefused() {
        #expect(throws: PlanError.cycle(["a-reader", "back"])) {
            try Plan([InstalledStage(Back.self), InstalledStage(Reader.self)])
        }
    }

    @Test func aSecondPublisherIsRefused() {
        let error = PlanError.twoPublishers("one/1", "second", "writer")
        #expect(throws: error) { try Plan([InstalledStage(Writer.self), InstalledStage(Second.self)]) }
        #expect(error.description == "signal one/1 is published by both \"second\" and \"writer\"")
    }

    @Test func aStageTwiceIsRefused() {
        #expect(throws: PlanError.sameID("alone")) {
            try Plan([InstalledStage(Alone.self), InstalledStage(Alone.self)])
        }
    }

    @Test func aKindTwiceIsRefused() {
        #expect(throws: PlanError.sameKind("twice", "kind")) { try Plan([InstalledStage(Twice.self)]) }
    }

    @Test func aFeedDeclaredInTwoWaysIsRefused() {
        #expect(throws: PlanError.twoFeeds("notes/1")) {
            try Plan([InstalledStage(Notes.self), InstalledStage(LaterNotes.self)])
        }
    }

    @Test func aFeedDeclaredAlikeIsOneFeed() throws {
        #expect(try Plan([InstalledStage(Notes.self), InstalledStage(SameNotes.self)]).feeds == [notes])
    }
}
