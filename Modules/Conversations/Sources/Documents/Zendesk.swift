import Calendars
import FlywheelKit
import Imports

/// Zendesk: tickets with their comments, people and groups beside them, events and audits.
enum Zendesk: TicketSystem {
    static let source = "zendesk"

    static func note(_ record: TicketDocument.Record, in directory: inout Directory) {
        switch record.kind {
        case "users": directory.add(person(record.value))
        case "groups":
            if let id = record.value.text("id"), let name = record.value.text("name") {
                directory.add(group: id, named: name)
            }
        default:
            // An export of a ticket a line has the people in the ticket.
            for name in ["requester", "submitter", "assignee"] {
                if let user = record.value[name], user.text("id") != nil { directory.add(person(user)) }
            }
            if let group = record.value["group"], let id = group.text("id"), let name = group.text("name") {
                directory.add(group: id, named: name)
            }
        }
    }

    private static func person(_ user: JSONValue) -> Directory.Person {
        let role = user.text("role")
        return Directory.Person(
            correspondent: Correspondent(code: user.text("id"), name: user.text("name"), address: user.text("email")),
            isAgent: role.map { $0 != "end-user" }, locale: user.text("locale"))
    }

    static func conversations(
        _ record: TicketDocument.Record, _ directory: Directory, zone: TimeZoneTable
    ) throws(FieldTrouble) -> [Conversation] {
        switch record.kind {
        case "results" where record.value.text("result_type").map { $0 != "ticket" } ?? false: []
        case "", "ticket", "tickets", "results": [try ticket(record.value, directory, zone)]
        case "ticket_events", "audits": [try history(record.value, directory, zone)]
        case "metric_sets": [try metrics(record.value, zone)]
        case "comments", "ticket_comments": [try comment(record.value, directory, zone)]
        default: []
        }
    }

    private static func ticket(
        _ ticket: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> Conversation {
        var conversation = Conversation(source: source, code: try ticket.required("id"))
        conversation.subject = ticket.text("subject") ?? ticket.text("raw_subject")
        conversation.opened = try ticket.instant("created_at", zone)
        conversation.updated = try ticket.instant("updated_at", zone)
        conversation.status = ticket.text("status")
        conversation.priority = ticket.text("priority")
        conversation.category = ticket.text("type")
        conversation.channel = ticket["via"]?.text("channel")
        let requester = directory.person(ticket.text("requester_id") ?? ticket["requester"]?.text("id"))
        conversation.requester = requester?.correspondent
        conversation.language = requester?.locale
        conversation.assignee = directory.name(of: ticket.text("assignee_id") ?? ticket["assignee"]?.text("id"))
        conversation.group = directory.group(ticket.text("group_id") ?? ticket["group"]?.text("id"))
        conversation.tags = ticket.labels("tags")
        conversation.satisfaction = ticket["satisfaction_rating"]?.text("score")
        for field in ticket["custom_fields"]?.elements ?? ticket["fields"]?.elements ?? [] {
            if let id = field.text("id"), let value = field.text("value") {
                conversation.references["field \(id)"] = value
            }
        }
        conversation.references["external-id"] = ticket.text("external_id")
        if let metrics = ticket["metric_set"] { try add(metrics, to: &conversation, zone) }
        for comment in ticket["comments"]?.elements ?? [] {
            conversation.messages.append(
                try message(comment, at: "created_at", asking: conversation.requester?.code, directory, zone))
        }
        if conversation.messages.isEmpty, let description = ticket.text("description") {
            let submitter =
                ticket.text("submitter_id") ?? ticket["submitter"]?.text("id") ?? conversation.requester?.code
            conversation.messages.append(
                CorrespondenceMessage(
                    code: CorrespondenceMessage.openingCode, at: conversation.opened,
                    author: author(submitter, asking: conversation.requester?.code, directory),
                    writer: directory.person(submitter)?.correspondent, text: description))
        }
        return conversation
    }

    private static func message(
        _ comment: JSONValue, at time: String, when: Instant? = nil, asking requester: String?, _ directory: Directory,
        _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> CorrespondenceMessage {
        let code = comment.text("author_id")
        let writer = directory.person(code)
        let author = author(code, asking: requester, directory)
        let text = comment.text("plain_body") ?? comment.text("body") ?? comment.text("html_body").map(HTMLText.plain)
        return CorrespondenceMessage(
            code: try comment.required("id"), at: try comment.instant(time, zone) ?? when, author: author,
            writer: writer?.correspondent, isInternal: comment.flag("public") == false, text: text ?? "",
            attachments: (comment["attachments"]?.elements ?? []).map { file in
                CorrespondenceMessage.Attachment(
                    name: file.text("file_name") ?? "", type: file.text("content_type"),
                    size: file.text("size").flatMap { Int($0) }, place: file.text("content_url"))
            })
    }

    /// Who a person is to a ticket: by their number, and by their role where the file tells it.
    private static func author(
        _ code: String?, asking requester: String?, _ directory: Directory
    ) -> CorrespondenceMessage.Author {
        guard let code else { return .somebody }
        // What Zendesk's own rules write is of this author.
        if code == "-1" { return .automation }
        if code == requester { return .requester }
        guard let isAgent = directory.person(code)?.isAgent else { return .somebody }
        return isAgent ? .agent(directory.name(of: code)) : .requester
    }

    /// A comment beside its ticket is a piece of it.
    private static func comment(
        _ comment: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> Conversation {
        var conversation = Conversation(source: source, code: try comment.required("ticket_id"))
        conversation.messages = [try message(comment, at: "created_at", asking: nil, directory, zone)]
        return conversation
    }

    private static func metrics(_ metrics: JSONValue, _ zone: TimeZoneTable) throws(FieldTrouble) -> Conversation {
        var conversation = Conversation(source: source, code: try metrics.required("ticket_id"))
        try add(metrics, to: &conversation, zone)
        return conversation
    }

    private static func add(
        _ metrics: JSONValue, to conversation: inout Conversation, _ zone: TimeZoneTable
    ) throws(FieldTrouble) {
        conversation.figures[.reopens] = metrics.text("reopens")
        conversation.figures[.replies] = metrics.text("replies")
        conversation.solved = try metrics.instant("solved_at", zone)
        // Metrics are made with their ticket. The minutes of business hours begin at no moment that is told.
        let made = try metrics.instant("created_at", zone)
        if let opened = conversation.opened ?? made,
            let minutes = metrics["reply_time_in_minutes"]?.text("calendar").flatMap({ Int32($0) }), minutes >= 0
        {
            conversation.firstAnswered = opened.advanced(bySeconds: Int64(minutes) * 60)
        }
    }

    /// What an update of a ticket changed, and what was written with it.
    private static func history(
        _ update: JSONValue, _ directory: Directory, _ zone: TimeZoneTable
    ) throws(FieldTrouble) -> Conversation {
        var conversation = Conversation(source: source, code: try update.required("ticket_id"))
        let at: Instant
        if let seconds = update.text("timestamp").flatMap({ Int64($0) }) {
            at = Instant(seconds: seconds)
        } else if let created = try update.instant("created_at", zone) {
            at = created
        } else {
            throw .missing("created_at", "a moment")
        }
        let by = directory.name(of: update.text("author_id") ?? update.text("updater_id"))
        for event in update["events"]?.elements ?? update["child_events"]?.elements ?? [] {
            switch event.text("type") ?? event.text("event_type") {
            case "Comment" where event.text("body") != nil:
                conversation.messages.append(
                    try message(event, at: "created_at", when: at, asking: nil, directory, zone))
            case "Change", "Create":
                conversation.changes += changes(event, at: at, by: by, directory)
            default: continue
            }
        }
        return conversation
    }

    /// An audit names the field and its value; an event has the value under the name of the field.
    private static func changes(
        _ event: JSONValue, at: Instant, by: String?, _ directory: Directory
    ) -> [ConversationChange] {
        let changed =
            event.text("field_name").map { [($0, event.text("value"))] }
            ?? event.members.map { ($0.name, event.text($0.name)) }
        return changed.compactMap { name, value in
            switch name {
            case "status": ConversationChange(at: at, .status, value, by: by)
            case "priority": ConversationChange(at: at, .priority, value, by: by)
            case "type" where event.text("field_name") != nil: ConversationChange(at: at, .category, value, by: by)
            case "assignee_id": ConversationChange(at: at, .assignee, directory.name(of: value), by: by)
            case "group_id": ConversationChange(at: at, .group, directory.group(value), by: by)
            default: nil
            }
        }
    }
}
