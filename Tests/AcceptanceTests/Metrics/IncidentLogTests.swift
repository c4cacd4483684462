import Assessment
import FlywheelKit
import Foundation
import Testing

private let data = ProcessInfo.processInfo.environment["FLYWHEEL_DATA"]

/// A real help desk's log as the history of a wheel: what is resolved was closed, what was closed unresolved ended without a
/// close. The log is read here by itself, so that the metrics are all that is tested.
@Suite("Metrics of a log of incidents", .enabled(if: data != nil, "FLYWHEEL_DATA names no folder of public data sets"))
struct IncidentLogTests {
    private struct Incident {
        let opened: Int64
        let resolved: Int64?
        let closed: Int64
        let reopened: Int
    }

    /// The last row of each incident.
    private static func incidents() throws -> [Incident] {
        let text = try Unpacked.text("\(data ?? "")/incident_log/incident_event_log.csv.gz")
        var last: [Substring: [Substring]] = [:]
        let lines = text.split(whereSeparator: \.isNewline)
        let names = lines[0].split(separator: ",", omittingEmptySubsequences: false)
        func column(_ name: String) throws -> Int { try #require(names.firstIndex { $0 == name }) }
        let (number, opened, resolved) = (try column("number"), try column("opened_at"), try column("resolved_at"))
        let (closed, reopened) = (try column("closed_at"), try column("reopen_count"))
        for line in lines.dropFirst() {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            last[cells[number]] = cells
        }
        return try last.values.map { cells in
            Incident(
                opened: try #require(seconds(cells[opened])), resolved: seconds(cells[resolved]),
                closed: try #require(seconds(cells[closed])), reopened: try #require(Int(cells[reopened])))
        }
    }

    /// `29/2/2016 01:16`.
    private static func seconds(_ text: Substring) -> Int64? {
        let parts = text.split { "/ :".contains($0) }.compactMap { Int($0) }
        guard parts.count == 5, let day = Day(year: parts[2], month: parts[1], day: parts[0]) else { return nil }
        return Int64(day.epochDays) * 86_400 + Int64(parts[3] * 3_600 + parts[4] * 60)
    }

    private static func history(_ incidents: [Incident]) throws -> WorkHistory {
        let first = try #require(incidents.map(\.opened).min())
        let last = try #require(incidents.map(\.closed).max())
        var history = WorkHistory(
            from: Instant(seconds: first - 1), until: Instant(seconds: last),
            currency: try #require(Currency("EUR")), workflows: [InstalledWorkflow(id: "desk", title: "Desk")])
        history.people = ["desk"]
        history.problems = incidents.enumerated().map { place, incident in
            var problem = Problem(
                id: Int64(place), workflow: 0, kind: 0, subject: 0, identity: UInt64(place),
                detected: Instant(seconds: incident.opened))
            problem.ended = Instant(seconds: incident.resolved ?? incident.closed)
            problem.closer = incident.resolved == nil ? nil : 0
            problem.notFixed = incident.reopened
            problem.refuted = incident.reopened > 0 ? problem.ended : nil
            problem.isVerified = incident.resolved == nil ? nil : true
            problem.verified = problem.ended
            return problem
        }
        return history
    }

    @Test("The median time to resolution is that of an estimate written apart, the unresolved censored")
    func survivalMedian() throws {
        let incidents = try Self.incidents()
        let history = try Self.history(incidents)
        let whole = MetricWindow(after: history.from, through: history.until)
        let found = MetricReader(history).value(of: .timeToResolution, in: whole)
        #expect(incidents.count == 13_302 && found.count == 12_292 && found.apart == 1_010)

        // The product-limit estimate from the longest down: at risk is whatever lasted as long.
        var ends: [Int64: (over: Int, all: Int)] = [:]
        for incident in incidents {
            let length = max(0, (incident.resolved ?? incident.closed) - incident.opened)
            ends[length, default: (0, 0)].all += 1
            if incident.resolved != nil { ends[length, default: (0, 0)].over += 1 }
        }
        var atRisk = incidents.count
        var left = 1.0
        var median: Double?
        for (length, end) in ends.sorted(by: { $0.key < $1.key }) {
            left *= Double(atRisk - end.over) / Double(atRisk)
            atRisk -= end.all
            if median == nil, left <= 0.5 { median = Double(length) / 3_600 }
        }
        #expect(found.value == median && median == 58.1)
        #expect(found.low.map { $0 < (median ?? 0) } == true && found.high.map { $0 > (median ?? 0) } == true)
    }

    @Test("The share that was opened again is exact")
    func reopened() throws {
        let history = try Self.history(try Self.incidents())
        let rows = MetricReader(history).rows(
            of: .notFixedRate, in: MetricWindow(after: history.from, through: history.until))
        #expect(rows.count { $0.part == .counts } == 175)
    }
}
