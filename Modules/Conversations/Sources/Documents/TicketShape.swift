import Imports

/// Tells whose tickets a JSON document holds by the names of its members, as far as its first bytes go.
///
/// Few members are asked for, since desks leave out what they do not use; those of one ticket that no other system and no
/// marketplace has together.
struct TicketShape {
    private var ways: Set<String> = []
    /// Ways to members that hold a number.
    private var numbers: Set<String> = []

    init(_ head: [UInt8]) {
        guard let source = try? ByteSource.of(head) else { return }
        let json = JSONReader(source)
        // The bytes end somewhere in the document, and what was seen by then counts.
        try? look(json)
    }

    var format: ConversationFormat? {
        for holder in ["", "tickets/", "ticket/", "results/", "ticket_articles/"] {
            func has(_ names: String...) -> Bool { names.contains { ways.contains(holder + $0) } }
            // Issues of code have a number, a title and a state too, and a page.
            if has("number"), has("title"), has("state", "state_id"), !has("html_url") { return .zammad }
            if has("ticket_id"), has("sender_id", "sender"), has("internal") { return .zammad }
            if has("responder_id"), has("fr_escalated", "due_by", "source") { return .freshdesk }
            guard has("requester_id", "requester") else { continue }
            // Both have a status; Freshdesk's is a number.
            if numbers.contains(holder + "status") { return .freshdesk }
            if has("subject", "raw_subject", "description", "submitter_id", "submitter") { return .zendesk }
        }
        if ways.contains("assets/ticket") || ways.contains("assets/ticketarticle") { return .zammad }
        let zendesk = [
            "ticket_events/child_events", "audits/events", "metric_sets/reply_time_in_minutes", "tickets/subject",
            "ticket_comments/ticket_id", "comments/ticket_id",
        ]
        return zendesk.contains { ways.contains($0) } || isEmptyPage ? .zendesk : nil
    }

    /// A page of Zendesk's that says where the next begins, and holds no ticket.
    private var isEmptyPage: Bool {
        ways.contains("tickets") && ["next_page", "end_of_stream"].contains { ways.contains($0) }
    }

    private mutating func look(_ json: JSONReader) throws(ReadError) {
        if try json.peekToken() == UInt8(ascii: "[") {
            try json.beginArray()
            while try json.nextElement() { try walk(json, "", depth: 0) }
        } else {
            while try json.nextDocument() { try walk(json, "", depth: 0) }
        }
    }

    private mutating func walk(_ json: JSONReader, _ way: String, depth: Int) throws(ReadError) {
        let token = try json.peekToken()
        if token == UInt8(ascii: "["), depth < 3 {
            try json.beginArray()
            while try json.nextElement() { try walk(json, way, depth: depth) }
        } else if token == UInt8(ascii: "{"), depth < 3 {
            try json.beginObject()
            while let name = try json.nextName() {
                let next = way + (way.isEmpty ? "" : "/") + name.lowercased()
                if ways.count < 2_000 { ways.insert(next) }
                try walk(json, next, depth: depth + 1)
            }
        } else {
            if let token, (0x30...0x39).contains(token), numbers.count < 2_000 { numbers.insert(way) }
            try json.skipValue()
        }
    }
}
