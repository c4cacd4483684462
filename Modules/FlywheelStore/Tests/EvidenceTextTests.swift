import FlywheelStore
import Synchronization
import Testing

@Suite("What a stage saw") struct EvidenceTextTests {
    private struct Unwritable: Error {}

    /// Counts how often it is written down.
    private final class Seen: Sendable {
        private let written = Mutex(0)
        var timesWritten: Int { written.withLock { $0 } }

        func text() -> String {
            written.withLock { $0 += 1 }
            return "{\"n\":1}"
        }
    }

    @Test func isWrittenDownOnlyWhenSomebodyReadsIt() throws {
        let seen = Seen()
        let evidence = EvidenceText { seen.text() }
        #expect(!evidence.isEmpty && seen.timesWritten == 0)
        #expect(try evidence.text() == "{\"n\":1}")
        #expect(seen.timesWritten == 1)
    }

    @Test func isTheSameHoweverItIsHeld() {
        let (written, seen) = (EvidenceText("{\"n\":1}"), EvidenceText { "{\"n\":1}" })
        #expect(written == seen && written != "{}")
        #expect(Set([written, seen]).count == 1)
    }

    @Test func thatCannotBeWrittenDownSaysSoToWhoeverReadsIt() {
        let evidence = EvidenceText { throw Unwritable() }
        #expect(!evidence.isEmpty && evidence != "")
        #expect(throws: Unwritable.self) { try evidence.text() }
    }

    @Test func isEmptyWhereNoStageSawAnything() {
        #expect(EvidenceText("").isEmpty && !EvidenceText("{}").isEmpty)
    }
}
