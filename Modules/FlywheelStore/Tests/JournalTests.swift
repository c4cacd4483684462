import FlywheelKit
import FlywheelStore
import Testing

private let noon = Instant(seconds: 1_790_000_000)

private func chain(_ batches: [[JournalEvent]]) -> [JournalEntry] {
    batches.reduce(into: []) { entries, events in
        entries.append(
            JournalEntry(
                sealing: EventDigest.of(events), at: noon, by: Actor(.person, "ada"), after: entries.last))
    }
}

private func faults(_ entries: [JournalEntry], _ batches: [[JournalEvent]], states: [String: String] = [:]) -> [String]
{
    var audit = JournalAudit()
    for (entry, events) in zip(entries, batches) {
        audit.begin(entry.sequence, entry)
        for (position, event) in events.enumerated() { audit.add(position, event) }
    }
    audit.finish(written: Int64(entries.count), loose: 0)
    for (subject, state) in states { audit.check(subject, is: state) }
    return audit.faults.map(\.description)
}

@Suite("The journal is sealed")
struct JournalTests {
    private let batches = [
        [JournalEvent(.opened, "X1", cause: "R1", state: "active"), JournalEvent(.opened, "X2", state: "active")],
        [JournalEvent(.closed, "X1", state: "verifying", detail: "image")], [],
    ]

    @Test func entriesFormAChain() {
        let entries = chain(batches)
        #expect(entries.map(\.sequence) == [1, 2, 3])
        #expect(entries.map(\.previous) == ["", entries[0].seal, entries[1].seal])
        #expect(entries.allSatisfy { $0.seal == $0.expectedSeal && $0.seal.count == 64 })
        #expect(faults(entries, batches, states: ["X1": "verifying", "X2": "active"]) == [])
    }

    @Test func digestOfNoEventsIsThatOfNoBytes() {
        // FIPS 180-4, SHA-256 of the empty message.
        #expect(EventDigest.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    }

    @Test func whereOnePartEndsMatters() {
        let split = [JournalEvent(.opened, "X1", cause: "2"), JournalEvent(.opened, "X12", cause: "")]
        #expect(EventDigest.of([split[0]]) != EventDigest.of([split[1]]))
    }

    @Test func everyAlteredPartOfAnEntryShows() {
        let entries = chain(batches)
        let alterations: [(inout JournalEntry) -> Void] = [
            { $0.sequence += 1 }, { $0.at = $0.at.advanced(bySeconds: 1) }, { $0.actor = Actor(.rule, "ada") },
            { $0.actor = Actor(.person, "bob") }, { $0.eventDigest = EventDigest.of([]) }, { $0.previous = "" },
            { $0.seal += "0" },
        ]
        for (number, alter) in alterations.enumerated() {
            var altered = entries
            alter(&altered[1])
            #expect(faults(altered, batches) != [], "alteration \(number)")
        }
    }

    @Test func missingAndMovedEntriesShow() {
        let entries = chain(batches)
        #expect(faults([entries[0], entries[2]], [batches[0], batches[2]]) != [])
        #expect(faults([entries[1], entries[0], entries[2]], [batches[1], batches[0], batches[2]]) != [])
        #expect(faults(entries, [batches[0].reversed(), batches[1], batches[2]]) != [])
    }

    @Test func aCutEndShowsAgainstTheCount() {
        var audit = JournalAudit()
        let first = chain(batches)[0]
        audit.begin(1, first)
        for (position, event) in batches[0].enumerated() { audit.add(position, event) }
        audit.finish(written: 3, loose: 1)
        #expect(
            audit.faults.map(\.description) == [
                "the journal ends with entry 1, but 3 were written", "1 events belong to no entry",
            ])
    }

    @Test func statesAreRecounted() {
        let found = faults(chain(batches), batches, states: ["X1": "active", "X3": "active"])
        #expect(
            Set(found) == [
                "X1 is active, but entry 2, the last about it, left it verifying",
                "X3 is active, and no entry says how it came to be",
            ])
    }

    @Test func openingsOfNeighboursGiveEachItsState() {
        let batches = [
            [
                JournalEvent(.opened, "X5", count: 3, state: "active"),
                JournalEvent(.opened, "X8", count: 2, state: "predicted"),
                JournalEvent(.opened, "X10", state: "active"),
            ],
            [JournalEvent(.closed, "X6", state: "verifying")],
            [JournalEvent(.opened, "X2", count: 2, state: "active")],
        ]
        let states = [
            "X2": "active", "X3": "active", "X5": "active", "X6": "verifying", "X7": "active", "X8": "predicted",
            "X9": "predicted", "X10": "active",
        ]
        #expect(faults(chain(batches), batches, states: states) == [])
        #expect(
            faults(chain(batches), batches, states: ["X7": "verified"]) == [
                "X7 is verified, but entry 1, the last about it, left it active"
            ])
        for stranger in ["X1", "X4", "X11", "I5"] {
            #expect(
                faults(chain(batches), batches, states: [stranger: "active"]) == [
                    "\(stranger) is active, and no entry says how it came to be"
                ])
        }
    }

    @Test func openingTwiceShows() {
        let batches = [
            [JournalEvent(.opened, "X5", count: 3, state: "active")],
            [JournalEvent(.opened, "X7", count: 2, state: "active")],
        ]
        #expect(faults(chain(batches), batches) == ["X7 was opened by entry 1 and by 2"])
    }

    @Test func countPastTheLastNumberIsNoTrap() {
        let batches = [[JournalEvent(.opened, "X\(Int64.max - 1)", count: .max, state: "active")]]
        #expect(faults(chain(batches), batches, states: ["X\(Int64.max - 1)": "active"]) == [])
    }
}
