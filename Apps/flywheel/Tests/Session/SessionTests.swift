import ArgumentParser
import Calendars
import FlywheelKit
import FlywheelStore
import Testing

@testable import flywheel

@Suite struct SessionTests {
    @Test(arguments: [
        ("2026-11-20T16:05:00Z", "2026-11-20T16:05:00Z"), ("2026-11-20T08:05:00-08:00", "2026-11-20T16:05:00Z"),
        ("2026-11-21T01:35:00+09:30", "2026-11-20T16:05:00Z"), ("2026-11-20t16:05:00.999z", "2026-11-20T16:05:00Z"),
        ("2026-11-20", "2026-11-21T07:59:59Z"),
    ])
    func aMomentIsAnInstantOrTheEndOfADay(_ text: String, _ instant: String) throws {
        #expect(try Moment(argument: text).instant(in: Scene.losAngeles).description == instant)
    }

    @Test(arguments: [
        ("2026-11-19", "2026-11-20T07:59:59Z"), ("2026-11-20", "2026-11-20T16:05:00Z"),
        ("2026-11-21", "2026-11-20T16:05:00Z"), ("2026-11-21T00:00:00Z", "2026-11-21T00:00:00Z"),
    ])
    func aDayIsLookedFromItsEndAndNeverFromWhatIsStillToCome(_ text: String, _ instant: String) throws {
        let asOf = try Moment(argument: text).asOf(in: Scene.losAngeles, by: Scene.asOf)
        #expect(asOf.description == instant)
    }

    @Test(arguments: ["tomorrow", "2026-02-30", "2026-11-20T16:05", "2026-11-20T16:05:00+25:00", ""])
    func whatIsNoMomentIsRefused(_ text: String) {
        #expect(throws: (any Error).self) { try Moment(argument: text) }
    }

    @Test func flagsBeforeTheCommandCount() {
        #expect(
            GlobalOptions.last(["--store", "a", "-q", "--format=json", "queue", "-n", "3"])
                == ["queue", "-n", "3", "--store", "a", "-q", "--format=json"])
        #expect(GlobalOptions.last(["--store", "a", "import", "--", "-f"]) == ["import", "--store", "a", "--", "-f"])
        #expect(GlobalOptions.last(["--help"]) == ["--help"])
        #expect(GlobalOptions.last(["--store"]) == ["--store"])
        #expect(GlobalOptions.last([]) == [])
    }

    @Test func idsAreReadFromArgumentsAndInput() throws {
        let ids = try IDs<ExceptionRecord>.parse(["x7", "-", "7"])
        #expect(try ids.read { ["X8\t5,158.40", "", "X7"] }.map(\.description) == ["X7", "X8"])
        #expect(throws: Diagnostic.self) { try IDs<ExceptionRecord>.parse(["I7"]).read { [] } }
    }

    @Test(arguments: [
        ("1\tX1042\t5158.40\tUSD\tactive", "X1042"), ("  P1 x9  1,904.00", "X9"), ("7", "X7"), ("x-large X8", "X8"),
    ])
    func anIDIsFoundInAWholeRow(_ line: String, _ id: String) throws {
        #expect(try IDs<ExceptionRecord>.parse(["-"]).read { [line] }.map(\.description) == [id])
    }

    @Test(arguments: ["1\tfba.txt\t40", "1 2", "I7", "1\tI7\tUSD", "X"])
    func aNumberBesideOtherWordsIsNoID(_ line: String) throws {
        let ids = try IDs<ExceptionRecord>.parse(["-"])
        let error = #expect(throws: Diagnostic.self) { try ids.read { ["X1", line] } }
        #expect(error?.code == "id" && error?.exit == .usage)
    }

    @Test(arguments: ["40", "predicted:3", "act-now:0", "40@R12", "predicted:3@R2"])
    func aCursorIsReadAsItIsWritten(_ text: String) throws {
        #expect(try #require(QueueCursor(text)).description == text)
    }

    @Test(arguments: ["", "x", "-1", "later:3", "active:3:4", "predicted:", "40@", "40@12x", "@R1", "4@X1", "4@R1@R2"])
    func whatIsNoCursorIsRefused(_ text: String) { #expect(QueueCursor(text) == nil) }
}
