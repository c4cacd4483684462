import FlywheelKit
import Foundation
import Testing

@testable import Conversations

private let samples = ProcessInfo.processInfo.environment["FLYWHEEL_SAMPLES"]
private let data = ProcessInfo.processInfo.environment["FLYWHEEL_DATA"]

/// A warehouse's copy of Zendesk, where `FLYWHEEL_SAMPLES` names a folder that holds one.
@Suite(.enabled(if: samples != nil, "FLYWHEEL_SAMPLES names no folder of samples")) struct SampleTests {
    private func read(_ name: String) throws -> Outcome {
        try outcome(ofFile: "\(samples ?? "")/zendesk-fivetran-seeds/\(name).csv")
    }

    @Test func ticketsCommentsHistoryAndTagsAreReadWhole() throws {
        let tickets = try read("ticket_data")
        #expect(tickets.rejects.isEmpty && tickets.conversations.count == 10)
        #expect(tickets.conversations.allSatisfy { $0.source == "zendesk" && $0.opened != nil && $0.status != nil })
        #expect(tickets.conversations.allSatisfy { $0.messages.count == 1 && $0.requester?.code != nil })
        let comments = try read("ticket_comment_data")
        #expect(comments.rejects.isEmpty && comments.summary.messages == 20)
        #expect(comments.conversations.flatMap(\.messages).allSatisfy { $0.at != nil && $0.writer?.code != nil })
        let history = try read("ticket_field_history_data")
        #expect(history.rejects.isEmpty && history.summary.changes > 0)
        let tags = try read("ticket_tag_data")
        #expect(tags.rejects.isEmpty && tags.conversations.allSatisfy { !$0.tags.isEmpty })
    }

    @Test(arguments: [
        "group_data", "organization_data", "user_data", "sla_policy_metric_history_data", "ticket_schedule_data",
    ])
    func whatHoldsNoConversationsIsRefusedWithAReason(name: String) throws {
        let error = #expect(throws: ConversationFileError.self) { _ = try read(name) }
        #expect(error?.description.contains("expected") == true)
    }
}

/// Logs of real desks, where `FLYWHEEL_DATA` names a folder that holds them. The figures are counts of the files' rows.
@Suite(.enabled(if: data != nil, "FLYWHEEL_DATA names no folder of data sets")) struct LogTests {
    @Test func aLogOfIncidentsIsReadEventByEvent() throws {
        let mapping = TableMapping(
            [
                .ticket: "number", .at: "sys_updated_at", .status: "incident_state", .by: "sys_updated_by",
                .opened: "opened_at", .solved: "resolved_at", .closed: "closed_at", .priority: "priority",
                .category: "category", .channel: "contact_type", .group: "assignment_group", .assignee: "assigned_to",
                .requester: "caller_id", .reopens: "reopen_count", .reassignments: "reassignment_count",
                .updates: "sys_mod_count", .madePromise: "made_sla",
            ], source: "incidents")
        let read = try outcome(
            ofFile: "\(data ?? "")/incident_log/incident_event_log.csv.gz", ConversationContext(mapping: mapping))
        let cases = read.conversations
        #expect(read.rejects.isEmpty && cases.count == 13_302 && Set(cases.map(\.code)).count == 13_302)
        let states = cases.flatMap(\.changes).filter { $0.field == .status }
        #expect(states.count == 81_519)
        #expect(states.count { $0.value == "Awaiting User Info" } == 9_953)
        #expect(cases.count { $0.figures[.madePromise] == "true" } == 6_886)
        #expect(cases.count { Int($0.figures[.reopens] ?? "") ?? 0 > 0 } == 175)
        #expect(cases.reduce(0) { $0 + (Int($1.figures[.reassignments] ?? "") ?? 0) } == 14_730)
        #expect(cases.count { $0.solved != nil } == 12_292 && cases.allSatisfy { $0.closed != nil })
        #expect(
            Dictionary(grouping: cases, by: { $0.priority ?? "" }).mapValues(\.count) == [
                "1": 124, "2": 176, "3": 12_533, "4": 469,
            ])
        #expect(cases.count { $0.requester == nil } == 3)
        let hours = cases.compactMap { conversation in
            conversation.solved.flatMap { solved in conversation.opened.map { solved.days(since: $0) * 24 } }
        }.sorted()
        #expect(abs((hours[hours.count / 2 - 1] + hours[hours.count / 2]) / 2 - 46.9667) < 0.0001)
    }

    @Test func aLogOfAHelpDeskIsReadEventByEvent() throws {
        let mapping = TableMapping(
            [.ticket: "Case ID", .at: "Complete Timestamp", .activity: "Activity", .by: "Resource"], source: "helpdesk")
        let read = try outcome(
            ofFile: "\(data ?? "")/helpdesk_log/helpdesk_italian.csv.gz", ConversationContext(mapping: mapping))
        #expect(read.rejects.isEmpty && read.conversations.count == 4_580 && read.summary.changes == 21_348)
        #expect(Set(read.conversations.flatMap(\.changes).map(\.value)).count == 14)
        #expect(read.summary.unused.contains("seriousness"))
    }
}
