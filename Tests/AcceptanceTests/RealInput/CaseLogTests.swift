import Foundation
import Testing

private let data = ProcessInfo.processInfo.environment["FLYWHEEL_DATA"]

/// Event logs of real help desks, where `FLYWHEEL_DATA` names a folder that holds them: one row for each event of a ticket,
/// imported with a mapping and reported by the program. What is expected was computed from the files apart from it.
@Suite("Case logs", .enabled(if: data != nil, "FLYWHEEL_DATA names no folder of public data sets"))
struct CaseLogTests {
    private static let incidents = """
        kind: conversations
        unknown: "?"
        columns:
          number: ticket
          incident_state: status
          opened_at: opened
          sys_updated_at: at
          resolved_at: solved
          closed_at: closed
          reopen_count: reopens
          reassignment_count: reassignments
          made_sla: made-promise
          caller_id: requester
          contact_type: channel
          category: category
          priority: priority
          assignment_group: group
          assigned_to: assignee
        words:
          priority: {1: urgent, 2: high, 3: normal, 4: low}
        """

    private static let helpdesk = """
        kind: conversations
        columns:
          Case ID: ticket
          Activity: status
          Complete Timestamp: at
          Resource: assignee
        """

    private func report(_ file: String, _ mapping: String, asOf: String) throws -> DeskFigures {
        let program = try Program()
        _ = try program.folder.write(mapping, to: "mapping.yaml")
        let taken = try program.run(
            "import", "\(data ?? "")/\(file)", "--account", "desk", "--mapping", "mapping.yaml", "--format", "json")
        #expect(taken.exit == 0, "\(taken.errors)")
        let run = try program.start([
            "cases", "report", "--by", "urgency", "--format", "json", "--store", program.store, "--as-of", asOf,
        ]).finish()
        return DeskFigures(json: try run.json)
    }

    @Test("Durations, reopenings, reassignments, promises and priorities of a log of incidents are exact")
    func incidentLog() throws {
        let found = try report(
            "incident_log/incident_event_log.csv.gz", Self.incidents, asOf: "2017-06-01T00:00:00Z")
        #expect(found.json["cases"].number == 13_302)
        #expect(found.count("opened-again") == 175 && found.of("opened-again") == 13_302)
        #expect(found.count("passed-on") == 6_871 && found.value("passed-on", "times") == 14_730)
        #expect(found.value("passed-on", "mostTimes") == 27)
        #expect(found.count("source-promises") == 6_886)
        #expect(found.value("time-to-solve", "medianOfEnded") == 46.9667)
        #expect(found.value("time-to-solve", "meanOfEnded") == 217.6301)
        #expect(found.value("time-to-solve", "ninetiethOfEnded") == 455.6483)
        #expect(found.value("time-to-solve", "ninetyFifthOfEnded") == 840.1908)
        #expect(found.count("time-to-solve", "median") == 12_292)
        #expect(found.figure("time-to-solve", "median")["unknown"].number == 1_010)
        #expect(found.value("time-to-close", "medianOfEnded") == 211.175)
        #expect(found.value("time-to-close", "meanOfEnded") == 370.7318)
        #expect(found.count("time-to-close", "median") == 13_302)
        let priorities: [(word: String, cases: Double, promises: Double, median: Double, solved: Double)] = [
            ("urgent", 124, 0.0161, 115.4333, 124), ("high", 176, 0.0057, 55.05, 176),
            ("normal", 12_533, 0.5210, 46.35, 11_561), ("low", 469, 0.7527, 49.3333, 431),
        ]
        for expected in priorities {
            let part = "urgency \(expected.word)"
            let cases = found.json["urgencies"].items.first { $0["urgency"].text == expected.word }?["cases"].number
            #expect(cases == expected.cases)
            #expect(found.value("source-promises", "share", part) == expected.promises)
            #expect(found.value("time-to-solve", "medianOfEnded", part) == expected.median)
            #expect(found.count("time-to-solve", "median", part) == expected.solved)
        }
    }

    @Test("What a log of a help desk spans of each ticket is exact")
    func helpdeskLog() throws {
        let found = try report(
            "helpdesk_log/helpdesk_italian.csv.gz", Self.helpdesk, asOf: "2014-06-01T00:00:00Z")
        #expect(found.json["cases"].number == 4_580)
        let (median, mean) = (
            found.value("first-to-last-event", "medianOfEnded"), found.value("first-to-last-event", "meanOfEnded")
        )
        #expect(median.map { abs($0 / 24 - 39.8592) < 0.00006 } ?? false, "\(median ?? 0) hours")
        #expect(mean.map { abs($0 / 24 - 40.8584) < 0.00006 } ?? false, "\(mean ?? 0) hours")
    }
}

/// The figures of a desk's report.
struct DeskFigures {
    let json: JSON

    func figure(_ metric: String, _ statistic: String = "share", _ part: String? = nil) -> JSON {
        let found = json["figures"].items.first {
            $0["metric"].text == metric && $0["statistic"].text == statistic && $0["part"].text == part
        }
        return found ?? JSON(nil)
    }

    func value(_ metric: String, _ statistic: String = "share", _ part: String? = nil) -> Double? {
        figure(metric, statistic, part)["value"].number
    }

    func count(_ metric: String, _ statistic: String = "share", _ part: String? = nil) -> Double? {
        figure(metric, statistic, part)["count"].number
    }

    func of(_ metric: String, _ statistic: String = "share", _ part: String? = nil) -> Double? {
        figure(metric, statistic, part)["of"].number
    }
}
