import Calendars
import FlywheelKit
import Imports

/// Freshdesk: tickets with their requester, times and conversations where the export includes them.
enum Freshdesk: TicketSystem {
    static let source = "freshdesk"

    static func note(_ record: TicketDocument.Record, in directory: inout Directory) {
        guard let id = record.value.text("id"), let name = record.value.text("name") else { return }
        if record.kind == "groups" { directory.add(group: id, named: name) }
        if record.kind == "users" {
            directory.add(
                Directory.Person(
                    correspondent: Correspondent(code: id, name: name, address: record.value.text("email"))))
        }
    }

    static func conversations(
        _ record: TicketDocument.Record, _ directory: Directory, zone: TimeZoneTable
    ) throws(FieldTrouble) -> [Conversation] {
        switch record.kind {
        case "", "tickets", "ticket", "results": [try ticket(record.value, directory, zone)]
        default: []
        }
    }

    /// Freshdesk's own words for its numbers. Numbers from 6 on are states that a desk made for itself, and stay numbers.
    private static let states = ["2": "open", "3": "pending", "4": "resolved", "5": "closed"]
    private static let priorities = ["1": "low", "2": "medium", "3": "high", "4": "urgent"]
    private static let sources = [
        "1": "email", "2": "portal", "3": "phone", "7": "chat", "9": "feedback widget", "10": "outbound email",
    ]

    private static func word(_ name: String, _ ticket: JSONValue, _ words: [String: String]) -> String? {
        ticket.text(name).map { words[$0] ?? $0 }
    }

    private static func ticket(
        _ ticket: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> Conversation {
        var conversation = Conversation(source: source, code: try ticket.required("id"))
        conversation.subject = ticket.text("subject")
        conversation.opened = try ticket.instant("created_at", zone)
        conversation.updated = try ticket.instant("updated_at", zone)
        conversation.status = word("status", ticket, states)
        conversation.priority = word("priority", ticket, priorities)
        conversation.category = ticket.text("type")
        conversation.channel = word("source", ticket, sources)
        conversation.assignee = directory.name(of: ticket.text("responder_id"))
        conversation.group = directory.group(ticket.text("group_id"))
        conversation.tags = ticket.labels("tags")
        conversation.requester = requester(ticket, directory)
        for field in ticket["custom_fields"]?.members ?? [] {
            if let value = field.value.cell?.trimmed, !value.isEmpty { conversation.references[field.name] = value }
        }
        if let times = ticket["stats"] {
            conversation.firstAnswered = try times.instant("first_responded_at", zone)
            conversation.solved = try times.instant("resolved_at", zone)
            conversation.closed = try times.instant("closed_at", zone)
        }
        if let isLate = ticket.flag("is_escalated"), isLate || conversation.solved != nil {
            conversation.figures[.madePromise] = isLate ? "false" : "true"
        }
        if let text = ticket.text("description_text") ?? ticket.text("description").map(HTMLText.plain) {
            conversation.messages.append(
                CorrespondenceMessage(
                    code: CorrespondenceMessage.openingCode, at: conversation.opened, author: .requester,
                    writer: conversation.requester, text: text, attachments: attachments(ticket)))
        }
        for reply in ticket["conversations"]?.elements ?? [] {
            conversation.messages.append(try message(reply, directory, zone))
        }
        return conversation
    }

    private static func requester(_ ticket: JSONValue, _ directory: Directory) -> Correspondent? {
        guard let requester = ticket["requester"], requester.text("id") != nil || requester.text("email") != nil else {
            return directory.person(ticket.text("requester_id"))?.correspondent
        }
        return Correspondent(
            code: requester.text("id") ?? ticket.text("requester_id"), name: requester.text("name"),
            address: requester.text("email"))
    }

    private static func message(
        _ reply: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> CorrespondenceMessage {
        let user = directory.person(reply.text("user_id"))?.correspondent
        let isIncoming = reply.flag("incoming") ?? false
        return CorrespondenceMessage(
            code: try reply.required("id"), at: try reply.instant("created_at", zone),
            author: isIncoming ? .requester : .agent(user?.name ?? user?.code), writer: user,
            isInternal: reply.flag("private") ?? false,
            text: reply.text("body_text") ?? reply.text("body").map(HTMLText.plain) ?? "",
            attachments: attachments(reply))
    }

    private static func attachments(_ owner: JSONValue) -> [CorrespondenceMessage.Attachment] {
        (owner["attachments"]?.elements ?? []).map { file in
            CorrespondenceMessage.Attachment(
                name: file.text("name") ?? "", type: file.text("content_type"),
                size: file.text("size").flatMap { Int($0) }, place: file.text("attachment_url"))
        }
    }
}
