import Assessment
import FlywheelKit
import FlywheelRuntime
import FlywheelSQLite
import Foundation
import Learning

/// Makes a store of a year's outcomes, and times what is read from it.
///
/// usage: assessment-speed make FILE ROWS
///        assessment-speed history FILE
///        assessment-speed assess FILE
///        assessment-speed limit FILE
@main
struct AssessmentSpeed {
    static func main() throws {
        let arguments = CommandLine.arguments
        switch (arguments.dropFirst().first, arguments.count) {
        case ("make", 4):
            guard let rows = Int(arguments[3]), rows >= 365 else { throw Usage.rows(arguments[3]) }
            try Year(rows: rows).write(to: SQLiteStore(path: arguments[2]))
        case ("history", 3):
            let store = try SQLiteStore(path: arguments[2])
            let reader = HistoryReader(store: store, plan: try Plan(Year.stages))
            let clock = ContinuousClock()
            var problems = 0
            let took = try clock.measure { problems = try reader.history(until: Year.end).problems.count }
            print("history: \(problems) problems in \(took)")
        case ("assess", 3):
            let clock = ContinuousClock()
            try assess(SQLiteStore(path: arguments[2]), clock)
        case ("limit", 3):
            let clock = ContinuousClock()
            var rows = 0
            let took = try clock.measure { rows = try BareRead.rows(of: arguments[2]) }
            print("limit: \(rows) rows in \(took)")
        default: throw Usage.help
        }
    }

    /// Reads a year and judges it, saying how long each part takes.
    private static func assess(_ store: SQLiteStore, _ clock: ContinuousClock) throws {
        func timed<Result>(_ part: String, _ body: () throws -> Result) rethrows -> Result {
            let start = clock.now
            defer { print("\(part): \(clock.now - start)") }
            return try body()
        }
        let reader = HistoryReader(store: store, plan: try Plan(Year.stages))
        let history = try timed("history") { try reader.history(until: Year.end) }
        let health = timed("wheel") { WheelHealth(of: history) }
        let report = timed("metrics") { MetricReader(history).report(weeks: 52) }
        let document = timed("maturity") {
            Assessor(hash: "0").assess(
                history, account: "year",
                wheel: WheelFindings(
                    stall: .init(diagnosis: "inconclusive", sentence: ""), cycle: .init(stage: nil, sentence: ""),
                    compounding: .init(verdict: "inconclusive", sentence: ""), phases: []), metrics: [])
        }
        print(
            "\(history.problems.count) problems, \(health.phases.count) phases, \(report.lines.count) metrics,",
            "\(document.workflows.count) workflows")
        print("answers: wheel \(digest(health)), metrics \(digest(report)), maturity \(digest(document))")
    }

    /// A checksum (FNV-1a) of all that a value holds, so that the answers of two versions can be held against each other.
    private static func digest(_ value: some Any) -> String {
        let sum = String(reflecting: value).utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
        return String(sum, radix: 16)
    }

    enum Usage: Error, CustomStringConvertible {
        case rows(String)
        case help

        var description: String {
            switch self {
            case .rows(let text): "\(text) is no number of outcomes, expected 365 or more"
            case .help: "usage: assessment-speed make FILE ROWS | history FILE | assess FILE | limit FILE"
            }
        }
    }
}
